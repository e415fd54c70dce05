import type { IDocumentWidget } from '@jupyterlab/docregistry';
import type { FileEditor, IEditorTracker } from '@jupyterlab/fileeditor';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { Documents } from './documents.js';
import type { DocumentList, OpenDocument } from './open-document.js';
import { OpenFile } from './open-file.js';
import { OpenNotebook } from './open-notebook.js';

/** Adds every notebook and file that is opened, once however many views it has, until the last view closes. */
export function followEditors(documents: Documents, notebooks: INotebookTracker, files: IEditorTracker | null): void {
  const views = new Map<object, { count: number; close: () => void }>();

  async function follow(
    widget: IDocumentWidget,
    shared: () => object,
    make: (list: DocumentList) => OpenDocument
  ): Promise<void> {
    await widget.context.ready;
    if (widget.isDisposed) return;
    const model = shared();
    const view = views.get(model) ?? { count: 0, close: documents.add(make) };
    view.count++;
    views.set(model, view);
    widget.disposed.connect(() => {
      if (--view.count > 0) return;
      views.delete(model);
      view.close();
    });
  }

  notebooks.widgetAdded.connect((_, panel) => void followNotebook(panel));
  notebooks.forEach(panel => void followNotebook(panel));
  files?.widgetAdded.connect((_, widget) => void followFile(widget));
  files?.forEach(widget => void followFile(widget));

  function followNotebook(panel: NotebookPanel): Promise<void> {
    const { context } = panel;
    return follow(
      panel,
      () => context.model.sharedModel,
      list => new OpenNotebook(context, list)
    );
  }
  function followFile(widget: IDocumentWidget<FileEditor>): Promise<void> {
    const { context, content } = widget;
    return follow(
      widget,
      () => content.model.sharedModel,
      list => new OpenFile(context, content.model.sharedModel, list)
    );
  }
}
