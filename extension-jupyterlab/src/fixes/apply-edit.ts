import { TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import { OpenNotebook } from '../documents/open-notebook.js';
import type { OpenText, SharedText } from '../documents/open-text.js';
import { changeTogether, type SharedCells } from './group-undo.js';
import { fromTheBack } from './text-after.js';

/**
 * Nothing was changed where it is not `done`: `moved`, the text is not the one that the edit was made for; `locked`, the
 * user has made a cell that it touches read-only.
 */
export type Applied =
  { readonly kind: 'done'; readonly texts: readonly OpenText[] } | { readonly kind: 'moved' | 'locked' };

/** What an edit does to one text. */
export interface TextChange {
  readonly text: OpenText;
  readonly edits: readonly TextEdit[];
}

/** Applies an edit through the shared models, as one step of undo; all of it or nothing. */
export function applyEdit(edit: WorkspaceEdit, documents: Documents): Applied {
  const changes = changesOf(edit, documents);
  const first = changes?.[0];
  if (!changes || !first) return { kind: 'moved' };
  if (changes.some(({ text }) => isLocked(text, documents))) return { kind: 'locked' };
  const change = (): void => {
    for (const { text, edits } of changes) replace(text.model, edits);
  };
  const owner = documents.ownerOf(first.text);
  if (changes.length === 1) first.text.model.transact(change);
  else if (owner instanceof OpenNotebook) {
    // A notebook's shared model has an undo history; only its interface does not say so.
    const notebook = owner.shared as unknown as SharedCells;
    const models = changes.map(({ text }) => text.model);
    changeTogether(notebook, models, change);
  } else return { kind: 'moved' };
  return { kind: 'done', texts: changes.map(({ text }) => text) };
}

/** The changes by text; undefined where one of them is for a text that is not open, not of one document or has moved. */
export function changesOf({ documentChanges }: WorkspaceEdit, documents: Documents): TextChange[] | undefined {
  const changes: TextChange[] = [];
  for (const change of documentChanges ?? []) {
    if (!TextDocumentEdit.is(change)) return undefined;
    const { uri, version } = change.textDocument;
    const text = documents.ofUri(uri);
    if (!text || version !== text.version) return undefined;
    changes.push({ text, edits: change.edits.filter(TextEdit.is) });
  }
  const owners = new Set(changes.map(({ text }) => documents.ownerOf(text)));
  return owners.size === 1 ? changes : undefined;
}

/** JupyterLab lets nobody type in a cell whose metadata says so. */
function isLocked(text: OpenText, documents: Documents): boolean {
  const owner = documents.ownerOf(text);
  if (!(owner instanceof OpenNotebook)) return false;
  return owner.cells.find(cell => cell.getId() === text.cellId)?.getMetadata('editable') === false;
}

function replace(model: SharedText, edits: readonly TextEdit[]): void {
  for (const { start, end, newText } of fromTheBack(model.getSource(), edits)) model.updateSource(start, end, newText);
}
