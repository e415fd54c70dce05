/**
 * Where the metadata of a notebook or cell, as nbformat has it, may be in what a client sends: JupyterLab sends it as it
 * is, VS Code wraps it once more, and older versions of it twice.
 */
export function metadataLayers(metadata: unknown): unknown[] {
  return [metadata, at(metadata, 'metadata'), at(at(metadata, 'custom'), 'metadata')];
}

/** What a cell's metadata says of Loadlight, as JSON under the key `loadlight`; undefined where it says nothing. */
export function metadataText(metadata: unknown): string | undefined {
  for (const layer of metadataLayers(metadata)) {
    const loadlight = at(layer, 'loadlight');
    if (loadlight !== undefined) return JSON.stringify({ loadlight });
  }
  return undefined;
}

/** The value of that key; undefined where it is no object or has none. */
export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
