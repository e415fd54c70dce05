import type { INotebookTracker } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import {
  SHARE,
  type SharedCopy,
  type SharedReport,
  type ShareParams,
  type ShareResult
} from '@loadlight/protocol/share';
import { Signal } from '@lumino/signaling';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { MAX_WHOLE } from '../files/jupyter-files.js';
import { uriOfPath } from '../files/uris.js';
import { textOfNotebook } from './notebook-text.js';

/** What is known of whether a notebook is ready to be shared. */
export type SharingState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** `text` is what the report is of. */
  | { readonly kind: 'looked'; readonly text: string; readonly report: SharedReport };

export interface SharingSurroundings {
  readonly running: () => ProtocolConnection | undefined;
  readonly notebooks: INotebookTracker;
  readonly contents: Contents.IManager;
  readonly trans: TranslationBundle;
}

/** The notebooks that somebody wants to share, by path: which ones, and how they stand. */
export class Sharing {
  /** Tells the path of a notebook that stands otherwise now. */
  readonly changed = new Signal<this, string>(this);
  private readonly states = new Map<string, SharingState>();
  private readonly numbers = new Map<string, number>();

  constructor(private readonly around: SharingSurroundings) {}

  /** Undefined for a notebook that nobody has asked about. */
  of(path: string): SharingState | undefined {
    return this.states.get(path);
  }

  /** Looks at the notebook as it is now. Never rejects; what was known stays until there is an answer. */
  async look(path: string): Promise<SharingState> {
    const number = (this.numbers.get(path) ?? 0) + 1;
    this.numbers.set(path, number);
    if (this.of(path)?.kind !== 'looked') this.become(path, { kind: 'looking' });
    const state = await this.asked(path);
    const isLast = this.numbers.get(path) === number;
    if (isLast) this.become(path, state);
    return isLast ? state : (this.of(path) ?? state);
  }

  /** The notebook has another name now. */
  renamed(before: string, after: string): void {
    if (!this.states.delete(before)) return;
    this.numbers.delete(before);
    void this.look(after);
  }

  /** The clean copy of the notebook as it is now; undefined, with the reason as its state, where there is none. */
  async copy(path: string): Promise<SharedCopy | undefined> {
    const state = await this.look(path);
    if (state.kind !== 'looked') return undefined;
    const result = await this.ask({ uri: uriOfPath(path), text: state.text, clean: true });
    if ('report' in result) return result.clean;
    this.become(path, { kind: 'failed', reason: result.error });
    return undefined;
  }

  /** The file's text after these edits of a report's fix; undefined where they do not fit it. */
  async edited(path: string, text: string, edits: NonNullable<ShareParams['edits']>): Promise<string | undefined> {
    const result = await this.ask({ uri: uriOfPath(path), text, edits });
    return 'report' in result ? result.edited : undefined;
  }

  /** The notebook is the one that was looked at last. */
  async isAsLooked(path: string): Promise<boolean> {
    const state = this.of(path);
    const now = await this.text(path).catch(() => undefined);
    return state?.kind === 'looked' && state.text === now;
  }

  private text(path: string): Promise<string> {
    return textOfNotebook(path, this.around.notebooks, this.around.contents);
  }

  private async asked(path: string): Promise<SharingState> {
    try {
      const text = await this.text(path);
      const result = await this.ask({ uri: uriOfPath(path), text });
      return 'report' in result
        ? { kind: 'looked', text, report: result.report }
        : { kind: 'failed', reason: result.error };
    } catch (error) {
      return { kind: 'failed', reason: this.reasonOf(error) };
    }
  }

  private ask(params: ShareParams): Promise<ShareResult> {
    const { running, trans } = this.around;
    const error = trans.__('Loadlight is not running. Your notebooks work as before.');
    const answer = running()?.sendRequest<ShareResult>(SHARE, params);
    return (answer ?? Promise.reject(new Error(error))).catch(() => ({ error }));
  }

  private reasonOf(error: unknown): string {
    const { trans } = this.around;
    if (error instanceof RangeError) {
      return trans.__('It is larger than %1 MB, which is too large to look at here.', Math.floor(MAX_WHOLE / 2 ** 20));
    }
    return trans.__('It could not be read: %1', error instanceof Error ? error.message : String(error));
  }

  private become(path: string, state: SharingState): void {
    this.states.set(path, state);
    this.changed.emit(path);
  }
}
