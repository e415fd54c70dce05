import { ANALYSED, type AnalysedParams } from '@loadlight/protocol/messages';
import { type ISignal, Signal } from '@lumino/signaling';
import {
  type Diagnostic,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams
} from 'vscode-languageserver-protocol';
import type { DocumentList, OpenDocument } from './open-document.js';
import { isCurrent, type OpenText } from './open-text.js';

/** What the server says of a document that is not open here: somebody else has shown it to the server. */
export type Unclaimed =
  | { readonly kind: 'findings'; readonly uri: string; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'analysed'; readonly analysed: AnalysedParams };

/** Every document that is open, and what the server says of each. */
export class Documents implements DocumentList {
  private readonly open = new Set<OpenDocument>();
  private readonly owners = new Map<string, OpenDocument>();
  /** Whose last findings came when the text had moved on: nobody has shown them. */
  private readonly overtaken = new WeakSet<OpenText>();
  private readonly byUri = new Map<string, OpenText>();
  private readonly byModel = new WeakMap<object, OpenText>();
  private readonly findings = new Signal<this, OpenText>(this);
  private readonly whole = new Signal<this, OpenDocument>(this);
  readonly unclaimed = new Signal<this, Unclaimed>(this);
  /** Documents that the server has and has not yet said a word about, the one that waits longest first. */
  private readonly pending = new Set<OpenDocument>();
  private connection: ProtocolConnection | undefined;

  /** The server said something new of a text. */
  get findingsChanged(): ISignal<this, OpenText> {
    return this.findings;
  }
  /** A document was analysed, changed its cells or its name, was opened or closed. */
  get documentChanged(): ISignal<this, OpenDocument> {
    return this.whole;
  }
  /** Something is with the server that it could hang over. */
  get isBusy(): boolean {
    return [...this.open].some(({ isSent }) => isSent);
  }

  /** The text of a shared model (a cell's, a file's); undefined for texts that are not ours. */
  ofModel(model: object): OpenText | undefined {
    return this.byModel.get(model);
  }
  ofUri(uri: string): OpenText | undefined {
    return this.byUri.get(uri);
  }
  /** The document of a whole shared model. */
  ofShared(model: object): OpenDocument | undefined {
    return [...this.open].find(({ shared }) => shared === model);
  }
  /** The document of a path of the contents manager. */
  ofPath(path: string): OpenDocument | undefined {
    return [...this.open].find(document => document.path === path);
  }
  ownerOf(text: OpenText): OpenDocument | undefined {
    return this.owners.get(text.uri);
  }

  /** Makes a document and keeps it, with the server from now on; the returned function closes it. */
  add(make: (list: DocumentList) => OpenDocument): () => void {
    const document = make(this);
    this.open.add(document);
    document.changed.connect(changed => this.whole.emit(changed));
    document.attach(this.connection);
    return () => {
      this.open.delete(document);
      document.dispose();
      this.whole.emit(document);
    };
  }

  /** All documents go to this server; with undefined, the one that they were with is gone. */
  attach(connection: ProtocolConnection | undefined): void {
    this.connection = connection;
    this.pending.clear();
    for (const document of this.open) document.attach(connection);
  }

  /** Takes every finding away: there is no server to say that they still hold. */
  clear(): void {
    for (const document of this.open) this.clearFindings(document);
  }

  /** Takes what the server says. */
  listen(connection: ProtocolConnection): void {
    connection.onNotification(PublishDiagnosticsNotification.type, params => this.onDiagnostics(params));
    connection.onNotification(ANALYSED, (params: AnalysedParams) => this.onAnalysed(params));
  }

  /** Leaves out the document that the server has been at for the longest time. */
  skipOldest(): OpenDocument | undefined {
    const [oldest] = this.pending;
    if (!oldest) return undefined;
    oldest.skipped = true;
    this.clearFindings(oldest);
    return oldest;
  }

  added(text: OpenText, document: OpenDocument): void {
    this.byUri.set(text.uri, text);
    this.owners.set(text.uri, document);
    this.byModel.set(text.model, text);
  }

  removed(text: OpenText): void {
    this.byUri.delete(text.uri);
    this.owners.delete(text.uri);
  }

  sent(document: OpenDocument): void {
    this.pending.add(document);
  }

  takenBack(document: OpenDocument): void {
    this.pending.delete(document);
  }

  private clearFindings({ texts }: OpenDocument): void {
    for (const text of texts) {
      text.findings = [];
      text.findingsVersion = text.version;
      this.findings.emit(text);
    }
  }

  private onDiagnostics({ uri, version, diagnostics }: PublishDiagnosticsParams): void {
    const text = this.byUri.get(uri);
    if (!text) {
      this.unclaimed.emit({ kind: 'findings', uri, findings: diagnostics });
      return;
    }
    const nothingNew = diagnostics.length === 0 && text.findings.length === 0 && !this.overtaken.has(text);
    text.findings = diagnostics;
    text.findingsVersion = version ?? text.version;
    if (isCurrent(text)) this.overtaken.delete(text);
    else this.overtaken.add(text);
    // A cell in which nothing was found and nothing is, as most are, is nobody's business.
    if (!nothingNew) this.findings.emit(text);
  }

  private onAnalysed(params: AnalysedParams): void {
    const document = [...this.open].find(({ uri }) => uri === params.uri);
    if (!document) {
      // Who looks at a file wants the last word on it.
      if (!params.pending) this.unclaimed.emit({ kind: 'analysed', analysed: params });
      return;
    }
    if (params.version >= document.version) this.pending.delete(document);
    document.analysed = params;
    this.whole.emit(document);
  }
}
