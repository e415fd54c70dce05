import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from './find-files.js';
import type { Looked } from './look-at-file.js';
import type { WorkerStart } from './scan-worker.js';
import { Stretches } from './stretches.js';

/** Files that a worker is sent at a time. */
const BATCH = 32;

/** What a file is read into is garbage soon after: with less room for it, a tenth of the time goes into collecting it. */
const YOUNG_MB = 192;

interface Batch {
  /** Of the first file, among all. */
  readonly at: number;
  readonly files: readonly FoundFile[];
}

/**
 * Looks at files in so many threads of this program; what came of each, in their order. A thread that dies (of memory) takes no file
 * with it but the one that it died of. `bundle` is the command line as one file.
 */
export async function lookInThreads(
  files: readonly FoundFile[],
  threads: number,
  bundle: string,
  start: WorkerStart
): Promise<Looked[]> {
  const looked = new Array<Looked | undefined>(files.length);
  const batches: Batch[] = [];
  for (let at = 0; at < files.length; at += BATCH) batches.push({ at, files: files.slice(at, at + BATCH) });
  // Neighbours import the same modules, and every thread reads its own.
  const workers = Math.min(threads, batches.length);
  const waiting = new Stretches(batches, workers);
  await Promise.all(Array.from({ length: workers }, (_, i) => serve(i)));
  return looked.flatMap(one => one ?? []);

  /** One thread, and another one for each that dies. */
  async function serve(i: number): Promise<void> {
    while (!waiting.isEmpty) {
      const worker = new Worker('void require(require("node:worker_threads").workerData.bundle).work()', {
        eval: true,
        workerData: { ...start, bundle },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB }
      });
      let lives = true;
      for (let batch = waiting.next(i); batch; batch = lives ? waiting.next(i) : undefined)
        lives = await give(i, worker, batch);
      await worker.terminate();
    }
  }

  /** False where the thread has died of it: then its files are given one by one. */
  async function give(i: number, worker: Worker, batch: Batch): Promise<boolean> {
    try {
      const answers = await answerOf(worker, batch.files);
      for (const [at, answer] of answers.entries()) looked[batch.at + at] = answer;
      return true;
    } catch (error) {
      const [file] = batch.files;
      if (batch.files.length > 1) {
        waiting.putBack(
          i,
          batch.files.map((one, at) => ({ at: batch.at + at, files: [one] }))
        );
      } else if (file) {
        const reason = `it could not be analysed (${error instanceof Error ? error.message : String(error)})`;
        looked[batch.at] = { skipped: { file: file.shown, reason, named: file.named }, problems: [] };
      }
      return false;
    }
  }
}

async function answerOf(worker: Worker, files: readonly FoundFile[]): Promise<Looked[]> {
  const end = new AbortController();
  const { signal } = end;
  const ended = once(worker, 'exit', { signal }).then(([code]: number[]) => {
    throw new Error(`its thread ended with ${code}`);
  });
  try {
    const answer = once(worker, 'message', { signal });
    worker.postMessage(files);
    const [looked] = (await Promise.race([answer, ended])) as [Looked[]];
    return looked;
  } finally {
    end.abort();
  }
}
