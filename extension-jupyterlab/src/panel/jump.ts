import type { JupyterFrontEnd } from '@jupyterlab/application';
import { CodeCell } from '@jupyterlab/cells';
import type { IDocumentWidget } from '@jupyterlab/docregistry';
import type { FileEditor, IEditorTracker } from '@jupyterlab/fileeditor';
import { type INotebookTracker, NotebookActions, type NotebookPanel } from '@jupyterlab/notebook';
import type { Position } from 'vscode-languageserver-protocol';
import type { OpenDocument } from '../documents/open-document.js';
import type { OpenText } from '../documents/open-text.js';
import { viewOf } from '../documents/view-of.js';

/** How long a notebook may take to show a cell; when it is asked again after a refusal, and without an answer: milliseconds. */
const PATIENCE_MS = 60_000;
const AGAIN_MS = 50;
const SCROLL_MS = 2000;

type Notebook = NotebookPanel['content'];

/** Brings a place of an open document to the front and puts the cursor there; an output, from 0, is shown with its cell selected. */
export type Reveal = (document: OpenDocument, text: OpenText, place: Position, output?: number) => Promise<void>;

export function revealIn(app: JupyterFrontEnd, notebooks: INotebookTracker, files: IEditorTracker | null): Reveal {
  return async ({ shared }, { cellId }, place, output) => {
    const notebook = viewOf(notebooks, shared);
    const file = viewOf(files, shared);
    if (notebook && cellId !== undefined) await jumpToCell(app, notebook, cellId, place, output);
    else if (file) jumpToLine(app, file, place);
  };
}

/** Puts the cursor there, in a cell that has no editor yet too, or is folded away. */
async function jumpToCell(
  app: JupyterFrontEnd,
  panel: NotebookPanel,
  cellId: string,
  { line, character }: Position,
  output: number | undefined
): Promise<void> {
  const { content } = panel;
  const index = content.widgets.findIndex(({ model }) => model.id === cellId);
  const cell = content.widgets[index];
  if (!cell) return;
  app.shell.activateById(panel.id);
  if (cell.isHidden) NotebookActions.expandParent(cell, content);
  if (output === undefined && cell.inputHidden) cell.inputHidden = false;
  content.deselectAll();
  content.activeCellIndex = index;
  await bringIntoView(content, index);
  // The user has gone elsewhere meanwhile.
  if (content.activeCell !== cell) return;
  if (output !== undefined && cell instanceof CodeCell) {
    showOutput(content, cell, output);
    return;
  }
  cell.editor?.setCursorPosition({ line, column: character });
  await giveKeyboard(content, cell);
}

function showOutput(notebook: Notebook, cell: CodeCell, output: number): void {
  if (cell.outputHidden) cell.outputHidden = false;
  const { outputArea } = cell;
  // Of many outputs JupyterLab shows the first only.
  (outputArea.widgets[output] ?? outputArea).node.scrollIntoView({ block: 'nearest' });
  notebook.mode = 'command';
  notebook.activate();
}

/**
 * Puts the keyboard into a cell's editor. That fails for as long as the notebook has not yet put the cell back into the page,
 * and is undone where a notebook that came to the front takes the keyboard a moment later; then it is done again.
 */
async function giveKeyboard(notebook: Notebook, cell: Notebook['widgets'][number]): Promise<void> {
  const start = document.activeElement;
  const end = performance.now() + PATIENCE_MS;
  const goneElsewhere = (): boolean => {
    const now = document.activeElement;
    return notebook.activeCell !== cell || !(now === start || now === document.body || notebook.node.contains(now));
  };
  do {
    notebook.mode = 'edit';
    cell.editor?.focus();
    await after(AGAIN_MS, undefined);
  } while (!cell.editor?.host.contains(document.activeElement) && !goneElsewhere() && performance.now() < end);
}

/**
 * Resolves when the cell stands in the window and has its editor, or the user has gone elsewhere. The notebook also
 * scrolls of its own accord, which takes back what was asked here; then it is asked again.
 */
async function bringIntoView(notebook: Notebook, index: number): Promise<void> {
  const cell = notebook.widgets[index];
  if (!cell) return;
  const end = performance.now() + PATIENCE_MS;
  const scroll = (): Promise<boolean> =>
    notebook.scrollToItem(index, 'smart').then(
      () => true,
      () => after(AGAIN_MS, false)
    );
  while (notebook.activeCell === cell && performance.now() < end) {
    // Now and then nothing comes of it; a cell that has its editor scrolls when that takes the keyboard.
    if (await Promise.race([scroll(), after(SCROLL_MS, cell.editor !== null)])) break;
  }
  await cell.ready;
}

/** Puts the cursor there in the file editor. */
function jumpToLine(app: JupyterFrontEnd, widget: IDocumentWidget<FileEditor>, { line, character }: Position): void {
  app.shell.activateById(widget.id);
  const { editor } = widget.content;
  editor.setCursorPosition({ line, column: character });
  editor.revealPosition({ line, column: character });
  editor.focus();
}

function after<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise(resolve => setTimeout(resolve, milliseconds, value));
}
