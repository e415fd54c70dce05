import { type Disposable, languages, type NotebookDocument, type Uri, workspace } from 'vscode';
import { DocumentDiagnosticRequest } from 'vscode-languageclient';
import type { ServerClient } from './server-client.js';

/** The type of the notebooks behind Interactive Windows. */
const TYPE = 'interactive';

/**
 * The findings in the cells that were run in Interactive Windows. The client library asks for those of notebooks that a
 * tab shows, and does not know this kind of tab; of the window's input it knows.
 */
export class InteractiveWindows {
  private readonly collection = languages.createDiagnosticCollection('loadlight-interactive');
  private readonly cells = new Map<string, readonly Uri[]>();
  private readonly closing: Disposable;

  constructor(private readonly client: ServerClient) {
    this.closing = workspace.onDidCloseNotebookDocument(notebook => this.clear(notebook));
  }

  dispose(): void {
    this.closing.dispose();
    this.collection.dispose();
  }

  /** The server has spoken of a document: where that is such a window, its cells are asked about. */
  analysed(uri: string): void {
    const notebook = workspace.notebookDocuments.find(each => each.uri.toString() === uri);
    if (notebook?.notebookType !== TYPE) return;
    this.show(notebook).catch((error: unknown) =>
      this.client.warn('an Interactive Window was not shown', error, false)
    );
  }

  private async show(notebook: NotebookDocument): Promise<void> {
    const { client } = this;
    const python = notebook.getCells().filter(({ document }) => document.languageId === 'python');
    const found = await Promise.all(
      python.map(async ({ document: { uri } }) => {
        const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
        const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
        const items = report.kind === 'full' ? report.items : [];
        return [uri, await client.protocol2CodeConverter.asDiagnostics(items)] as const;
      })
    );
    this.clear(notebook);
    if (notebook.isClosed) return;
    this.cells.set(
      notebook.uri.toString(),
      found.map(([uri]) => uri)
    );
    for (const [uri, diagnostics] of found) this.collection.set(uri, diagnostics);
  }

  private clear({ uri }: NotebookDocument): void {
    for (const cell of this.cells.get(uri.toString()) ?? []) this.collection.delete(cell);
    this.cells.delete(uri.toString());
  }
}
