import { TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { OpenText } from '../documents/open-text.js';

/** Which texts are open, and what they belong to. */
interface Owners {
  ofUri(uri: string): OpenText | undefined;
  ownerOf(text: OpenText): object | undefined;
}

/** What an edit does to the document of the text, and what to other files beside it: an edit for each. */
export interface PartedEdit {
  readonly here: WorkspaceEdit;
  readonly beside: readonly WorkspaceEdit[];
}

/** Takes an edit apart that changes the document of the text and other files with it; one of other files alone stays whole. */
export function partedEdit(edit: WorkspaceEdit, text: OpenText, documents: Owners): PartedEdit {
  const owner = documents.ownerOf(text);
  const changes = edit.documentChanges ?? [];
  const isHere = ({ textDocument: { uri } }: TextDocumentEdit): boolean => {
    const other = documents.ofUri(uri);
    return other !== undefined && documents.ownerOf(other) === owner;
  };
  const texts = changes.filter(change => TextDocumentEdit.is(change));
  const here = texts.filter(isHere);
  if (here.length === 0) return { here: edit, beside: [] };
  const beside = editsByFile(changes.filter(change => !TextDocumentEdit.is(change) || !isHere(change)));
  return beside.length === 0 ? { here: edit, beside } : { here: { documentChanges: here }, beside };
}

/** An edit for each file, which also makes it where these make it. */
export function editsByFile(changes: NonNullable<WorkspaceEdit['documentChanges']>): WorkspaceEdit[] {
  const texts = changes.filter(change => TextDocumentEdit.is(change));
  return texts.map(change => {
    const made = changes.filter(
      each => 'kind' in each && each.kind === 'create' && each.uri === change.textDocument.uri
    );
    return { documentChanges: [...made, change] };
  });
}
