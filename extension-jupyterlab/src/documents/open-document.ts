import type { AnalysedParams } from '@loadlight/protocol/messages';
import { Signal } from '@lumino/signaling';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import type { OpenText } from './open-text.js';

/** What an open document tells whoever keeps the list of them. */
export interface DocumentList {
  added(text: OpenText, document: OpenDocument): void;
  removed(text: OpenText): void;
  /** The server was sent a newer text. */
  sent(document: OpenDocument): void;
  /** The server no longer has it, and will say nothing more of it. */
  takenBack(document: OpenDocument): void;
}

/** A notebook or .py file that is open in JupyterLab, and the server's copy of it. */
export abstract class OpenDocument {
  abstract readonly kind: 'notebook' | 'file';
  /** The code cells in order, or the one text of a file. */
  abstract readonly texts: readonly OpenText[];
  /** Cells, name or language changed. */
  readonly changed = new Signal<this, void>(this);
  /** What the server said last of the whole; undefined until it has. */
  analysed: AnalysedParams | undefined;
  /** Left out, because the server hung over it. */
  skipped = false;
  private connection: ProtocolConnection | undefined;
  private sent = false;

  constructor(protected readonly list: DocumentList) {}

  /** The shared model of the whole. */
  abstract get shared(): object;
  /** Path of the contents manager. */
  abstract get path(): string;
  abstract get uri(): string;
  /** As its metadata writes it. */
  abstract get language(): string;
  /** Version of the whole, as the server knows it. */
  abstract get version(): number;
  /** The file may not be written. */
  abstract get isReadOnly(): boolean;

  /** Where one of `texts` stands among all cells; undefined in a file. */
  abstract cellIndex(text: number): number | undefined;

  /** Puts the document on a server, or takes it from one that is gone. */
  attach(connection: ProtocolConnection | undefined): void {
    this.connection = connection;
    this.sent = false;
    this.analysed = undefined;
    this.update();
  }

  /** Opens or closes the server's copy, whichever is due. */
  update(): void {
    const wanted = this.connection !== undefined && this.isLookedAt && !this.skipped;
    if (wanted && !this.sent) {
      this.sent = true;
      this.sendOpen();
    } else if (!wanted && this.sent) {
      this.sendClose();
      this.list.takenBack(this);
      this.sent = false;
      this.analysed = undefined;
    }
    this.changed.emit();
  }

  dispose(): void {
    if (this.sent) this.sendClose();
    this.list.takenBack(this);
    this.sent = false;
    this.connection = undefined;
    Signal.clearData(this);
  }

  /** Python, or what configures Loadlight. */
  get isLookedAt(): boolean {
    return this.language.toLowerCase() === 'python';
  }

  /** The server knows the document. */
  get isSent(): boolean {
    return this.sent;
  }

  protected abstract sendOpen(): void;
  protected abstract sendClose(): void;

  /** Sends what the server should know, if it knows the document. */
  protected notify(send: (connection: ProtocolConnection) => Promise<void>): void {
    // A connection that is closing refuses; whoever closes it sends everything again.
    if (!this.connection || !this.sent) return;
    this.list.sent(this);
    send(this.connection).catch(() => undefined);
  }
}
