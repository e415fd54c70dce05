/** The command of a resolved code action that writes a cell's metadata; the client carries it out itself. */
export const SET_CELL_IGNORES = 'loadlight.setCellIgnores';

/** Its one argument. */
export interface SetCellIgnores {
  /** URI of the cell's text. */
  readonly cell: string;
  /** All that stands in `loadlight.ignore` from now on. */
  readonly ignore: readonly (string | { readonly rule: string; readonly reason: string })[];
}

/** A cell's metadata, as nbformat has it, with that list; without the key where the list is empty and nothing is beside it. */
export function withIgnores(metadata: unknown, ignore: SetCellIgnores['ignore']): Record<string, unknown> {
  const { loadlight, ...others } = asObject(metadata);
  const ours = { ...asObject(loadlight) };
  delete ours.ignore;
  if (ignore.length > 0) return { ...others, loadlight: { ...ours, ignore } };
  return Object.keys(ours).length > 0 ? { ...others, loadlight: ours } : others;
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
