import type { PartText } from './part-text.js';

export type CellKind = 'code' | 'markdown' | 'raw' | 'heading';

/** One stored output; what has no type (a stream, an error, metadata of an output) stands under an `application/vnd.jupyter.*` type. */
export interface Output {
  readonly index: number;
  /** Where it stands in the file's text. */
  readonly start: number;
  readonly end: number;
  readonly texts: ReadonlyMap<string, PartText>;
}

/** A picture in a cell of text. What it shows is no text: its text is its name. */
export interface Attachment {
  /** Unique in its cell. */
  readonly name: string;
  readonly text: PartText;
}

export interface Cell {
  /** Over all cells, from 0. */
  readonly index: number;
  /** The file's id, or one made up; unique in the notebook either way. */
  readonly id: string;
  readonly kind: CellKind;
  /** The cell's own language, lower case, where it says another one than the notebook's. */
  readonly language: string | undefined;
  readonly source: PartText;
  /** The number that the kernel counted when it ran last; undefined where the file says none. */
  readonly executionCount: number | undefined;
  readonly outputs: readonly Output[];
  readonly attachments: readonly Attachment[];
  /** As the JSON that stands in the file; undefined where there is none. */
  readonly metadata: PartText | undefined;
}

/** A notebook file as its parts. */
export interface Notebook {
  /** The file's text, byte order mark included. */
  readonly text: string;
  /** 3 or 4. */
  readonly nbformat: number;
  /** Lower case; `python` where the file declares none. */
  readonly language: string;
  readonly cells: readonly Cell[];
  readonly metadata: PartText | undefined;
}
