import { PassThrough } from 'node:stream';
import type { InitializationOptions } from '@loadlight/protocol/initialization';
import type { AnalysedParams } from '@loadlight/protocol/messages';
import { ANALYSED, FS_LIST, FS_READ, FS_STAT } from '@loadlight/protocol/messages';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  InitializeResult,
  NotebookDocumentChangeEvent,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  WorkspaceEdit
} from 'vscode-languageserver/node';
import {
  CodeActionRequest,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeNotebookDocumentNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenNotebookDocumentNotification,
  DidOpenTextDocumentNotification,
  Emitter,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  NotebookCellKind,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../common/host.js';
import { startServer } from '../common/server.js';
import { testHost } from './test-host.js';

/** What an editor of today can do; tests add to it and take away. */
export const USUAL: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
  workspace: { workspaceEdit: { documentChanges: true } }
};

export interface TestClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly host?: Host;
  readonly initializationOptions?: InitializationOptions;
  readonly locale?: string;
  /** Answers `workspace/configuration`. */
  readonly configuration?: () => unknown;
  /** Served over `loadlight/fs.*`, by URI. */
  readonly files?: ReadonlyMap<string, string>;
}

/** An editor without a screen: a real connection to a real server, and the texts that the editor would hold. */
export class TestClient {
  readonly texts = new Map<string, TextDocument>();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly analysed: AnalysedParams[] = [];
  readonly logged: string[] = [];
  /** `begin` and `end` of every work-done progress. */
  readonly progress: string[] = [];
  refreshes = 0;
  /** All that the server sent, as it was sent. */
  heard = '';
  initialized: InitializeResult = { capabilities: {} };
  private readonly changed = new Emitter<void>();

