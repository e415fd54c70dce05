import { availableParallelism } from 'node:os';
import { createEngine, workspaceFolders } from './analyser.js';
import type { Found, FoundFile } from './find-files.js';
import type { Host } from './host.js';
import { lookAtFile, type Looked } from './look-at-file.js';
import type { ScanResult } from './result.js';
import { lookInThreads } from './scan-pool.js';
import type { Wanted } from './show-findings.js';

/** From so many files on it is worth while to start threads. */
const MANY = 64;
/** More threads than that wait for each other's memory. */
const MOST_THREADS = 4;

/** Analyses every file; one that cannot be read goes to `skipped`. */
export async function lookAtFiles(
  found: Found,
  host: Host,
  jobs: number | undefined,
  wanted: Wanted
): Promise<ScanResult> {
  const looked = found.files.length === 0 ? [] : await lookAtAll(found.files, host, jobs, wanted);
  const problems = new Set(looked.flatMap(one => one.problems));
  for (const line of problems) host.err(line);
  return {
    files: looked.flatMap(({ result }) => result ?? []),
    aside: looked.flatMap(({ aside }) => aside ?? []),
    skipped: [...found.skipped, ...looked.flatMap(({ skipped }) => skipped ?? [])],
    brokenConfiguration: problems.size > 0
  };
}

async function lookAtAll(
  files: readonly FoundFile[],
  { parts, cwd, bundle }: Host,
  jobs: number | undefined,
  wanted: Wanted
): Promise<readonly Looked[]> {
  const folders = workspaceFolders(
    cwd,
    files.map(({ path }) => path)
  );
  const threads = jobs ?? (files.length < MANY ? 1 : Math.min(availableParallelism(), MOST_THREADS));
  if (threads > 1 && bundle !== undefined)
    return lookInThreads(files, threads, bundle, { parts, cwd, folders, wanted });
  const engine = await createEngine(parts, folders);
  try {
    const looked: Looked[] = [];
    for (const file of files) looked.push(await lookAtFile(file, engine, cwd, wanted));
    return looked;
  } finally {
    engine.dispose();
  }
}
