import { releaseOf } from '@loadlight/facts/version';
import type { VersionRange } from '@loadlight/facts/version-range';
import { intersectRanges, unionRanges } from '@loadlight/facts/version-range';
import type { Bounds } from './specifier.js';
import { specifierBounds, upToNext } from './specifier.js';

/**
 * The ends of a constraint as Poetry writes them: `^2.4`, `~2.4.1`, `2.4.*`, `>=2,<3`, `^1 || ^2`. A bare version is
 * exactly that one. None where it is no constraint.
 */
export function poetryBounds(constraint: string): Bounds {
  const ways = constraint.split('||').map(way => ranged(allOf(way)));
  const { min, max } = ways.reduce(unionRanges);
  return { ...(min && { min }), ...(max && { max }) };
}

function allOf(way: string): Bounds {
  const clauses = way.split(',').map(clause => ranged(oneOf(clause.trim())));
  return clauses.reduce(intersectRanges);
}

function oneOf(clause: string): Bounds {
  const caret = /^\^\s*(\S+)$/.exec(clause)?.[1];
  if (caret !== undefined) return caretBounds(caret);
  const tilde = /^~\s*([^=\s]\S*)$/.exec(clause)?.[1];
  if (tilde !== undefined) return upToNext(tilde, Math.min(1, (releaseOf(tilde)?.length ?? 1) - 1));
  if (/^\d/.test(clause)) return specifierBounds(`==${clause}`);
  return clause === '*' ? {} : specifierBounds(clause);
}

/** Up to the next version that differs in the first number that is not zero, or in the last one given. */
function caretBounds(version: string): Bounds {
  const release = releaseOf(version) ?? [];
  const first = release.findIndex(number => number !== 0);
  return upToNext(version, first === -1 ? release.length - 1 : first);
}

function ranged(bounds: Bounds): VersionRange {
  return { ...bounds, written: '', evidence: undefined };
}
