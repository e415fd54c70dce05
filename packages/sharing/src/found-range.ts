/** Something in a text: offsets, UTF-16, end-exclusive. */
export interface FoundRange {
  readonly start: number;
  readonly end: number;
}
