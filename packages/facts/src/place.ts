/** A point in a text: both numbers are 0-based; `character` counts UTF-16 units, as LSP does. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * What a range counts in: a whole file, or one text of a notebook. A cell is named by its id (made up and kept while
 * the document is open when the file has none); its index is computed only when shown.
 */
export type Part =
  | { readonly kind: 'file' }
  | { readonly kind: 'source'; readonly cell: string }
  | { readonly kind: 'output'; readonly cell: string; readonly index: number; readonly mime: string }
  | { readonly kind: 'attachment'; readonly cell: string; readonly name: string }
  /** A cell's metadata, or the notebook's where `cell` is null. */
  | { readonly kind: 'metadata'; readonly cell: string | null };

/** Where something stands: the document's URI, the part of it, and the range within that part's joined text. */
export interface Place {
  readonly document: string;
  readonly part: Part;
  readonly range: Range;
}

/** A name for the part that is unique within its document; equal parts have equal keys. */
export function partKey(part: Part): string {
  switch (part.kind) {
    case 'file':
      return 'file';
    case 'source':
      return `source:${part.cell}`;
    case 'output':
      return `output:${part.cell}:${part.index}:${part.mime}`;
    case 'attachment':
      return `attachment:${part.cell}:${part.name}`;
    case 'metadata':
      return `metadata:${part.cell ?? ''}`;
  }
}
