import type { SharedPlace } from '@loadlight/protocol/share';
import {
  commands,
  type NotebookCell,
  type NotebookDocument,
  NotebookEditorRevealType,
  NotebookRange,
  Range,
  type Uri,
  window,
  workspace
} from 'vscode';

/** The cell that the place is in: the one of that id, wherever it is now, else the one that stood there. */
export function cellAt(notebook: NotebookDocument, { cell, cellId }: SharedPlace): NotebookCell | undefined {
  if (cell === null) return undefined;
  const cells = notebook.getCells();
  return cells.find(({ metadata }) => cellId !== null && metadata.id === cellId) ?? cells[cell];
}

/** Goes to the place: to the very text where that is code or Markdown, to the outputs of its cell, to the cell of metadata. */
export async function jump(file: Uri, place: SharedPlace): Promise<void> {
  const notebook = await workspace.openNotebookDocument(file);
  const cell = place.part === 'source' ? cellAt(notebook, place) : undefined;
  if (cell === undefined) {
    await reveal(file, place, false);
    // There is no way to name the output: the editor takes the first of the cell.
    if (place.part === 'output') await commands.executeCommand('notebook.cell.focusInOutput');
    return;
  }
  const { start, end } = place.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await commands.executeCommand('vscode.open', cell.document.uri, { selection });
}

/** Shows the notebook with the cell of the place; the keyboard stays where it is unless told otherwise. */
export async function reveal(file: Uri, place: SharedPlace, preserveFocus = true): Promise<NotebookDocument> {
  const notebook = await workspace.openNotebookDocument(file);
  const cell = cellAt(notebook, place);
  const selections = cell === undefined ? [] : [new NotebookRange(cell.index, cell.index + 1)];
  const editor = await window.showNotebookDocument(notebook, { selections, preserveFocus });
  for (const range of selections) editor.revealRange(range, NotebookEditorRevealType.InCenterIfOutsideViewport);
  return notebook;
}
