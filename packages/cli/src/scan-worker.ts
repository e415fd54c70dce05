import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from './analyser.js';
import type { FoundFile } from './find-files.js';
import { lookAtFile, type Looked } from './look-at-file.js';
import type { Wanted } from './show-findings.js';

/** What a worker is started with. */
export interface WorkerStart {
  /** The folder of the heavy parts. */
  readonly parts: string;
  readonly cwd: string;
  readonly folders: readonly string[];
  readonly wanted: Wanted;
}

/** In a worker of the command line: looks at the files that it is sent, one message with all of them back. */
export async function work(): Promise<void> {
  const { parts, cwd, folders, wanted } = workerData as WorkerStart;
  const engine = await createEngine(parts, folders);
  parentPort?.on('message', (files: readonly FoundFile[]) => {
    void lookAtAll(files).then(looked => parentPort?.postMessage(looked));
  });

  async function lookAtAll(files: readonly FoundFile[]): Promise<Looked[]> {
    const looked: Looked[] = [];
    for (const file of files) looked.push(await lookAtFile(file, engine, cwd, wanted));
    return looked;
  }
}
