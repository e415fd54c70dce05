import type { ISharedText, SourceChange } from '@jupyter/ydoc';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification
} from 'vscode-languageserver-protocol';
import { isConfiguration } from '../files/configuration-files.js';
import { uriOfPath } from '../files/uris.js';
import { type DocumentList, OpenDocument } from './open-document.js';
import type { OpenText, SharedText } from './open-text.js';

/** A .py file, or a configuration, in the file editor. */
export class OpenFile extends OpenDocument {
  readonly kind = 'file';
  readonly texts: readonly OpenText[];
  private readonly text: OpenText;

  constructor(
    private readonly context: DocumentRegistry.IContext<DocumentRegistry.IModel>,
    shared: ISharedText,
    list: DocumentList
  ) {
    super(list);
    // Every shared text has an undo history; only its interface does not say so.
    const model = shared as SharedText;
    this.text = {
      uri: uriOfPath(context.path),
      version: 1,
      model,
      cellId: undefined,
      findings: [],
      findingsVersion: 0
    };
    this.texts = [this.text];
    list.added(this.text, this);
    model.changed.connect(this.onText, this);
    context.pathChanged.connect(this.onPath, this);
  }

  get shared(): object {
    return this.text.model;
  }
  get path(): string {
    return this.context.path;
  }
  get uri(): string {
    return this.text.uri;
  }
  get version(): number {
    return this.text.version;
  }
  get language(): string {
    return this.context.path.endsWith('.py') ? 'Python' : '';
  }
  override get isLookedAt(): boolean {
    return super.isLookedAt || isConfiguration(this.context.path);
  }
  get isReadOnly(): boolean {
    return this.context.contentsModel?.writable === false;
  }
  /** The user has changes in it that are not saved. */
  get isDirty(): boolean {
    return this.context.model.dirty;
  }

  save(): Promise<void> {
    return this.context.save();
  }

  cellIndex(): undefined {
    return undefined;
  }

  override dispose(): void {
    this.text.model.changed.disconnect(this.onText, this);
    this.context.pathChanged.disconnect(this.onPath, this);
    super.dispose();
    this.list.removed(this.text);
  }

  protected sendOpen(): void {
    const { uri, version, model } = this.text;
    const textDocument = {
      uri,
      languageId: this.language === '' ? 'toml' : 'python',
      version,
      text: model.getSource()
    };
    this.notify(connection => connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument }));
  }

  protected sendClose(): void {
    const { uri } = this.text;
    this.notify(connection =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
    );
  }

  private onText(_: SharedText, { sourceChange }: SourceChange): void {
    if (!sourceChange) return;
    const { uri, model } = this.text;
    const version = ++this.text.version;
    const params = { textDocument: { uri, version }, contentChanges: [{ text: model.getSource() }] };
    this.notify(connection => connection.sendNotification(DidChangeTextDocumentNotification.type, params));
  }

  private onPath(): void {
    const wasSent = this.isSent;
    if (wasSent) this.sendClose();
    this.list.removed(this.text);
    this.text.uri = uriOfPath(this.context.path);
    this.list.added(this.text, this);
    if (wasSent && this.isLookedAt) this.sendOpen();
    else this.update();
  }
}
