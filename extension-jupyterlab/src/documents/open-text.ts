import type { ISharedText, YFile, YNotebook } from '@jupyter/ydoc';
import type { Diagnostic } from 'vscode-languageserver-protocol';

/** The undo history of a text: Yjs' own, by way of the shared models, which are all we see of it. */
export type UndoHistory = YNotebook['undoManager'];

/** A cell's or file's text in JupyterLab; it lives longer than any editor that shows it. */
export type SharedText = ISharedText & {
  readonly undoManager: UndoHistory | null;
  readonly ysource: YFile['ysource'];
};

/** One text document of the server's: a code cell, or a .py file. */
export interface OpenText {
  /** Changes when the file is renamed. */
  uri: string;
  /** Rises with every change of the text. */
  version: number;
  /** Another object with the same text after the cell has been moved. */
  model: SharedText;
  /** The cell's id; undefined for a file. */
  readonly cellId: string | undefined;
  /** The newest that the server said, and the version that it is true of. */
  findings: readonly Diagnostic[];
  findingsVersion: number;
}

/** Whether the findings are those of the text as it is now. */
export function isCurrent(text: OpenText): boolean {
  return text.findingsVersion === text.version;
}
