import type { InitializationOptions } from '@loadlight/protocol/initialization';
import { PING } from '@loadlight/protocol/messages';
import { type ISignal, Signal } from '@lumino/signaling';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { Heartbeat } from '@loadlight/protocol/heartbeat';
import { initialize, type Language, type Workspace } from './initialize.js';
import type { ServerHandle } from './worker-server.js';

/** How long a server may take until it answers `initialize`. */
const START_MS = 30_000;
/** A server that ends again within this time is not started again unasked. */
const RESTART_WINDOW_MS = 10 * 60_000;

export type ServerState = 'starting' | 'running' | 'failed';

/** How the user hears of what happened. */
export interface ServerNews {
  /** The server runs (again): what was said of its failure no longer holds. */
  running(): void;
  cannotStart(reason: string): void;
  /** `skipped` names the document that is left out from now on, where the server hung over one. */
  restarted(cause: 'ended' | 'hung', skipped: string | undefined): void;
  gaveUp(reason: string): void;
}

export interface SupervisorOptions {
  /** Starts a worker; may throw. */
  readonly start: () => ServerHandle;
  readonly parts: InitializationOptions['parts'];
  readonly workspace: Workspace;
  readonly language: Language;
  /** Puts the handlers on a connection that is about to listen. */
  readonly attach: (connection: ProtocolConnection) => void;
  /** Whether there is anything that the server could hang over. */
  readonly busy: () => boolean;
  /** The server hung: leaves out the document that it was at, and returns its name. */
  readonly skip: () => string | undefined;
  readonly news: ServerNews;
}

/** Keeps one server running: starts it, starts it once more when it fails or hangs, and says so. */
export class Supervisor {
  private readonly changes = new Signal<this, ServerState>(this);
  private handle: ServerHandle | undefined;
  private heartbeat: Heartbeat | undefined;
  private lastRestart = Number.NEGATIVE_INFINITY;
  private now: ServerState = 'starting';

  constructor(private readonly options: SupervisorOptions) {}

  get state(): ServerState {
    return this.now;
  }
  get stateChanged(): ISignal<this, ServerState> {
    return this.changes;
  }

  /** The connection to the server that runs; undefined while there is none. */
  get connection(): ProtocolConnection | undefined {
    return this.now === 'running' ? this.handle?.connection : undefined;
  }

  /** Starts the server, in place of the one that runs. Resolves also where it cannot start. */
  async restart(): Promise<void> {
    this.lastRestart = Number.NEGATIVE_INFINITY;
    await this.launch();
  }

  private become(state: ServerState): void {
    this.now = state;
    this.changes.emit(state);
  }

  private async launch(): Promise<boolean> {
    this.discard();
    this.become('starting');
    let handle: ServerHandle | undefined;
    try {
      handle = this.options.start();
      this.handle = handle;
      this.options.attach(handle.connection);
      handle.connection.listen();
      await this.started(handle);
    } catch (error) {
      if (handle && this.handle !== handle) return false;
      this.discard();
      this.become('failed');
      this.options.news.cannotStart(error instanceof Error ? error.message : String(error));
      return false;
    }
    if (this.handle !== handle) return false;
    void handle.failed.then(reason => this.recover(handle, 'ended', reason));
    this.heartbeat = this.watch(handle);
    this.become('running');
    this.options.news.running();
    return true;
  }

  private async started(handle: ServerHandle): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${START_MS / 1000} seconds`)), START_MS);
    });
    const failed = handle.failed.then(reason => Promise.reject(new Error(reason)));
    try {
      await Promise.race([
        initialize(handle.connection, this.options.workspace, this.options.parts, this.options.language),
        failed,
        late
      ]);
    } finally {
      clearTimeout(timer);
    }
  }

  private watch(handle: ServerHandle): Heartbeat {
    return new Heartbeat({
      ping: () => handle.connection.sendRequest(PING, {}),
      wanted: this.options.busy,
      hung: () => void this.recover(handle, 'hung', 'it did not answer'),
      now: () => Date.now(),
      later: (call, milliseconds) => {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      }
    });
  }

  private async recover(handle: ServerHandle, cause: 'ended' | 'hung', reason: string): Promise<void> {
    if (this.handle !== handle) return;
    const skipped = cause === 'hung' ? this.options.skip() : undefined;
    const again = Date.now() - this.lastRestart > RESTART_WINDOW_MS;
    this.lastRestart = Date.now();
    if (again) {
      if (await this.launch()) this.options.news.restarted(cause, skipped);
      return;
    }
    this.discard();
    this.become('failed');
    this.options.news.gaveUp(reason);
  }

  private discard(): void {
    this.heartbeat?.dispose();
    this.heartbeat = undefined;
    this.handle?.kill();
    this.handle = undefined;
  }
}
