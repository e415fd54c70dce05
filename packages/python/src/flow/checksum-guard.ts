import type { Value } from '@loadlight/facts/value';
import { pathTo } from '../statements.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import type { Unit } from '../unit.js';

/** Hashes for which nobody can make a second file. */
const STRONG = /\b(?:sha(?:224|256|384|512)|sha3_\d+|blake2[bs]|file_digest)\s*$/;

/** A digest of 20 bytes or more, in hexadecimal. */
const DIGEST = /^[0-9a-fA-F]{40,}$/;

/**
 * Nothing behind the statement runs unless the hash that the call makes is the one that stands beside it, written out or as
 * `resolve` knows it: `if hashlib.sha256(…).hexdigest() != "…": raise …`, or `assert … == EXPECTED`.
 */
export function stopsAtOther(unit: Unit, hash: Syntax, resolve: (node: Syntax) => Value): boolean {
  const callee = child(hash, 'function');
  if (!callee || !STRONG.test(unit.text.slice(callee.start, callee.end))) return false;
  const path = pathTo(unit.statements, hash);
  const at = path.map(({ type }) => type).lastIndexOf('comparison_operator');
  const [comparison, statement] = [path[at], outerOf(path, at)];
  if (!comparison || !statement || !isHexDigest(unit, path.slice(at + 1), hash)) return false;
  const operator = comparedBy(unit, comparison, resolve);
  if (statement.type === 'assert_statement') return operator === '==' && statement.children[0] === path[at];
  const condition = child(statement, 'condition');
  const body = child(statement, 'consequence')?.children.filter(({ type }) => type !== 'comment');
  return (
    statement.type === 'if_statement' &&
    operator === '!=' &&
    condition !== undefined &&
    unwrap(condition) === comparison &&
    body?.at(-1)?.type === 'raise_statement'
  );
}

/** What the comparison stands in, parentheses aside. */
function outerOf(path: readonly Syntax[], at: number): Syntax | undefined {
  let outer = at - 1;
  while (path[outer]?.type === 'parenthesized_expression') outer--;
  return path[outer];
}

/** `hash.hexdigest()` is all that is compared on its side. */
function isHexDigest(unit: Unit, [call, attribute, node]: readonly Syntax[], hash: Syntax): boolean {
  const name = attribute && child(attribute, 'attribute');
  return (
    call?.type === 'call' &&
    attribute?.type === 'attribute' &&
    node === hash &&
    name !== undefined &&
    unit.text.slice(name.start, name.end) === 'hexdigest'
  );
}

/** How two sides are compared of which one is a digest; undefined where none is. */
function comparedBy(unit: Unit, comparison: Syntax, resolve: (node: Syntax) => Value): string | undefined {
  const [left, right, ...more] = comparison.children.filter(({ type }) => type !== 'comment');
  if (!left || !right || more.length > 0) return undefined;
  return [left, right].some(side => isDigest(resolve(side)))
    ? unit.text.slice(left.end, right.start).trim()
    : undefined;
}

/** A digest that the program holds, or one of several. */
function isDigest(value: Value): boolean {
  if (value.kind === 'any') return value.values.length > 0 && value.values.every(isDigest);
  return value.kind === 'literal' && DIGEST.test(String(value.value));
}
