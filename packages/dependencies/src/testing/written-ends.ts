import type { VersionRange } from '@loadlight/facts/version-range';

/** `[2.6 3)`: the ends of a range, `(` and `)` where there is none. */
export function ends({ min, max }: Pick<VersionRange, 'min' | 'max'>): string {
  const low = min ? `${min.inclusive ? '[' : '('}${min.version}` : '(';
  return `${low} ${max ? max.version + (max.inclusive ? ']' : ')') : ')'}`;
}

/** `torch [2.6 3), numpy ( )`: what packages are said to be, in order. */
export function written(packages: ReadonlyMap<string, VersionRange>): string {
  return [...packages].map(([name, range]) => `${name} ${ends(range)}`).join(', ');
}
