import type { ClearOutputs } from './clear-outputs.js';

/**
 * The command of a code action that takes one credential out of all files; the client, which knows the files, goes through them: it
 * opens each, asks `TAKE_OUT`, and makes what it is given.
 */
export const TAKE_OUT_EVERYWHERE = 'loadlight.takeOutEverywhere';

/** Its one argument. */
export interface TakeOutEverywhere {
  /** The server's name for the credential, good until the server ends. */
  readonly id: string;
  /** URI of the file or notebook where it was found. */
  readonly document: string;
}

/** client -> server, request: takes the credential out of an open file or notebook. Rejects where that is not open, or changes meanwhile. */
export const TAKE_OUT = 'loadlight/takeOut';
export interface TakeOutParams {
  /** Of the file or the notebook. */
  readonly uri: string;
  readonly id: string;
}

/** `E` is the WorkspaceEdit of LSP. */
export interface TakeOutResult<E> {
  /** In so many places of the document it stands. */
  readonly places: number;
  /** Of the document's own texts. Neither this nor `clears`, though there are places: it cannot be taken out of one of them. */
  readonly edit?: E;
  /** Of `.env` and `.gitignore`, which other documents may be given just so: it is made once. */
  readonly keeps?: E;
  readonly clears?: ClearOutputs;
}
