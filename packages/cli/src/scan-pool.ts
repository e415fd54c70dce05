import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from './find-files.js';
import type { Looked } from './look-at-file.js';
import type { WorkerStart } from './scan-worker.js';

/** Files that a worker is sent at a time: neighbours, which import the same modules. */
const BATCH = 32;

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
  const waiting: Batch[] = [];
  for (let at = 0; at < files.length; at += BATCH) waiting.push({ at, files: files.slice(at, at + BATCH) });
  await Promise.all(Array.from({ length: Math.min(threads, waiting.length) }, () => serve()));
  return looked.flatMap(one => one ?? []);

  /** One thread, and another one for each that dies. */
  async function serve(): Promise<void> {
    while (waiting.length > 0) {
      const worker = new Worker('void require(require("node:worker_threads").workerData.bundle).work()', {
        eval: true,
        workerData: { ...start, bundle }
      });
      let lives = true;
      for (let batch = waiting.shift(); batch; batch = lives ? waiting.shift() : undefined)
        lives = await give(worker, batch);
      await worker.terminate();
    }
  }

  /** False where the thread has died of it: then its files are given one by one. */
  async function give(worker: Worker, batch: Batch): Promise<boolean> {
    try {
      const answers = await answerOf(worker, batch.files);
      for (const [i, answer] of answers.entries()) looked[batch.at + i] = answer;
      return true;
    } catch (error) {
      const [file] = batch.files;
      if (batch.files.length > 1) {
        waiting.unshift(...batch.files.map((one, i) => ({ at: batch.at + i, files: [one] })));
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
