import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IDocumentWidget } from '@jupyterlab/docregistry';
import type { FileEditor, IEditorTracker } from '@jupyterlab/fileeditor';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { Position } from 'vscode-languageserver-protocol';
import type { OpenDocument } from '../documents/open-document.js';
import type { OpenText } from '../documents/open-text.js';

/** Brings a place of an open document to the front and puts the cursor there. */
export type Reveal = (document: OpenDocument, text: OpenText, place: Position) => Promise<void>;

export function revealIn(app: JupyterFrontEnd, notebooks: INotebookTracker, files: IEditorTracker | null): Reveal {
  return async ({ shared }, { cellId }, place) => {
    const notebook = notebooks.find(({ context }) => context.model.sharedModel === shared);
    const file = files?.find(({ context }) => context.model.sharedModel === shared);
    if (notebook && cellId !== undefined) await jumpToCell(app, notebook, cellId, place);
    else if (file) jumpToLine(app, file, place);
  };
}

/** Puts the cursor there, in a cell that has no editor yet too. */
async function jumpToCell(
  app: JupyterFrontEnd,
  panel: NotebookPanel,
  cellId: string,
  { line, character }: Position
): Promise<void> {
  const { content } = panel;
  const index = content.widgets.findIndex(({ model }) => model.id === cellId);
  const cell = content.widgets[index];
  if (!cell) return;
  app.shell.activateById(panel.id);
  content.deselectAll();
  content.activeCellIndex = index;
  await content.scrollToItem(index, 'smart');
  await cell.ready;
  content.mode = 'edit';
  cell.editor?.setCursorPosition({ line, column: character });
  cell.editor?.focus();
}

/** Puts the cursor there in the file editor. */
function jumpToLine(app: JupyterFrontEnd, widget: IDocumentWidget<FileEditor>, { line, character }: Position): void {
  app.shell.activateById(widget.id);
  const { editor } = widget.content;
  editor.setCursorPosition({ line, column: character });
  editor.revealPosition({ line, column: character });
  editor.focus();
}
