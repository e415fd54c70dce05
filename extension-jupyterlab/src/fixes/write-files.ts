import type { Contents } from '@jupyterlab/services';
import { TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import { OpenFile } from '../documents/open-file.js';
import type { ServedTexts } from '../files/served-texts.js';
import { pathOfUri } from '../files/uris.js';
import { applyEdit } from './apply-edit.js';
import { textAfter } from './text-after.js';

/** What was written: not `saved` where the user has changes of their own in the file. `moved`: nothing was. */
export type FileWritten =
  | { readonly kind: 'written'; readonly path: string; readonly saved: boolean }
  | { readonly kind: 'moved' }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

/** What an edit does to one file that is not open. */
export interface FileChange {
  readonly path: string;
  /** The file's text as it is. */
  readonly source: string;
  readonly edits: readonly TextEdit[];
}

/** The one file that an edit changes, with its text; undefined where that is not as the server last saw it. */
export async function changeOfFile(
  edit: WorkspaceEdit,
  contents: Contents.IManager,
  served: ServedTexts
): Promise<FileChange | undefined> {
  const change = edit.documentChanges?.find(TextDocumentEdit.is);
  const path = change && pathOfUri(change.textDocument.uri);
  const before = path === undefined ? undefined : await textOf(path, contents);
  const isNew = creates(edit);
  const source = isNew && before === undefined ? '' : before;
  if (!change || path === undefined || source === undefined) return undefined;
  if (isNew ? before !== undefined : source !== served.of(path)) {
    served.changed(path);
    return undefined;
  }
  return { path, source, edits: change.edits.filter(TextEdit.is) };
}

/**
 * Makes an edit of one file that may be open, closed or not there yet, and saves it: what reads the configuration reads
 * files. A file that is not as the server last saw it is left alone.
 */
export async function writeFile(
  edit: WorkspaceEdit,
  documents: Documents,
  contents: Contents.IManager,
  served: ServedTexts
): Promise<FileWritten> {
  const change = edit.documentChanges?.find(TextDocumentEdit.is);
  if (!change) return { kind: 'moved' };
  const { uri } = change.textDocument;
  const path = pathOfUri(uri);
  const text = documents.ofUri(uri);
  const file = text && documents.ownerOf(text);
  try {
    if (file instanceof OpenFile) {
      const saved = !file.isDirty;
      if (applyEdit(edit, documents).kind !== 'done') return { kind: 'moved' };
      if (saved) await file.save();
      return { kind: 'written', path, saved };
    }
    const before = await textOf(path, contents);
    if (creates(edit) ? before !== undefined : before === undefined || before !== served.of(path)) {
      served.changed(path);
      return { kind: 'moved' };
    }
    const content = textAfter(before ?? '', change.edits.filter(TextEdit.is));
    await contents.save(path, { type: 'file', format: 'text', content });
    return { kind: 'written', path, saved: true };
  } catch (error) {
    return { kind: 'failed', path, reason: error instanceof Error ? error.message : String(error) };
  }
}

function creates({ documentChanges }: WorkspaceEdit): boolean {
  return documentChanges?.some(change => 'kind' in change && change.kind === 'create') === true;
}

/** Undefined where there is no such file, or it is not text. */
async function textOf(path: string, contents: Contents.IManager): Promise<string | undefined> {
  try {
    const file = await contents.get(path, { type: 'file', format: 'text', content: true });
    const content: unknown = file.content;
    return typeof content === 'string' ? content : undefined;
  } catch {
    return undefined;
  }
}
