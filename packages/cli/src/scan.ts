import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Severity } from '@loadlight/facts/finding';
import { createEngine, workspaceFolders } from './analyser.js';
import type { FailOn, ScanOptions } from './arguments.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { findFiles, reasonOf, type Found, type FoundFile } from './find-files.js';
import { formatJson } from './format-json.js';
import { formatSarif } from './format-sarif.js';
import { formatText } from './format-text.js';
import { lookAtFile, type Looked } from './look-at-file.js';
import type { ScanResult } from './result.js';
import { rulePage } from './rule-pages.js';
import { lookInThreads } from './scan-pool.js';
import type { Wanted } from './show-findings.js';
import type { Host } from './host.js';

/** `loadlight scan`: reads, analyses, reports. */
export async function scan(options: ScanOptions, host: Host): Promise<ExitCode> {
  const found = findFiles(options.paths, host.cwd, options.ignore);
  const text = options.format === 'text';
  const result = await analyseFiles(found, host, options.jobs, { lines: text, edits: !text });
  const report = format(result, options, host);
  if (options.output === undefined) host.out(report);
  else {
    try {
      writeFileSync(resolve(host.cwd, options.output), report);
    } catch (error) {
      host.err(`loadlight: ${options.output} cannot be written: ${reasonOf(error)}\n`);
      return EXIT.trouble;
    }
  }
  for (const { file, reason } of result.skipped.filter(({ named }) => named)) {
    host.err(`loadlight: ${file} cannot be scanned: ${reason}\n`);
  }
  return exitCode(result, options);
}

/** From so many files on it is worth while to start threads. */
const MANY = 64;
/** More threads than that wait for each other's memory. */
const MOST_THREADS = 4;

/** Analyses every file; one that cannot be read goes to `skipped`. */
async function analyseFiles(found: Found, host: Host, jobs: number | undefined, wanted: Wanted): Promise<ScanResult> {
  const looked = found.files.length === 0 ? [] : await lookAtFiles(found.files, host, jobs, wanted);
  const problems = new Set(looked.flatMap(one => one.problems));
  for (const line of problems) host.err(line);
  return {
    files: looked.flatMap(({ result }) => result ?? []),
    skipped: [...found.skipped, ...looked.flatMap(({ skipped }) => skipped ?? [])],
    brokenConfiguration: problems.size > 0
  };
}

async function lookAtFiles(
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

function format(result: ScanResult, options: ScanOptions, host: Host): string {
  switch (options.format) {
    case 'json':
      return formatJson(result);
    case 'sarif':
      return formatSarif(result, rule => rulePage(host.parts, rule));
    case 'text':
      return formatText(result, {
        notes: options.notes,
        colours: host.colours && options.output === undefined,
        columns: host.columns
      });
  }
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1 };
const THRESHOLD: Readonly<Record<FailOn, number>> = { error: 3, warning: 2, information: 1, never: 4 };

function exitCode({ files, skipped, brokenConfiguration }: ScanResult, { failOn, strict }: ScanOptions): ExitCode {
  if (brokenConfiguration || skipped.some(({ named }) => named || strict)) return EXIT.trouble;
  if (files.length === 0) return EXIT.nothing;
  const worst = Math.max(
    0,
    ...files.map(({ findings }) =>
      Math.max(0, ...findings.filter(({ suppressed }) => !suppressed).map(({ severity }) => RANK[severity]))
    )
  );
  return worst >= THRESHOLD[failOn] ? EXIT.findings : EXIT.clean;
}
