import type { Range } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';
import type { DeclaredPackages } from './declared.js';
import type { Known } from './marker.js';
import { markerHolds } from './marker.js';
import { poetryBounds } from './poetry-constraint.js';
import { table } from './toml-table.js';

/**
 * Adds `torch = "^2.4"` of Poetry, or `torch = "==2.4.*"` of a Pipfile. The value is a version, a table with one, or a list
 * of those for several platforms. Evidence points at the first line that begins with the name.
 */
export function addConstraintEntry(
  declared: DeclaredPackages,
  name: string,
  value: unknown,
  lines: TextLines,
  known: Known
): void {
  const range = rangeOfKey(lines, name);
  for (const one of Array.isArray(value) ? value : [value]) {
    const { markers, version: inTable } = table(one);
    if (typeof markers === 'string' && markerHolds(markers, known) === 'no') continue;
    const version = typeof one === 'string' ? one : inTable;
    const asked = typeof version === 'string' && version !== '*' ? version.trim() : '';
    declared.add(name, asked ? poetryBounds(asked) : {}, asked, `${name} ${asked}`.trim(), range, !version);
  }
}

function rangeOfKey(lines: TextLines, name: string): Range {
  const pattern = `^[ \\t]*["']?${name.replace(/[^\w-]/g, '\\$&')}["']?[ \\t]*=[^\\r\\n]*`;
  const key = new RegExp(pattern, 'm').exec(lines.text);
  if (!key) return lines.range(0, 0);
  return lines.range(key.index + key[0].search(/\S/), key.index + key[0].trimEnd().length);
}
