/** A replacement in one cell's text, in UTF-16 offsets of the text as it is. */
export interface Change {
  readonly cell: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
