import type { Contents } from '@jupyterlab/services';
import type { Documents } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
import { OpenNotebook } from '../documents/open-notebook.js';
import { applyEdit, whyNot } from '../fixes/apply-edit.js';
import { contentAfter } from './file-content.js';
import type { FilePlan } from './file-plan.js';

/** Why a file is left as it is; `failed` with the reason of who refused, `unkept` with the file that had to be written before. */
export type Left =
  | { readonly path: string; readonly why: 'moved' | 'locked' | 'read-only' | 'unread' | 'unfit' }
  | { readonly path: string; readonly why: 'failed' | 'unkept'; readonly reason: string };

/** `isOpen`: the change stands in a tab, where the user saves it. */
export type PlanWritten = { readonly why: undefined; readonly path: string; readonly isOpen: boolean } | Left;

/**
 * Changes one file: through its tab where it is open, as one step of undo, else where it lies. Nothing is changed where the file's texts
 * are not those that the plan was made for. Never rejects.
 */
export async function writePlan(
  plan: FilePlan,
  documents: Documents,
  contents: Contents.IManager
): Promise<PlanWritten> {
  const { path } = plan;
  const open = documents.ofPath(path);
  if (open) return changeOpen(plan, open, documents);
  try {
    const { type, format, ...file } = await contents.get(path, { content: true });
    if (!file.writable) return { path, why: 'read-only' };
    const after = contentAfter(file.content, plan);
    if (after.kind !== 'after') return { path, why: after.kind };
    // As JupyterLab itself saves it: a notebook by its cells, so that Jupyter lays it out and goes on trusting its outputs.
    await contents.save(path, { type, format, content: after.content });
    return { path, why: undefined, isOpen: false };
  } catch (error) {
    return { path, why: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

function changeOpen(
  { path, sources, changes, clears }: FilePlan,
  open: OpenDocument,
  documents: Documents
): PlanWritten {
  if (open.isReadOnly) return { path, why: 'read-only' };
  const { texts } = open;
  const isAsRead =
    texts.length === sources.length && texts.every(({ model }, index) => model.getSource() === sources[index]);
  if (!isAsRead) return { path, why: 'moved' };
  // It may have been opened since it was read, so its texts have other addresses and versions.
  const documentChanges = changes.flatMap(({ index, edits }) => {
    const text = texts[index];
    return text ? [{ textDocument: { uri: text.uri, version: text.version }, edits: [...edits] }] : [];
  });
  const edit = { documentChanges };
  const outputs = clears.map(output => ({ ...output, cell: texts[output.cell]?.uri ?? '' }));
  const notebook = open instanceof OpenNotebook ? open : undefined;
  const uncleared = outputs.length > 0 ? (notebook?.clearOutputs({ outputs }, true) ?? 'moved') : 'done';
  const refused = uncleared === 'done' ? (changes.length > 0 ? whyNot(edit, documents) : undefined) : uncleared;
  if (refused) return { path, why: refused };
  if (changes.length > 0) applyEdit(edit, documents);
  if (outputs.length > 0) notebook?.clearOutputs({ outputs });
  return { path, why: undefined, isOpen: true };
}
