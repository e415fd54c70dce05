import { TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import type { Effect } from '../fixes/fixer.js';
import { credentialsIn } from '../preview/credentials-in.js';
import type { LookedFile } from '../scan/looked-file.js';

/** What is asked for a file while the server has it: fix-all, or another change of the whole file. */
export type AskFile = (file: LookedFile) => Promise<Effect>;

/** What changes in one text of a file. */
export interface TextPlan {
  /** Which of the file's texts, and of a notebook's cells. */
  readonly index: number;
  readonly cell: number | undefined;
  readonly source: string;
  readonly edits: readonly TextEdit[];
  /** Credentials in it, which are not shown. */
  readonly credentials: readonly string[];
}

/** What is to be written into a file that has these texts; where it has others by then, it is left alone. */
export interface FilePlan {
  readonly path: string;
  readonly kind: LookedFile['kind'];
  /** How many findings it takes away. */
  readonly findings: number;
  /** All texts of the file. */
  readonly sources: readonly string[];
  readonly changes: readonly TextPlan[];
}

/** What an answer does to the file; undefined where it does nothing, `moved` where it is not for the file as it is. */
export function filePlan(file: LookedFile, effect: Effect): FilePlan | 'moved' | undefined {
  if (effect.kind === 'none') return undefined;
  if (effect.kind !== 'edit' || effect.clears) return 'moved';
  const changes: TextPlan[] = [];
  for (const change of effect.edit.documentChanges ?? []) {
    const index = TextDocumentEdit.is(change) ? file.texts.findIndex(({ uri }) => uri === change.textDocument.uri) : -1;
    const text = file.texts[index];
    // Of another file, or of a cell that has come since.
    if (!TextDocumentEdit.is(change) || !text) return 'moved';
    const { cell, source, findings } = text;
    const edits = change.edits.filter(TextEdit.is);
    changes.push({ index, cell, source, edits, credentials: credentialsIn(source, findings) });
  }
  const { path, kind, texts, safeFixes } = file;
  const sources = texts.map(({ source }) => source);
  return changes.length === 0 ? undefined : { path, kind, findings: safeFixes, sources, changes };
}
