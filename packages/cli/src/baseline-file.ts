import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { reasonOf } from './find-files.js';
import type { KnownFindings } from './known-findings.js';
import { knownIn } from './known-findings.js';
import type { ScanResult } from './result.js';
import { writeWhole } from './write-file.js';

/** A baseline that cannot be used; the message says why and what to do. */
export class BaselineError extends Error {}

/** Findings that a team has agreed to live with for now. Nothing of the source stands in it but names of files. */
export interface Baseline {
  readonly salt: string;
  readonly entries: readonly Entry[];
}

interface Entry {
  /** Relative to the baseline's folder, with `/`. */
  readonly file: string;
  readonly rule: string;
  /** The source line with the salt, as hexadecimal digits. */
  readonly hash: string;
  /** So many findings of that rule stand on lines like this. */
  readonly count: number;
}

const VERSION = 1;

/** Random bits that a hash is made with; no secret, but another one in each baseline. */
const SALT_BYTES = 16;

/** A larger file is none of ours. */
const MAX_BYTES = 64 * 1024 * 1024;

/** One without entries, and with a salt of its own. */
export function newBaseline(): Baseline {
  return { salt: randomBytes(SALT_BYTES).toString('hex'), entries: [] };
}

/** Undefined where there is no such file. Throws BaselineError. */
export function readBaseline(path: string): Baseline | undefined {
  if (!existsSync(path)) return undefined;
  let found: unknown;
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MAX_BYTES) throw new BaselineError('it is too large');
    found = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw error instanceof BaselineError ? error : new BaselineError(reasonOf(error));
  }
  const { version, salt, findings } = asObject(found);
  if (version !== VERSION || typeof salt !== 'string' || !Array.isArray(findings))
    throw new BaselineError('it is no baseline of this version of loadlight');
  return { salt, entries: findings.map((entry, index) => readEntry(entry, index)) };
}

function readEntry(found: unknown, index: number): Entry {
  const { file, rule, hash, count } = asObject(found);
  const isCount = typeof count === 'number' && Number.isInteger(count) && count > 0;
  if (typeof file !== 'string' || typeof rule !== 'string' || typeof hash !== 'string' || !isCount)
    throw new BaselineError(`entry ${index + 1} of its findings is broken`);
  return { file, rule, hash, count };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** How many findings it lists. */
export function sizeOf({ entries }: Baseline): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}

/** What was there before, by the names that files have in a report. */
export function knownFindings({ entries }: Baseline, path: string, cwd: string): KnownFindings {
  const known = new Map<string, Map<string, number>>();
  for (const { file, hash, count } of entries) {
    const shown = slashed(relative(cwd, resolve(dirname(path), file)));
    const counts = known.get(shown) ?? new Map<string, number>();
    known.set(shown, counts.set(hash, (counts.get(hash) ?? 0) + count));
  }
  return known;
}

/**
 * The baseline with what is found now in the place of what it had of the same files; files that were not looked at keep
 * theirs as long as they are there.
 */
export function updated(before: Baseline, { files, aside = [] }: ScanResult, path: string, cwd: string): Baseline {
  const folder = dirname(path);
  const seen = [...files, ...aside.map(file => ({ file, findings: [] }))];
  const looked = new Map(seen.map(one => [slashed(relative(folder, resolve(cwd, one.file))), one.findings]));
  const kept = before.entries.filter(({ file }) => !looked.has(file) && existsSync(resolve(folder, file)));
  const added = [...looked].flatMap(([file, findings]) => {
    const rules = new Map(findings.map(({ identity, rule }) => [identity, rule]));
    return [...knownIn(findings)].map(([hash, count]) => ({ file, rule: rules.get(hash) ?? '', hash, count }));
  });
  return { salt: before.salt, entries: [...kept, ...added].sort(byPlace) };
}

/** Writes it whole or not at all; the same findings give the same bytes. Throws RefusedError. */
export function writeBaseline(path: string, { salt, entries }: Baseline): void {
  const about = 'Findings that are known. Made by: loadlight scan --baseline FILE --update-baseline';
  const lines = entries.map(entry => `    ${JSON.stringify(entry)}`).join(',\n');
  const list = entries.length === 0 ? '[]' : `[\n${lines}\n  ]`;
  const head = `  "version": ${VERSION},\n  "about": ${JSON.stringify(about)},\n  "salt": ${JSON.stringify(salt)}`;
  writeWhole(path, `{\n${head},\n  "findings": ${list}\n}\n`);
}

function byPlace(a: Entry, b: Entry): number {
  return compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.hash, b.hash);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
