import type { Value } from '@loadlight/facts/value';
import { pathTo } from '../statements.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import type { Unit } from '../unit.js';

/** Hashes for which nobody can make a second file. */
export const STRONG = /\b(?:sha(?:224|256|384|512)|sha3_\d+|blake2[bs]|file_digest)\s*$/;

/** A digest of 20 bytes or more, in hexadecimal. */
const DIGEST = /^[0-9a-fA-F]{40,}$/;

/** A statement behind which nothing runs where two things differ. */
export interface Guard {
  readonly statement: Syntax;
  /** The two, parentheses aside. */
  readonly sides: readonly [Syntax, Syntax];
}

/** `if a != b: raise …`, `if not a == b: raise …`, `assert a == b`; undefined for any other statement. */
export function guardIn(unit: Unit, statement: Syntax): Guard | undefined {
  const isAssert = statement.type === 'assert_statement';
  if (!isAssert && statement.type !== 'if_statement') return undefined;
  const condition = isAssert ? statement.children[0] : child(statement, 'condition');
  if (!condition) return undefined;
  const whole = unwrap(condition);
  const negated = whole.type === 'not_operator' ? child(whole, 'argument') : undefined;
  const comparison = unwrap(negated ?? whole);
  const [left, right, ...more] = comparison.children.filter(({ type }) => type !== 'comment');
  if (comparison.type !== 'comparison_operator' || !left || !right || more.length > 0) return undefined;
  const operator = unit.text.slice(left.end, right.start).replace(/#.*/g, '').trim();
  if (operator !== '==' && operator !== '!=') return undefined;
  const goesOnWhereSame = (operator === '==') !== (negated !== undefined);
  const body = child(statement, 'consequence')?.children.filter(({ type }) => type !== 'comment');
  const stops = isAssert ? goesOnWhereSame : !goesOnWhereSame && body?.at(-1)?.type === 'raise_statement';
  return stops ? { statement, sides: [unwrap(left), unwrap(right)] } : undefined;
}

/**
 * Nothing behind the statement runs unless the hash that the call makes is the one that stands beside it, written out or as
 * `resolve` knows it: `if hashlib.sha256(…).hexdigest() != "…": raise …`, or `assert … == EXPECTED`.
 */
export function stopsAtOther(unit: Unit, hash: Syntax, resolve: (node: Syntax) => Value): boolean {
  const callee = child(hash, 'function');
  if (!callee || !STRONG.test(unit.text.slice(callee.start, callee.end))) return false;
  for (const statement of pathTo(unit.statements, hash)) {
    const guard = guardIn(unit, statement);
    const at = guard?.sides.findIndex(side => isHexDigest(unit, side, hash)) ?? -1;
    const other = guard?.sides[1 - at];
    if (at >= 0 && other) return isDigest(resolve(other));
  }
  return false;
}

/** `hash.hexdigest()` */
function isHexDigest(unit: Unit, call: Syntax, hash: Syntax): boolean {
  const attribute = call.type === 'call' ? child(call, 'function') : undefined;
  const name = attribute && child(attribute, 'attribute');
  return (
    attribute?.type === 'attribute' &&
    child(attribute, 'object') === hash &&
    name !== undefined &&
    unit.text.slice(name.start, name.end) === 'hexdigest'
  );
}

/** A digest that the program holds, or one of several. */
export function isDigest(value: Value): boolean {
  if (value.kind === 'any') return value.values.length > 0 && value.values.every(isDigest);
  return value.kind === 'literal' && DIGEST.test(String(value.value));
}
