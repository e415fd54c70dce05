import type { FileEditor, IEditorTracker } from '@jupyterlab/fileeditor';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { Position } from 'vscode-languageserver-protocol';
import type { FrontDocument } from '../documents/front-document.js';
import type { OpenDocument } from '../documents/open-document.js';
import type { OpenText } from '../documents/open-text.js';
import type { Documents } from '../documents/documents.js';
import { viewOf } from '../documents/view-of.js';

type Editor = FileEditor['editor'];

/** Where the user is in the document in front. */
export interface Cursor {
  readonly document: OpenDocument;
  /** The code cell or file; undefined in a Markdown or raw cell. */
  readonly text: OpenText | undefined;
  /** Undefined where a cell is selected as a whole. */
  readonly position: Position | undefined;
  /** How many of the document's texts stand before this one. */
  readonly before: number;
  /** Where on the screen a menu belongs, in pixels of the page. */
  readonly screen: { readonly x: number; readonly y: number };
  /** Gives the keyboard back to where it was. */
  focus(): void;
}

/** Reads the cursor of the document in front; undefined where there is none. */
export function cursorIn(
  front: FrontDocument,
  documents: Documents,
  notebooks: INotebookTracker,
  files: IEditorTracker | null
): () => Cursor | undefined {
  return () => {
    const { document } = front;
    if (!document) return undefined;
    const notebook = viewOf(notebooks, document.shared)?.content;
    if (notebook) {
      const { activeCell, activeCellIndex, mode } = notebook;
      if (!activeCell) return undefined;
      const { editor, model, node } = activeCell;
      const text = documents.ofModel(model.sharedModel);
      const position = mode === 'edit' && editor ? placeOf(editor) : undefined;
      const ids = new Set(notebook.widgets.slice(0, activeCellIndex).map(cell => cell.model.id));
      return {
        document,
        text,
        position,
        before: document.texts.filter(({ cellId }) => cellId !== undefined && ids.has(cellId)).length,
        screen: (position && editor && below(editor)) ?? corner(node.querySelector('.jp-InputArea-editor') ?? node),
        focus: () => (position && editor ? editor.focus() : notebook.node.focus())
      };
    }
    const widget = viewOf(files, document.shared)?.content;
    if (!widget) return undefined;
    const { editor, node } = widget;
    return {
      document,
      text: document.texts[0],
      position: placeOf(editor),
      before: 0,
      screen: below(editor) ?? corner(node),
      focus: () => editor.focus()
    };
  };
}

function placeOf(editor: Editor): Position {
  const { line, column } = editor.getCursorPosition();
  return { line, character: column };
}

function below(editor: Editor): Cursor['screen'] | undefined {
  const box = editor.getCoordinateForPosition(editor.getCursorPosition());
  return box ? { x: box.left, y: box.bottom } : undefined;
}

function corner(node: Element): Cursor['screen'] {
  const { left, top } = node.getBoundingClientRect();
  return { x: left, y: top };
}
