import type { ISharedCodeCell, ISharedNotebook } from '@jupyter/ydoc';
import { JSONExt, type PartialJSONObject, type PartialJSONValue } from '@lumino/coreutils';
import { type NotebookFile, outputWithText, sourceOf } from './notebook-file.js';

type CodeOutput = ReturnType<ISharedCodeCell['getOutputs']>[number];

/**
 * A function that brings into the open notebook what an edit of its file changed in outputs and metadata. `moved` where the
 * open notebook has other sources than `before`, or something else where it would change; `locked` where the user has made a cell that
 * would change read-only.
 */
export function notebookChange(
  notebook: ISharedNotebook,
  before: NotebookFile,
  after: NotebookFile
): (() => void) | 'moved' | 'locked' {
  const { cells } = notebook;
  // An older format, which JupyterLab has open as a newer one.
  if (!('cells' in before) || cells.length !== before.cells.length) return 'moved';
  const changes: (() => void)[] = [];
  for (const [index, cell] of before.cells.entries()) {
    const edited = after.cells[index];
    const shared = cells[index];
    if (!edited || shared?.getSource() !== sourceOf(cell)) return 'moved';
    const own = metadataChanges(cell.metadata, edited.metadata, shared);
    if (own === 'moved') return own;
    if (edited.outputs && !isSame(cell.outputs, edited.outputs)) {
      const code = shared as ISharedCodeCell;
      const [was, will] = [cell.outputs ?? [], edited.outputs].map(outputs => outputs.map(outputWithText));
      if (shared.cell_type !== 'code' || !isSame(code.getOutputs(), was)) return 'moved';
      own.push(() => code.setOutputs(will as unknown as CodeOutput[]));
    }
    if (own.length > 0 && shared.getMetadata('editable') === false) return 'locked';
    changes.push(...own);
  }
  const ofAll = metadataChanges(before.metadata, after.metadata, notebook);
  if (ofAll === 'moved') return ofAll;
  return () =>
    notebook.transact(() => {
      for (const change of [...changes, ...ofAll]) change();
    });
}

interface HasMetadata {
  getMetadata(): PartialJSONObject;
  setMetadata(key: string, value: never): void;
  deleteMetadata(key: string): void;
}

function metadataChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  owner: HasMetadata
): (() => void)[] | 'moved' {
  const now = owner.getMetadata();
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    key => !isSame(before[key], after[key])
  );
  if (keys.some(key => !isSame(now[key], before[key]))) return 'moved';
  return keys.map(key => () => {
    // What was read as JSON can be written as JSON.
    if (key in after) owner.setMetadata(key, after[key] as never);
    else owner.deleteMetadata(key);
  });
}

/** Of what was read as JSON. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return JSONExt.deepEqual(a as PartialJSONValue, b as PartialJSONValue);
}
