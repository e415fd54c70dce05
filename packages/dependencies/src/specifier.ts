import { isVersion, releaseOf } from '@loadlight/facts/version';
import type { VersionBound, VersionRange } from '@loadlight/facts/version-range';
import { intersectRanges } from '@loadlight/facts/version-range';

/** The two ends that a specifier gives. */
export type Bounds = Pick<VersionRange, 'min' | 'max'>;

const CLAUSE = /^\s*(===|==|~=|!=|<=|>=|<|>)?\s*([^\s<>=!~,;]+)\s*$/;
const LONGEST = 512;

/**
 * The range that a specifier of PEP 440 stands for: `>=2.6,<3`, `~=2.4`, `==2.4.*`. A bare version is the installed one,
 * and its missing numbers can be any: `2.4` is 2.4.0 up to 2.5. `!=` takes single versions out and narrows nothing. What
 * is no specifier gives a range without ends.
 */
export function parseSpecifier(text: string): VersionRange {
  return { ...specifierBounds(text), written: text.trim(), evidence: undefined };
}

/** The ends of a specifier; none where it is not one, or where one of its clauses is not. */
export function specifierBounds(text: string): Bounds {
  if (text.length > LONGEST) return {};
  let range: VersionRange = { written: '', evidence: undefined };
  for (const clause of text.split(',')) {
    if (clause.trim() === '') continue;
    const bounds = clauseBounds(clause);
    if (!bounds) return {};
    range = intersectRanges(range, { ...bounds, written: '', evidence: undefined });
  }
  return { ...(range.min && { min: range.min }), ...(range.max && { max: range.max }) };
}

/** `from` up to, not including, the version after it that differs in the number at `index`. */
export function upToNext(from: string, index: number): Bounds {
  const release = releaseOf(from);
  if (!release) return {};
  return { min: bound(from, true), max: bound(nextAt(release, index), false) };
}

function clauseBounds(clause: string): Bounds | undefined {
  const match = CLAUSE.exec(clause);
  if (!match) return undefined;
  const operator = match[1] ?? '';
  const written = match[2] ?? '';
  const wildcard = written.endsWith('.*');
  const version = wildcard ? written.slice(0, -2) : written;
  const release = releaseOf(version);
  if (!release || !isVersion(version)) return undefined;
  switch (operator) {
    case '':
      return wildcard || release.length < 3 ? upToNext(version, release.length - 1) : exactly(version);
    case '==':
      return wildcard ? upToNext(version, release.length - 1) : exactly(version);
    case '===':
      return exactly(version);
    case '~=':
      return release.length < 2 ? undefined : upToNext(version, release.length - 2);
    case '>=':
    case '>':
      return { min: bound(version, operator === '>=') };
    case '<=':
    case '<':
      return { max: bound(version, operator === '<=') };
    default:
      return {};
  }
}

function exactly(version: string): Bounds {
  return { min: bound(version, true), max: bound(version, true) };
}

function bound(version: string, inclusive: boolean): VersionBound {
  return { version: version.replace(/\+.*$/, ''), inclusive };
}

function nextAt(release: readonly number[], index: number): string {
  return [...release.slice(0, index), (release[index] ?? 0) + 1].join('.');
}
