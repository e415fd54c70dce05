import { deepEqual, equal } from 'node:assert/strict';
import type { Analysis } from '@loadlight/engine/analysis';
import type { Outcome } from './analyses.js';
import { Analyses } from './analyses.js';

const analysis = (uri: string, pending?: Promise<void>): Analysis => ({
  uri,
  version: 1,
  cellVersions: new Map(),
  findings: [],
  secrets: [],
  excluded: false,
  looked: { cells: 1, lines: 1 },
  notes: [],
  pending
});

/** Analyses over an engine that does what the test says: the real one cannot be made to fail or to dawdle. */
function analysesOver(analyse: (uri: string, signal?: AbortSignal) => Promise<Analysis>): {
  readonly analyses: Analyses;
  readonly outcomes: Outcome[];
} {
  const engine = { put: (): string[] => [], close: (): string[] => [], analyse };
  const documents = {
    input: (uri: string) => ({ kind: 'file', uri, version: 1, text: '' }) as const,
    uris: () => ['a', 'b']
  };
  const analyses = new Analyses(engine, documents, () => Promise.resolve());
  const outcomes: Outcome[] = [];
  analyses.onEnded(outcome => outcomes.push(outcome));
  return { analyses, outcomes };
}

describe('analyses', () => {
  it('of other documents go on when one fails', async () => {
    const { analyses, outcomes } = analysesOver(uri =>
      uri === 'a' ? Promise.reject(new Error('broken')) : Promise.resolve(analysis(uri))
    );
    analyses.refreshAll();
    equal(await analyses.current('a'), undefined);
    equal((await analyses.current('b'))?.uri, 'b');
    deepEqual(
      outcomes.map(({ uri, error }) => [uri, error instanceof Error && error.message]),
      [
        ['a', 'broken'],
        ['b', false]
      ]
    );
  });

  it('are aborted by a newer one, and only the newest is heard of', async () => {
    let aborted = 0;
    let calls = 0;
    const { analyses, outcomes } = analysesOver((uri, signal) => {
      if (++calls > 1) return Promise.resolve(analysis(uri));
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          aborted++;
          reject(new Error('aborted'));
        });
        analyses.refresh(uri);
      });
    });
    analyses.refresh('a');
    equal((await analyses.current('a'))?.uri, 'a');
    deepEqual([calls, aborted, outcomes.length], [2, 1, 1]);
  });

  it('wait a little for what is pending before the first is heard of', async () => {
    let calls = 0;
    const { analyses, outcomes } = analysesOver(uri =>
      Promise.resolve(analysis(uri, ++calls === 1 ? Promise.resolve() : undefined))
    );
    analyses.refresh('a');
    await analyses.current('a');
    deepEqual([calls, outcomes.length], [2, 1]);
  });

  it('are made again when what was pending is there, or has failed', async () => {
    let calls = 0;
    let fail: (error: Error) => void = () => undefined;
    const pending = new Promise<void>((_, reject) => (fail = reject));
    const { analyses, outcomes } = analysesOver(uri =>
      Promise.resolve(analysis(uri, ++calls === 1 ? pending : undefined))
    );
    analyses.refresh('a');
    await analyses.current('a');
    equal(outcomes.length, 1);
    const again = new Promise<void>(resolve => analyses.onEnded(() => resolve()));
    fail(new Error('offline'));
    await again;
    deepEqual([calls, outcomes.length], [2, 2]);
  });

  it('are not made for ever where something is always pending', async () => {
    const { analyses, outcomes } = analysesOver(uri => Promise.resolve(analysis(uri, Promise.resolve())));
    let starts = 0;
    analyses.onStarted(() => starts++);
    const last = new Promise<void>(resolve => analyses.onEnded(() => outcomes.length === 11 && resolve()));
    analyses.refresh('a');
    await last;
    await new Promise(resolve => setImmediate(resolve));
    equal(starts, 11);
  });
});
