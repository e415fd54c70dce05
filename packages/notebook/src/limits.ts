/** How large a notebook may be to be read at all. */
export interface Limits {
  /** UTF-16 units of the file's text. */
  readonly length: number;
  readonly cells: number;
  /** How deep JSON values may nest. */
  readonly depth: number;
  /** How many JSON values the file may hold. */
  readonly values: number;
}

export const LIMITS: Limits = { length: 256 * 1024 * 1024, cells: 50_000, depth: 500, values: 5_000_000 };
