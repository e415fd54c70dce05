import { OUTPUTS, type OutputsParams, type OutputText } from '@loadlight/protocol/messages';
import type {
  Connection,
  DidChangeNotebookDocumentParams,
  DidOpenNotebookDocumentParams,
  NotebookCell
} from 'vscode-languageserver';
import { Emitter, NotificationType } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A notebook as the client has it. */
export interface OpenNotebook {
  readonly uri: string;
  version: number;
  metadata: unknown;
  /** All synced cells in document order. */
  cells: NotebookCell[];
}

/**
 * Open notebooks and their cells' texts. The library's own class is not used: it says nothing when cells only change
 * places, and loses a moved cell whose text is closed and opened in one change.
 */
export class Notebooks {
  private readonly notebooks = new Map<string, OpenNotebook>();
  private readonly texts = new Map<string, TextDocument>();
  private readonly owners = new Map<string, OpenNotebook>();
  /** By the URI of the cell's text. */
  private readonly outputs = new Map<string, readonly OutputText[]>();
  private readonly changes = new Emitter<string>();
  private readonly closings = new Emitter<string>();
  /** A notebook opened or changed, in structure, text or metadata; its URI. */
  readonly onDidChange = this.changes.event;
  /** A notebook closed; its URI. */
  readonly onDidClose = this.closings.event;

  listen(connection: Connection): void {
    const { synchronization } = connection.notebooks;
    synchronization.onDidOpenNotebookDocument(params => this.open(params));
    synchronization.onDidChangeNotebookDocument(params => this.change(params));
    synchronization.onDidCloseNotebookDocument(params => this.close(params.notebookDocument.uri));
    connection.onNotification(new NotificationType<OutputsParams>(OUTPUTS), params => this.setOutputs(params));
  }

  get(uri: string): OpenNotebook | undefined {
    return this.notebooks.get(uri);
  }

  /** The notebook that a cell, by the URI of its text, stands in. */
  ownerOf(cell: string): OpenNotebook | undefined {
    return this.owners.get(cell);
  }

  text(cell: string): TextDocument | undefined {
    return this.texts.get(cell);
  }

  outputsOf(cell: string): readonly OutputText[] {
    return this.outputs.get(cell) ?? [];
  }

  uris(): string[] {
    return [...this.notebooks.keys()];
  }

  private open({ notebookDocument, cellTextDocuments }: DidOpenNotebookDocumentParams): void {
    const { uri, version, metadata } = notebookDocument;
    const notebook: OpenNotebook = { uri, version, metadata, cells: [...notebookDocument.cells] };
    this.notebooks.set(uri, notebook);
    for (const text of cellTextDocuments) this.openText(notebook, text);
    this.changes.fire(uri);
  }

  private change({ notebookDocument, change }: DidChangeNotebookDocumentParams): void {
    const notebook = this.notebooks.get(notebookDocument.uri);
    if (!notebook) return;
    notebook.version = notebookDocument.version;
    if (change.metadata !== undefined) notebook.metadata = change.metadata;
    const structure = change.cells?.structure;
    if (structure) {
      const { start, deleteCount, cells = [] } = structure.array;
      notebook.cells.splice(start, deleteCount, ...cells);
      for (const { uri } of structure.didClose ?? []) this.closeText(uri);
      for (const text of structure.didOpen ?? []) this.openText(notebook, text);
    }
    for (const data of change.cells?.data ?? []) {
      notebook.cells = notebook.cells.map(cell => (cell.document === data.document ? data : cell));
    }
    for (const { document, changes } of change.cells?.textContent ?? []) {
      const text = this.texts.get(document.uri);
      if (text) TextDocument.update(text, changes, document.version);
    }
    this.changes.fire(notebook.uri);
  }

  private close(uri: string): void {
    const notebook = this.notebooks.get(uri);
    if (!notebook) return;
    this.notebooks.delete(uri);
    for (const [cell, owner] of this.owners) if (owner === notebook) this.closeText(cell);
    this.closings.fire(uri);
  }

  private setOutputs({ notebook, cells }: OutputsParams): void {
    // They may come before the notebook is opened, so that the first word on it counts them.
    for (const { cell, outputs } of cells) this.outputs.set(cell, outputs);
    if (this.notebooks.has(notebook)) this.changes.fire(notebook);
  }

  private openText(
    notebook: OpenNotebook,
    { uri, languageId, version, text }: DidOpenNotebookDocumentParams['cellTextDocuments'][number]
  ): void {
    this.texts.set(uri, TextDocument.create(uri, languageId, version, text));
    this.owners.set(uri, notebook);
  }

  private closeText(uri: string): void {
    this.texts.delete(uri);
    this.owners.delete(uri);
    this.outputs.delete(uri);
  }
}
