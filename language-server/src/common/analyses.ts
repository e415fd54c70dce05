import type { Analysis } from '@loadlight/engine/analysis';
import type { Engine } from '@loadlight/engine/engine';
import { Emitter } from 'vscode-languageserver';
import type { Documents } from './documents.js';

/** Edits that follow one another closer than this are one; in milliseconds. */
const QUIET = 20;
/** How long the first answer about a document waits for what is pending; in milliseconds. */
const FIRST_WAIT = 150;
/** A document that stays as it is, is not analysed more often than this. */
const MOST_ROUNDS = 10;

interface Entry {
  readonly abort: AbortController;
  readonly round: number;
  result: Promise<Analysis | undefined>;
}

/** One analysis that went through, or did not. */
export interface Outcome {
  readonly uri: string;
  readonly analysis: Analysis | undefined;
  readonly error: unknown;
  readonly milliseconds: number;
}

/** What of the engine is used here. */
export type AnalysingEngine = Pick<Engine, 'put' | 'analyse' | 'close'>;

/** Keeps an analysis of every open document up to date. The newest text wins: an edit aborts what is under way. */
export class Analyses {
  private readonly entries = new Map<string, Entry>();
  private readonly starts = new Emitter<{ readonly uri: string; readonly ended: Promise<unknown> }>();
  private readonly outcomes = new Emitter<Outcome>();
  readonly onStarted = this.starts.event;
  readonly onEnded = this.outcomes.event;

  constructor(
    private readonly engine: AnalysingEngine,
    private readonly documents: Pick<Documents, 'input' | 'uris'>,
    /** Resolves when the document's settings are known to the engine. */
    private readonly prepare: (uri: string) => Promise<void>
  ) {}

  /** Analyses the document as it is now, or will be in a moment; whatever is under way for it is aborted. */
  refresh(uri: string): void {
    this.start(uri, 0);
  }

  /** How many documents are analysed. */
  get count(): number {
    return this.entries.size;
  }

  refreshAll(): void {
    for (const uri of this.documents.uris()) this.refresh(uri);
  }

  /** The analysis of the newest text; undefined where the document is not open or the analysis failed. */
  async current(uri: string): Promise<Analysis | undefined> {
    for (;;) {
      const entry = this.entries.get(uri);
      const analysis = await entry?.result;
      if (this.entries.get(uri) === entry) return analysis;
    }
  }

  close(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    entry.abort.abort();
    this.entries.delete(uri);
    for (const dependent of this.engine.close(uri)) if (this.entries.has(dependent)) this.refresh(dependent);
  }

  /** Closes everything. */
  stop(): void {
    for (const uri of [...this.entries.keys()]) this.close(uri);
  }

  private start(uri: string, round: number): void {
    const before = this.entries.get(uri);
    before?.abort.abort();
    const entry: Entry = { abort: new AbortController(), round, result: Promise.resolve(undefined) };
    this.entries.set(uri, entry);
    entry.result = this.run(uri, entry, before === undefined);
    this.starts.fire({ uri, ended: entry.result });
  }

  private async run(uri: string, entry: Entry, first: boolean): Promise<Analysis | undefined> {
    const { signal } = entry.abort;
    await elapsed(first ? 0 : QUIET);
    await this.prepare(uri);
    if (signal.aborted) return undefined;
    const started = performance.now();
    const end = (analysis: Analysis | undefined, error?: unknown): Analysis | undefined => {
      if (this.entries.get(uri) !== entry) return undefined;
      this.outcomes.fire({ uri, analysis, error, milliseconds: Math.round(performance.now() - started) });
      return analysis;
    };
    try {
      return end(await this.analyse(uri, entry, first));
    } catch (error) {
      return end(undefined, error);
    }
  }

  private async analyse(uri: string, entry: Entry, first: boolean): Promise<Analysis | undefined> {
    const { signal } = entry.abort;
    const input = this.documents.input(uri);
    if (!input) return undefined;
    // What imports it sees its new text.
    for (const dependent of this.engine.put(input)) this.refresh(dependent);
    for (let waits = first; ; waits = false) {
      const analysis = await this.engine.analyse(uri, signal);
      if (!analysis.pending || entry.round >= MOST_ROUNDS) return analysis;
      const settled = analysis.pending.then(yes, yes);
      if (waits && (await Promise.race([settled, elapsed(FIRST_WAIT)]))) continue;
      void settled.then(() => {
        if (this.entries.get(uri) === entry) this.start(uri, entry.round + 1);
      });
      return analysis;
    }
  }
}

const yes = (): true => true;

function elapsed(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
