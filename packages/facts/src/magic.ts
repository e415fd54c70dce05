import type { Range } from './place.js';

/** Something in a cell that IPython reads and Python does not. */
export interface Magic {
  /** `cell`: `%%name`. `line`: `%name`. `shell`: `!command`. `help`: `name?`, and auto-call. `automagic`: a bare `pip install`. */
  readonly kind: 'line' | 'cell' | 'shell' | 'help' | 'automagic';
  /** `time`, `bash`, `pip`; the empty string for shell and help. */
  readonly name: string;
  /** The rest of a cell magic's first line; empty for the other kinds. */
  readonly argument: string;
  /** What the magic is given, as written: the rest of its line(s), or the lines under a cell magic. */
  readonly body: string;
  /** The whole magic, 0-based in the cell. */
  readonly range: Range;
  /** Where `body` stands. */
  readonly bodyRange: Range;
}
