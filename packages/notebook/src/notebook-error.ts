import type { Position } from '@loadlight/facts/place';

/** Why a text is not a notebook that can be read. */
export type NotebookErrorReason = 'empty' | 'broken-json' | 'not-a-notebook' | 'too-deep' | 'too-large';

/** A notebook file that cannot be read: what is wrong, where, and what to do about it. */
export class NotebookError extends Error {
  override readonly name = 'NotebookError';

  constructor(
    readonly reason: NotebookErrorReason,
    message: string,
    /** A sentence that says what the reader can do now. */
    readonly remedy: string,
    /** 0-based, UTF-16, in the file's text. */
    readonly position: Position
  ) {
    super(message);
  }
}
