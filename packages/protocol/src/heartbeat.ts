/** How often a server that has work is asked whether it is there, and how long it may take to answer. */
const INTERVAL_MS = 5000;
const PATIENCE_MS = 5000;

/** What a heartbeat needs of the world; tests bring their own. */
export interface Pulse {
  /** Resolves or rejects when the server answers anything. */
  ping(): Promise<unknown>;
  /** Whether there is anything to watch; an idle server is left alone. */
  wanted(): boolean;
  hung(): void;
  now(): number;
  /** Returns a function that cancels the call. */
  later(call: () => void, milliseconds: number): () => void;
}

/** Asks the server again and again whether it is there; calls `hung` once when no answer comes. */
export class Heartbeat {
  private cancel: () => void = () => undefined;
  private stopped = false;

  constructor(private readonly pulse: Pulse) {
    this.rest();
  }

  dispose(): void {
    this.stopped = true;
    this.cancel();
  }

  private rest(): void {
    this.cancel = this.pulse.later(() => (this.pulse.wanted() ? this.beat() : this.rest()), INTERVAL_MS);
  }

  private beat(): void {
    const sent = this.pulse.now();
    let open = true;
    const answered = (): void => {
      if (!open || this.stopped) return;
      open = false;
      this.cancel();
      this.rest();
    };
    this.cancel = this.pulse.later(() => {
      open = false;
      // A timer that comes much too late means that the machine slept: the answer may be waiting behind it.
      if (this.pulse.now() - sent > 2 * PATIENCE_MS) this.beat();
      else this.pulse.hung();
    }, PATIENCE_MS);
    this.pulse.ping().then(answered, answered);
  }
}
