import { type SetCellIgnores, withIgnores } from '@loadlight/protocol/cell-metadata';
import { type NotebookDocument, NotebookEdit, type Uri, workspace, WorkspaceEdit } from 'vscode';

/** Writes what the metadata of the cell, by the URI of its text, ignores. Throws where there is no such cell. */
export async function setCellIgnores(uri: Uri, ignore: SetCellIgnores['ignore']): Promise<void> {
  const cell = workspace.notebookDocuments
    .flatMap(notebook => notebook.getCells())
    .find(({ document }) => document.uri.toString() === uri.toString());
  if (cell === undefined) throw new Error('the cell is gone');
  const edit = new WorkspaceEdit();
  edit.set(cell.notebook.uri, [
    NotebookEdit.updateCellMetadata(cell.index, changed(cell.metadata, ignore)),
    ownStep(cell.notebook)
  ]);
  if (!(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
}

/**
 * Changes nothing. An edit of nothing but the metadata of a cell that just came (typed in, or read again from disk) VS Code
 * counts as part of that coming: undoing it would take the cell away too, or not be possible.
 * (`isOnlyEditingMetadataOnNewCells` in its `notebookTextModel.ts`.)
 */
function ownStep({ metadata }: NotebookDocument): NotebookEdit {
  return NotebookEdit.updateNotebookMetadata(metadata);
}

/** VS Code keeps what the notebook's file calls metadata under a key of that name; older versions, one level deeper. */
function changed(
  metadata: Readonly<Record<string, unknown>>,
  ignore: SetCellIgnores['ignore']
): Record<string, unknown> {
  const { custom } = metadata;
  if (typeof custom === 'object' && custom !== null) {
    return { ...metadata, custom: changed(custom as Record<string, unknown>, ignore) };
  }
  return { ...metadata, metadata: withIgnores(metadata.metadata, ignore) };
}
