import type { DeclaredPackages } from './declared.js';
import type { Known } from './marker.js';
import { markerHolds } from './marker.js';
import type { PlacesInText } from './places-in-text.js';
import { poetryBounds } from './poetry-constraint.js';
import { table } from './toml-table.js';

/**
 * Adds `torch = "^2.4"` of Poetry, or `torch = "==2.4.*"` of a Pipfile. The value is a version, a table with one, or a list
 * of those for several platforms. Evidence points at the first line that gives it.
 */
export function addConstraintEntry(
  declared: DeclaredPackages,
  name: string,
  value: unknown,
  places: PlacesInText,
  known: Known
): void {
  const range = places.ofKey(name);
  for (const one of Array.isArray(value) ? value : [value]) {
    const { markers, version: inTable } = table(one);
    if (typeof markers === 'string' && markerHolds(markers, known) === 'no') continue;
    const version = typeof one === 'string' ? one : inTable;
    const asked = typeof version === 'string' && version !== '*' ? version.trim() : '';
    declared.add(name, asked ? poetryBounds(asked) : {}, asked, `${name} ${asked}`.trim(), range, !version);
  }
}
