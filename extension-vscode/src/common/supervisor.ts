import { type Disposable, type Event, EventEmitter } from 'vscode';
import { type LanguageClientOptions, State } from 'vscode-languageclient';
import { ServerClient } from './server-client.js';
import type { ServerHandle, ServerHost } from './server-handle.js';

/** A server that ends again within this time is not started again unasked. */
const RESTART_WINDOW_MS = 10 * 60_000;
/** How long a server may take until it answers `initialize`. */
const START_MS = 30_000;

export type ServerState = 'starting' | 'running' | 'failed' | 'stopped';

/** How the user hears of what happened; every function returns at once. */
export interface ServerNews {
  cannotStart(reason: string): void;
  /** `skipped` is the document (URI) that is left out from now on, where the server hung over one. */
  restarted(cause: 'ended' | 'hung', skipped: string | undefined): void;
  gaveUp(reason: string): void;
}

interface Run {
  readonly handle: ServerHandle;
  readonly client: ServerClient;
  readonly attached: Disposable;
}

/** Keeps one server running: starts it, starts it once more when it ends or hangs, and says so. */
export class Supervisor {
  private readonly changed = new EventEmitter<ServerState>();
  private current: Run | undefined;
  private queue: Promise<void> = Promise.resolve();
  private lastRestart = Number.NEGATIVE_INFINITY;

  readonly onDidChangeState: Event<ServerState> = this.changed.event;
  state: ServerState = 'stopped';

  constructor(
    private readonly host: ServerHost,
    private readonly options: LanguageClientOptions,
    /** Puts the features on a client that is about to start. */
    private readonly attach: (client: ServerClient) => Disposable,
    private readonly news: ServerNews
  ) {}

  /** The client of the server that runs; undefined while there is none. */
  get client(): ServerClient | undefined {
    return this.state === 'running' ? this.current?.client : undefined;
  }

  /** Starts the server, or ends the one that runs and starts another. Resolves also where it cannot start. */
  restart(): Promise<void> {
    return this.inTurn(async () => {
      this.lastRestart = Number.NEGATIVE_INFINITY;
      await this.end();
      await this.launch();
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  /** The server does not answer: ends it and starts another, without the document (URI) that it hung over. */
  hung(skipped: string | undefined): void {
    const run = this.current;
    if (run !== undefined) void this.inTurn(() => this.recover(run, 'hung', 'it did not answer', skipped));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work);
    return this.queue;
  }

  private become(state: ServerState): void {
    this.state = state;
    this.changed.fire(state);
  }

  private async launch(): Promise<boolean> {
    this.become('starting');
    try {
      const initializationOptions = {
        ...(this.options.initializationOptions as Record<string, unknown>),
        ...(await this.host.initializationOptions())
      };
      const handle = await this.host.start();
      const client = new ServerClient(handle, { ...this.options, initializationOptions });
      const run = { handle, client, attached: this.attach(client) };
      this.current = run;
      await started(run);
      void handle.ended.then(reason => this.inTurn(() => this.recover(run, 'ended', reason, undefined)));
      this.become('running');
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await this.discard();
      this.become('failed');
      this.news.cannotStart(reason);
      return false;
    }
  }

  private async recover(run: Run, cause: 'ended' | 'hung', reason: string, skipped: string | undefined): Promise<void> {
    if (this.current !== run) return;
    await this.discard();
    const again = Date.now() - this.lastRestart > RESTART_WINDOW_MS;
    this.lastRestart = Date.now();
    if (!again) {
      this.become('failed');
      this.news.gaveUp(reason);
    } else if (await this.launch()) this.news.restarted(cause, skipped);
  }

  /** Ends the server as the protocol asks; one that does not go is killed. */
  private async end(): Promise<void> {
    const run = this.current;
    if (run?.client.isRunning() === true) {
      this.current = undefined;
      await run.client.stop().catch(() => undefined);
      run.attached.dispose();
      run.handle.kill();
    } else await this.discard();
    this.become('stopped');
  }

  private async discard(): Promise<void> {
    const run = this.current;
    this.current = undefined;
    if (run === undefined) return;
    run.attached.dispose();
    run.handle.kill();
    await run.handle.ended;
    await gone(run.client);
  }
}

/** Resolves when the server has answered `initialize`; rejects when it ends before, or takes too long. */
async function started(run: Run): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${START_MS / 1000} seconds`)), START_MS);
  });
  const ended = run.handle.ended.then(reason => Promise.reject(new Error(reason)));
  try {
    await Promise.race([run.client.start(), ended, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The old client takes its diagnostics away when its connection closes: the next one starts after that. */
function gone(client: ServerClient): Promise<void> {
  if (client.state !== State.Running) return Promise.resolve();
  return new Promise(resolve => {
    const listener = client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) return;
      listener.dispose();
      resolve();
    });
  });
}
