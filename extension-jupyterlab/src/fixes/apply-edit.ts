import { TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import { OpenNotebook } from '../documents/open-notebook.js';
import type { OpenText, SharedText, UndoHistory } from '../documents/open-text.js';
import { changeTogether, type SharedCells } from './group-undo.js';
import { onlyOnce } from './only-once.js';
import { fromTheBack, type Replacement } from './text-after.js';

/**
 * Nothing was changed where it is not `done`: `moved`, the text is not the one that the edit was made for; `locked`, the
 * user has made a cell that it touches read-only.
 */
export type Applied =
  | {
      readonly kind: 'done';
      readonly texts: readonly OpenText[];
      /** Somebody else made the same change at the same time, and it is theirs to take back. */
      readonly isTheirs?: () => boolean;
    }
  | { readonly kind: 'moved' | 'locked' };

/** What an edit does to one text. */
export interface TextChange {
  readonly text: OpenText;
  readonly edits: readonly TextEdit[];
}

/** Applies an edit through the shared models, as one step of undo; all of it or nothing. */
export function applyEdit(edit: WorkspaceEdit, documents: Documents): Applied {
  const refused = whyNot(edit, documents);
  const changes = changesOf(edit, documents);
  const first = changes?.[0];
  if (refused || !changes || !first) return { kind: refused ?? 'moved' };
  const made = changes.map(({ text: { model }, edits }) => ({
    model,
    replacements: fromTheBack(model.getSource(), edits)
  }));
  const change = (): void => {
    for (const { model, replacements } of made) replace(model, replacements);
  };
  const owner = documents.ownerOf(first.text);
  const models = made.map(({ model }) => model);
  // A notebook's shared model has an undo history; only its interface does not say so.
  const notebook = owner instanceof OpenNotebook ? (owner.shared as unknown as SharedCells) : undefined;
  if (changes.length > 1 && !notebook) return { kind: 'moved' };
  const step = stepOf([notebook, ...models], () => {
    if (notebook && models.length > 1) changeTogether(notebook, models, change);
    else models[0]?.transact(change);
  });
  let isTheirs = false;
  const lost = (): void => {
    isTheirs = true;
    step.forget();
  };
  for (const { model, replacements } of made) onlyOnce(model, replacements, lost);
  return { kind: 'done', texts: changes.map(({ text }) => text), isTheirs: () => isTheirs };
}

/** Why the edit cannot be applied to the texts as they are; undefined where it can. */
export function whyNot(edit: WorkspaceEdit, documents: Documents): 'moved' | 'locked' | undefined {
  const changes = changesOf(edit, documents);
  if (!changes || changes.length === 0) return 'moved';
  return changes.some(({ text }) => isLocked(text, documents)) ? 'locked' : undefined;
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

/** The edit changes another document than that of the text, which need not be open. */
export function isElsewhere({ documentChanges }: WorkspaceEdit, text: OpenText, documents: Documents): boolean {
  const owner = documents.ownerOf(text);
  const changed = (documentChanges ?? []).filter(change => TextDocumentEdit.is(change));
  return (
    changed.length > 0 &&
    changed.every(({ textDocument: { uri } }) => {
      const other = documents.ofUri(uri);
      return other === undefined || documents.ownerOf(other) !== owner;
    })
  );
}

/** JupyterLab lets nobody type in a cell whose metadata says so. */
function isLocked(text: OpenText, documents: Documents): boolean {
  const owner = documents.ownerOf(text);
  if (!(owner instanceof OpenNotebook)) return false;
  return owner.cells.find(cell => cell.getId() === text.cellId)?.getMetadata('editable') === false;
}

/** Makes a change as a step of its own in all histories that record it; the step can be forgotten there. */
function stepOf(
  recorders: readonly ({ readonly undoManager: UndoHistory | null } | undefined)[],
  change: () => void
): { forget(): void } {
  const histories = [...new Set(recorders.flatMap(recorder => recorder?.undoManager ?? []))];
  for (const history of histories) history.stopCapturing();
  const before = new Set(histories.flatMap(({ undoStack }) => undoStack));
  change();
  for (const history of histories) history.stopCapturing();
  const steps = new Set(histories.flatMap(({ undoStack }) => undoStack.filter(item => !before.has(item))));
  return {
    forget: () => {
      for (const { undoStack } of histories) {
        const at = undoStack.findIndex(item => steps.has(item));
        if (at >= 0) undoStack.splice(at, 1);
      }
    }
  };
}

function replace(model: SharedText, replacements: readonly Replacement[]): void {
  for (const { start, end, newText } of replacements) model.updateSource(start, end, newText);
}
