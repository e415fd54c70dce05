import type { NotebookPanel } from '@jupyterlab/notebook';
import type { SharedFix, SharedItem } from '@loadlight/protocol/share';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
import { OpenNotebook } from '../documents/open-notebook.js';
import type { OpenText } from '../documents/open-text.js';
import { applyEdit } from '../fixes/apply-edit.js';
import { notebookChange } from './notebook-changes.js';
import type { NotebookFile } from './notebook-file.js';
import type { Sharing } from './sharing.js';

/** The open notebook's text that the item stands in or beside; undefined for the notebook's own metadata, or where it is gone. */
export function textOfItem(document: OpenDocument, { place }: Pick<SharedItem, 'place'>): OpenText | undefined {
  if (place.cell === null) return undefined;
  return (
    document.texts.find(({ cellId }) => cellId === place.cellId) ??
    document.texts.find((_, index) => document.cellIndex(index) === place.cell)
  );
}

/**
 * Does a report's fix in the notebook, which is open by now. `moved` where it is not the one that the report is of, `locked` where
 * a cell is read-only; nothing was changed then.
 */
export async function fixInNotebook(
  { context }: NotebookPanel,
  fix: SharedFix,
  sharing: Sharing,
  documents: Documents
): Promise<'done' | 'moved' | 'locked'> {
  const { path } = context;
  const document = documents.ofPath(path);
  const state = sharing.of(path);
  if (!(document instanceof OpenNotebook) || state?.kind !== 'looked') return 'moved';
  const others = fix.edits.filter(({ part }) => part !== 'source');
  const edited = others.length > 0 ? await sharing.edited(path, state.text, others) : state.text;
  const inSources = sourceEdits(document, fix);
  if (edited === undefined || !inSources) return 'moved';
  const [before, after] = [state.text, edited].map(text => JSON.parse(text) as NotebookFile);
  const change = before && after ? notebookChange(document.shared, before, after) : 'moved';
  if (typeof change === 'string') return change;
  const applied = inSources.length > 0 ? applyEdit({ documentChanges: inSources }, documents).kind : 'done';
  if (applied === 'done') change();
  return applied;
}

/** The fix's edits of sources, by cell, for the texts as they are; undefined where a cell is gone. */
function sourceEdits(document: OpenDocument, fix: SharedFix): TextDocumentEdit[] | undefined {
  const byText = new Map<OpenText, TextDocumentEdit>();
  for (const edit of fix.edits.filter(({ part }) => part === 'source')) {
    const text = textOfItem(document, { place: edit });
    if (!text) return undefined;
    const { range, newText } = edit;
    const { edits } = byText.get(text) ?? { edits: [] };
    const textDocument = { uri: text.uri, version: text.version };
    byText.set(text, { textDocument, edits: [...edits, { range, newText }] });
  }
  return [...byText.values()];
}
