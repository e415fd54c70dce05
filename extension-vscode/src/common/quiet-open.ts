import type { AnalysedParams } from '@loadlight/protocol/messages';
import type { Uri } from 'vscode';
import { type NotebookDocument, type TextDocument, workspace } from 'vscode';
import {
  type Diagnostic,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest
} from 'vscode-languageclient';
import { isSent } from './cell-languages.js';
import type { ServerClient } from './server-client.js';
import { isNotebook } from './workspace-files.js';

/** No file above this many bytes is opened. */
const MOST_BYTES = 10 * 1024 * 1024;
/** A server that has not said its last word about a file by then is not waited for; in milliseconds. */
const LONGEST_WAIT = 10_000;

/** What the server found in one file or notebook, by the text it stands in: the file, or its cells. */
export interface Looked {
  readonly found: readonly (readonly [text: Uri, items: readonly Diagnostic[]])[];
}

/**
 * Has the server look at files that no editor shows. Python files go to the server alone, so that no other extension
 * opens them; notebooks are opened by VS Code, which gives their cells the addresses that a click on a problem needs.
 */
export class QuietOpen {
  private readonly opened = new Map<string, ServerClient>();
  private readonly waiting = new Map<string, () => void>();

  /** A server has started: what was open at the one before is forgotten, and nobody waits for its word. */
  restarted(): void {
    this.opened.clear();
    for (const done of this.waiting.values()) done();
  }

  /** The server has spoken of a document. */
  analysed({ uri, pending }: AnalysedParams): void {
    if (pending !== true) this.waiting.get(uri)?.();
  }

  /** The file is open here and in no editor. */
  has(uri: string): boolean {
    return this.opened.has(uri);
  }

  /** An editor is about to open the file: to the server it has to be closed before. Also how a look ends. */
  async release(uri: string): Promise<void> {
    const client = this.opened.get(uri);
    if (client === undefined) return;
    this.opened.delete(uri);
    await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** What the server finds in the file as it is on disk, or in the editor where one has it. Rejects where it cannot be read. */
  look(client: ServerClient, file: Uri): Promise<Looked> {
    return this.during(client, file, async texts => {
      const found = texts.map(async text => [text, await diagnosticsOf(client, text)] as const);
      return { found: await Promise.all(found) };
    });
  }

  /**
   * What `use` gives while the server has the file open, as it is on disk, or in the editor where one has it. `texts` are what
   * the server knows it by: the file itself, or its cells. Rejects where the file cannot be read or is too large.
   */
  async during<T>(client: ServerClient, file: Uri, use: (texts: readonly Uri[]) => Promise<T>): Promise<T> {
    const { size } = await workspace.fs.stat(file);
    if (size > MOST_BYTES) throw new Error(`${size} bytes are too many to look at`);
    if (isNotebook(file)) return use(textsOf(await this.openNotebook(client, file)));
    const uri = client.code2ProtocolConverter.asUri(file);
    if (!isOpen(file, workspace.textDocuments)) {
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      // Reading took a while.
      if (!isOpen(file, workspace.textDocuments) && !this.opened.has(uri)) {
        const last = this.lastWord(uri);
        this.opened.set(uri, client);
        const textDocument = { uri, languageId: 'python', version: 1, text };
        await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
        await last;
      }
    }
    try {
      return await use([file]);
    } finally {
      await this.release(uri);
    }
  }

  /** Opens a Python file in VS Code, though in no editor, and gives it when the server has said all it will say of it. */
  async openText(client: ServerClient, file: Uri): Promise<TextDocument> {
    const known = isOpen(file, workspace.textDocuments);
    const last = known ? undefined : this.lastWord(client.code2ProtocolConverter.asUri(file));
    const document = await workspace.openTextDocument(file);
    if (document.languageId === 'python') await last;
    return document;
  }

  /** The same for a notebook. */
  async openNotebook(client: ServerClient, file: Uri): Promise<NotebookDocument> {
    const known = isOpen(file, workspace.notebookDocuments);
    const last = known ? undefined : this.lastWord(client.code2ProtocolConverter.asUri(file));
    const notebook = await workspace.openNotebookDocument(file);
    // The server is not sent a notebook that has no cell for it.
    if (textsOf(notebook).length > 0) await last;
    return notebook;
  }

  /** Resolves when the server has said all it will say of the document, or has taken too long. */
  private lastWord(uri: string): Promise<void> {
    return new Promise(resolve => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(uri);
        resolve();
      };
      const timer = setTimeout(done, LONGEST_WAIT);
      this.waiting.set(uri, done);
    });
  }
}

/** What the server says of a text that it has. */
export async function diagnosticsOf(client: ServerClient, text: Uri): Promise<readonly Diagnostic[]> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(text) };
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  return report.kind === 'full' ? report.items : [];
}

/** The cells that the server is sent. */
export function textsOf(notebook: NotebookDocument): Uri[] {
  return notebook
    .getCells()
    .filter(({ document }) => isSent(document.languageId))
    .map(({ document }) => document.uri);
}

function isOpen(file: Uri, documents: readonly (TextDocument | NotebookDocument)[]): boolean {
  return documents.some(({ uri }) => uri.toString() === file.toString());
}
