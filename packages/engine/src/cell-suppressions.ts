import type { Suppression } from '@loadlight/facts/fact';
import type { MetadataIntent } from '@loadlight/facts/fix';
import type { CellIgnore } from '@loadlight/notebook/cell-ignores';

/** What the metadata of cells ignores, by the cell's id. */
export type CellIgnores = ReadonlyMap<string, readonly CellIgnore[]>;

/** All that a cell's metadata is to ignore, in the form in which it is written: a rule, or a rule with its reason. */
export interface CellIgnoresChange {
  readonly document: string;
  readonly cell: string;
  readonly ignore: readonly (string | { readonly rule: string; readonly reason: string })[];
}

/** Each rule that a cell's metadata ignores, as a suppression of the whole cell. */
export function cellSuppressions(document: string, ignores: CellIgnores): Suppression[] {
  return [...ignores].flatMap(([cell, entries]) =>
    entries.map(({ rule, reason, range }): Suppression => ({
      kind: 'suppression',
      tool: 'loadlight',
      rules: [rule],
      reason,
      scope: { kind: 'cell' },
      place: { document, part: { kind: 'metadata', cell }, range },
      evidence: [],
      sureness: 'certain'
    }))
  );
}

/** What the cell's metadata ignores once the intent is done; undefined where it already does or the cell is none. */
export function ignoresAfter(
  document: string,
  ignores: CellIgnores,
  { place, rule, ...intent }: MetadataIntent
): CellIgnoresChange | undefined {
  if (place.part.kind === 'file' || place.part.cell === null) return undefined;
  const { cell } = place.part;
  const before = ignores.get(cell) ?? [];
  const known = before.some(entry => entry.rule === rule);
  if (known === (intent.kind === 'suppressCell')) return undefined;
  const after = known
    ? before.filter(entry => entry.rule !== rule)
    : [...before, { rule, reason: 'reason' in intent ? intent.reason : undefined }];
  const ignore = after.map(({ rule: named, reason }) => (reason ? { rule: named, reason } : named));
  return { document, cell, ignore };
}