  /** Speaks over a connection of its own, or to a server in this process. */
  constructor(
    readonly connection: ProtocolConnection,
    private readonly options: TestClientOptions = {}
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, params => this.note(this.published, params));
    connection.onNotification(ANALYSED, (params: AnalysedParams) => this.note(this.analysed, params));
    connection.onNotification(LogMessageNotification.type, ({ message }) => this.note(this.logged, message));
    connection.onRequest(DiagnosticRefreshRequest.type, () => this.noteRefresh());
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      Promise.all(items.map(async () => (await options.configuration?.()) ?? null))
    );
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => this.note(this.progress, kind));
    });
    this.serveFiles(options.files ?? new Map());
    connection.listen();
  }

  static async start(options: TestClientOptions = {}): Promise<TestClient> {
    const up = new PassThrough();
    const down = new PassThrough();
    startServer(
      createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)),
      options.host ?? testHost()
    );
    const reader = new StreamMessageReader(down);
    const client = new TestClient(createProtocolConnection(reader, new StreamMessageWriter(up)), options);
    down.on('data', (chunk: Buffer) => (client.heard += chunk.toString()));
    await client.initialize();
    return client;
  }

  async initialize(): Promise<void> {
    const { capabilities = USUAL, initializationOptions, files, locale } = this.options;
    const served = files && { files: { ranges: true, watch: true, maxWhole: 1e6 } };
    this.initialized = await this.connection.sendRequest<InitializeResult>(InitializeRequest.method, {
      processId: null,
      ...(locale !== undefined && { locale }),
      capabilities,
      initializationOptions: { ...served, ...initializationOptions },
      workspaceFolders: [{ uri: 'file:///project', name: 'project' }]
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** Shuts the server down; one in a process of its own is left to `exit`. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    this.connection.dispose();
  }

  /** Shuts the server down and ends its process. */
  async exit(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
  }

  /** Opens a Python file and waits until it has been analysed. */
  async open(uri: string, text: string): Promise<AnalysedParams> {
    await this.show(uri, text);
    return await this.analysedAt(uri, 1);
  }

  /** Opens a Python file, and does not wait. */
  async show(uri: string, text: string): Promise<void> {
    this.texts.set(uri, TextDocument.create(uri, 'python', 1, text));
    const textDocument = { uri, languageId: 'python', version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Replaces a range of a file, and does not wait. */
  async type(uri: string, range: Range, text: string): Promise<void> {
    const document = this.text(uri);
    const version = document.version + 1;
    const contentChanges = [{ range, text }];
    this.texts.set(uri, TextDocument.update(document, contentChanges, version));
    const textDocument = { uri, version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /**
   * Opens a notebook of cells, by the URIs of their texts, and waits until it has been analysed. They are Python unless
   * `languages` says otherwise.
   */
  async openNotebook(
    uri: string,
    cells: Readonly<Record<string, string>>,
    metadata = {},
    notebookType = 'jupyter-notebook',
    languages: Readonly<Record<string, string>> = {}
  ): Promise<AnalysedParams> {
    const cellTextDocuments = Object.entries(cells).map(([cell, text]) => {
      const languageId = languages[cell] ?? 'python';
      this.texts.set(cell, TextDocument.create(cell, languageId, 1, text));
      return { uri: cell, languageId, version: 1, text };
    });
    const notebookDocument = {
      uri,
      notebookType,
      version: 1,
      metadata,
      cells: Object.keys(cells).map(document => ({ kind: NotebookCellKind.Code, document }))
    };
    const params = { notebookDocument, cellTextDocuments };
    await this.connection.sendNotification(DidOpenNotebookDocumentNotification.type, params);
    return await this.analysedAt(uri, 1);
  }

  /** Changes a notebook and waits until it has been analysed at that version. */
  async changeNotebook(uri: string, version: number, change: NotebookDocumentChangeEvent): Promise<AnalysedParams> {
    const notebookDocument = { uri, version };
    await this.connection.sendNotification(DidChangeNotebookDocumentNotification.type, { notebookDocument, change });
    return await this.analysedAt(uri, version);
  }

  /** What was last published for a text; undefined where nothing was. */
  diagnostics(uri: string): readonly Diagnostic[] | undefined {
    return [...this.published].reverse().find(params => params.uri === uri)?.diagnostics;
  }

  async actions(uri: string, range: Range, only?: string[], diagnostics: Diagnostic[] = []): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only && { only }) };
    const params = { textDocument: { uri }, range, context };
    const actions = (await this.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
    return actions.filter(
      (action): action is CodeAction => !('command' in action && typeof action.command === 'string')
    );
  }

  /** The texts after an edit, by URI; throws where the edit is for another version. */
  edited(edit: WorkspaceEdit | undefined): Record<string, string> {
    const changed: Record<string, string> = {};
    for (const change of edit?.documentChanges ?? []) {
      if (!TextDocumentEdit.is(change)) throw new Error('not an edit of a text');
      const { uri, version } = change.textDocument;
      const text = this.text(uri);
      if (version !== text.version) throw new Error(`for version ${version}, but it is at ${text.version}`);
      const edits = change.edits.map(each => ({ range: each.range, newText: 'newText' in each ? each.newText : '' }));
      changed[uri] = TextDocument.applyEdits(text, edits);
    }
    return changed;
  }

  analysedAt(uri: string, version: number): Promise<AnalysedParams> {
    return this.until(() =>
      [...this.analysed].reverse().find(params => params.uri === uri && params.version >= version)
    );
  }

  /** Waits, as long as the test may take, until the editor has been told something that makes this true. */
  until<T>(what: () => T | undefined | false): Promise<T> {
    const now = what();
    if (now !== undefined && now !== false) return Promise.resolve(now);
    return new Promise(resolve => {
      const listening = this.changed.event(() => {
        const found = what();
        if (found === undefined || found === false) return;
        listening.dispose();
        resolve(found);
      });
    });
  }

  private text(uri: string): TextDocument {
    const text = this.texts.get(uri);
    if (!text) throw new Error(`${uri} is not open`);
    return text;
  }

  private note<T>(list: T[], item: T): void {
    list.push(item);
    this.changed.fire();
  }

  private noteRefresh(): void {
    this.refreshes++;
    this.changed.fire();
  }

  private serveFiles(files: ReadonlyMap<string, string>): void {
    const bytes = (uri: string): Buffer | undefined => {
      const text = files.get(uri);
      return text === undefined ? undefined : Buffer.from(text);
    };
    this.connection.onRequest(FS_STAT, ({ uri }: { uri: string }) => {
      const size = bytes(uri)?.length;
      return size === undefined ? null : { kind: 'file', size };
    });
    this.connection.onRequest(FS_READ, ({ uri, offset, length }: { uri: string; offset: number; length: number }) => ({
      data: (bytes(uri) ?? Buffer.of()).subarray(offset, offset + length).toString('base64')
    }));
    this.connection.onRequest(FS_LIST, ({ uri }: { uri: string }) => {
      const folder = uri.endsWith('/') ? uri : `${uri}/`;
      const names = [...files.keys()].filter(file => file.startsWith(folder)).map(file => file.slice(folder.length));
      return names.filter(name => !name.includes('/')).map(name => ({ name, kind: 'file' }));
    });
  }
}

/** The range of the first place of a text in a document's text. */
export function rangeOf(document: TextDocument | undefined, needle: string): Range {
  const offset = document?.getText().indexOf(needle) ?? -1;
  if (!document || offset === -1) throw new Error(`no "${needle}"`);
  return { start: document.positionAt(offset), end: document.positionAt(offset + needle.length) };
}
