import type { Value } from '@loadlight/facts/value';
import { toValue } from '../abstract.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import type { Syntax } from '../syntax.js';
import { siteOf, type Unit } from '../unit.js';
import { Trace, type Where } from '../where.js';
import { hashedFiles } from './call-flow.js';
import { guardIn, isDigest, STRONG } from './checksum-guard.js';
import type { FileEvent } from './file-event.js';

/** A hash that Python brings. */
const OF_HASHLIB = /^hashlib\.\w+$/;

/**
 * `if digest != "…": raise …` and `assert digest == "…"` at the top of the program, of a digest that was made before and has a name: what
 * they stop where a file is another one. What `reads` gets are the names that this rests on.
 */
export function namedChecksums(unit: Unit, resolver: Resolver, reads: Set<string>): FileEvent[] {
  return unit.statements.flatMap(statement => {
    const guard = guardIn(unit, statement);
    const named = guard?.sides.some(({ type }) => type === 'identifier' || type === 'call');
    if (!guard || named !== true) return [];
    const where: Where = { unit, scope: namesOf(unit).module, branches: [] };
    const trace = new Trace();
    const valueOf = (node: Syntax): Value => toValue(resolver.resolve(node, where, trace));
    const [one, other] = guard.sides.map(valueOf);
    const hashed = one && other && (isDigest(other) ? one : isDigest(one) ? other : undefined);
    const files = hashed ? filesOf(hashed) : [];
    for (const read of trace.reads) reads.add(read);
    const point = { site: siteOf(unit, statement), scope: undefined };
    return files.map((path): FileEvent => ({ kind: 'verify', ...point, path, stops: [] }));
  });
}

/** The files of which the value is the digest. */
function filesOf(digest: Value): readonly string[] {
  if (digest.kind !== 'result' || !digest.of.endsWith('.hexdigest')) return [];
  const hash = digest.receiver;
  if (hash?.kind !== 'result' || !STRONG.test(hash.of) || !OF_HASHLIB.test(hash.of)) return [];
  return hash.argument ? hashedFiles(hash.argument) : [];
}
