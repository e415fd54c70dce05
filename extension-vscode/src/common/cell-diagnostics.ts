import {
  type DiagnosticCollection,
  Disposable,
  languages,
  type NotebookDocument,
  TabInputNotebook,
  type Uri,
  window,
  workspace
} from 'vscode';

/**
 * A collection of diagnostics in which the cells of a notebook keep theirs for as long as a tab shows the notebook, and no
 * longer. The client library (11.0.0) takes them away when a cell scrolls out of view, and leaves those of such cells
 * behind when the notebook closes.
 */
export function cellDiagnostics(name: string | undefined): DiagnosticCollection {
  const collection = languages.createDiagnosticCollection(name);
  const forget = (notebook: NotebookDocument): void => {
    for (const cell of notebook.getCells()) collection.delete(cell.document.uri);
  };
  const listening = Disposable.from(
    workspace.onDidCloseNotebookDocument(forget),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.some(({ input }) => input instanceof TabInputNotebook)) {
        workspace.notebookDocuments.filter(notebook => !isShown(notebook)).forEach(forget);
      }
    })
  );
  const remove = (uri: Uri): void => {
    if (!isShownCell(uri)) collection.delete(uri);
  };
  const dispose = (): void => {
    listening.dispose();
    collection.dispose();
  };
  return new Proxy(collection, {
    get: (target, key): unknown => {
      if (key === 'delete') return remove;
      if (key === 'dispose') return dispose;
      const member: unknown = Reflect.get(target, key);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    }
  });
}

/** It is a cell of a notebook that a tab shows. */
function isShownCell(uri: Uri): boolean {
  return workspace.notebookDocuments.some(
    notebook =>
      isShown(notebook) && notebook.getCells().some(({ document }) => document.uri.toString() === uri.toString())
  );
}

function isShown({ uri }: NotebookDocument): boolean {
  const tabs = window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputNotebook && input.uri.toString() === uri.toString());
}
