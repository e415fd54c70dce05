/** How large a notebook may be to be read at all. */
export interface Limits {
  /** UTF-16 units of the file's text. */
  readonly length: number;
  readonly cells: number;
  /** How deep JSON values may nest. */
  readonly depth: number;
  /** How many JSON values the file may hold. */
  readonly values: number;
  /** A key that stands twice in an object is an error: what stands under the first is read by nobody, but is in the file. */
  readonly uniqueKeys?: true;
}

export const LIMITS: Limits = { length: 256 * 1024 * 1024, cells: 50_000, depth: 500, values: 5_000_000 };
