import { resolve } from 'node:path';
import type { ScanOptions } from './arguments.js';
import {
  BaselineError,
  knownFindings,
  newBaseline,
  readBaseline,
  sizeOf,
  updated,
  writeBaseline
} from './baseline-file.js';
import { count } from './count.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { findFiles, type Found } from './find-files.js';
import { findingsBefore } from './findings-before.js';
import { changesSince, GitError } from './git-changes.js';
import type { Host } from './host.js';
import { markKnown } from './known-findings.js';
import { lookAtFiles } from './look-at-files.js';
import { report, sayUnreadable } from './report.js';
import type { Wanted } from './show-findings.js';
import { RefusedError } from './write-file.js';

/** `loadlight scan`: reads, analyses, reports. */
export async function scan(options: ScanOptions, host: Host): Promise<ExitCode> {
  const { baseline, diff } = options;
  try {
    if (baseline !== undefined) return await withBaseline(baseline, options, host);
    if (diff !== undefined) return await sinceRevision(diff, options, host);
    const found = filesFor(options, host);
    return report(await lookAtFiles(found, host, options.jobs, wantedFor(options)), options, host);
  } catch (error) {
    if (error instanceof BaselineError) host.err(`loadlight: ${baseline} cannot be used: ${error.message}\n`);
    else if (error instanceof RefusedError) host.err(`loadlight: ${baseline} cannot be written: ${error.message}\n`);
    else if (error instanceof GitError) host.err(`loadlight: --diff ${diff} does not work: ${error.message}\n`);
    else throw error;
    return EXIT.trouble;
  }
}

/** Leaves out what the file lists, or writes it anew. Throws BaselineError, and RefusedError where it cannot be written. */
async function withBaseline(file: string, options: ScanOptions, host: Host): Promise<ExitCode> {
  const path = resolve(host.cwd, file);
  const before = readBaseline(path);
  if (!before && !options.updateBaseline) throw new BaselineError('it is not there; --update-baseline makes it');
  const baseline = before ?? newBaseline();
  const found = filesFor(options, host);
  const result = await lookAtFiles(found, host, options.jobs, wantedFor(options, baseline));
  if (!options.updateBaseline) return report(markKnown(result, knownFindings(baseline, path, host.cwd)), options, host);
  sayUnreadable(result, host);
  if (result.brokenConfiguration || result.skipped.some(({ named }) => named)) return EXIT.trouble;
  const after = updated(baseline, result, path, host.cwd);
  writeBaseline(path, after);
  host.out(`${file} lists ${count(sizeOf(after), 'finding')}.\n`);
  return EXIT.clean;
}

/** Looks at the files that changed, and leaves out what was found in them before. Throws GitError. */
async function sinceRevision(revision: string, options: ScanOptions, host: Host): Promise<ExitCode> {
  const changes = changesSince(revision, host.cwd);
  const all = filesFor(options, host);
  const found = { ...all, files: all.files.filter(({ path }) => changes.has(path)) };
  const wanted = wantedFor(options);
  const result = await lookAtFiles(found, host, options.jobs, wanted);
  const known = await findingsBefore(result, found.files, changes, host, wanted);
  return report(markKnown(result, known), options, host);
}

/** The files that are named, or in folders that are. */
function filesFor({ paths, ignore, forceExclude }: ScanOptions, { cwd }: Host): Found {
  const found = findFiles(paths, cwd, ignore, true);
  return forceExclude ? { ...found, files: found.files.map(file => ({ ...file, forced: false })) } : found;
}

function wantedFor({ format }: ScanOptions, { salt } = newBaseline()): Wanted {
  return { lines: format === 'text', edits: format !== 'text', salt };
}
