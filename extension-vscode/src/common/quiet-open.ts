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
  async look(client: ServerClient, file: Uri): Promise<Looked> {
    return file.path.endsWith('.ipynb') ? this.lookAtNotebook(client, file) : this.lookAtText(client, file);
  }

  private async lookAtText(client: ServerClient, file: Uri): Promise<Looked> {
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
      return { found: [[file, await this.ask(client, uri)]] };
    } finally {
      await this.release(uri);
    }
  }

  private async lookAtNotebook(client: ServerClient, file: Uri): Promise<Looked> {
    const known = isOpen(file, workspace.notebookDocuments);
    const last = known ? undefined : this.lastWord(client.code2ProtocolConverter.asUri(file));
    const notebook = await workspace.openNotebookDocument(file);
    const cells = notebook.getCells().filter(({ document }) => isSent(document.languageId));
    // The server is not sent a notebook that has none of these.
    if (cells.length > 0) await last;
    const found = cells.map(async ({ document }) => {
      const items = await this.ask(client, client.code2ProtocolConverter.asUri(document.uri));
      return [document.uri, items] as const;
    });
    return { found: await Promise.all(found) };
  }

  private async ask(client: ServerClient, uri: string): Promise<readonly Diagnostic[]> {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : [];
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

function isOpen(file: Uri, documents: readonly (TextDocument | NotebookDocument)[]): boolean {
  return documents.some(({ uri }) => uri.toString() === file.toString());
}
