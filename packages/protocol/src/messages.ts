/**
 * The messages that LSP has no name for. Each is `method`, who sends it, and the types of what goes with it; the
 * constants make requests with `new RequestType<Params, Result, void>(method)`.
 */
import type { Explanation } from '@loadlight/facts/explanation';
import type { FileStat } from './files.js';

/** client -> server, request: is anybody there? Answered at once by a server that is not stuck. */
export const PING = 'loadlight/ping';
export type PingParams = Record<string, never>;
export interface PingResult {
  readonly alive: true;
  /** How many files and notebooks it has open. */
  readonly documents: number;
}

/** client -> server, request: what the hover shows, as data. Null where there is nothing to explain. */
export const EXPLAIN = 'loadlight/explain';
export interface ExplainParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}
export interface Explained extends Pick<Explanation, 'mark' | 'rule'> {
  readonly headline: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
}
export type ExplainResult = Explained | null;

/** server -> client, notification: a document (for a cell: its notebook) has been analysed. */
export const ANALYSED = 'loadlight/analysed';
export interface AnalysedParams {
  /** The .py file or the notebook. */
  readonly uri: string;
  readonly version: number;
  readonly looked: { readonly cells: number; readonly lines: number };
  readonly counts: { readonly error: number; readonly warning: number; readonly information: number };
  readonly suppressed: number;
  /** Findings that fix-all would take away. */
  readonly safeFixes: number;
  /** More is to come: a part or a file that this analysis wanted has not been read yet. */
  readonly pending?: boolean;
  readonly notes: readonly string[];
  readonly milliseconds: number;
}

/** server -> client, requests: the client's files. `data` is base64. */
export const FS_STAT = 'loadlight/fs.stat';
export const FS_READ = 'loadlight/fs.read';
export const FS_LIST = 'loadlight/fs.list';
export interface FsParams {
  readonly uri: string;
}
export interface FsReadParams extends FsParams {
  readonly offset: number;
  readonly length: number;
}
export type FsStatResult = FileStat | null;
export interface FsReadResult {
  readonly data: string;
}
export type FsListResult = readonly { readonly name: string; readonly kind: 'file' | 'directory' }[];

/** worker -> client, request: a heavy part that the client said it is to be asked for. Only messages between workers can carry bytes. */
export const PART = 'loadlight/part';
export interface PartParams {
  readonly name: string;
}
export interface PartResult {
  readonly bytes: Uint8Array;
}

/** client -> server, notification: these files changed, appeared or went. */
export const FS_CHANGED = 'loadlight/fs.changed';
export interface FsChangedParams {
  readonly uris: readonly string[];
}

/** client -> server, notification: what the outputs of these cells of an open notebook hold from now on. */
export const OUTPUTS = 'loadlight/outputs';
export interface OutputsParams {
  /** URI of the notebook. */
  readonly notebook: string;
  readonly cells: readonly CellOutputs[];
}
export interface CellOutputs {
  /** URI of the cell's text. */
  readonly cell: string;
  readonly outputs: readonly OutputText[];
}
export interface OutputText {
  /** Of the output among those of its cell, from 0. */
  readonly index: number;
  readonly mime: string;
  readonly text: string;
}
