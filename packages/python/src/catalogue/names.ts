import { CERTIFICATE_CALLS } from './certificates.js';
import { CREDENTIALS, type CredentialRow } from './credentials.js';
import { DISPLAYS, type DisplayRow } from './displays.js';
import { HUBS } from './hubs.js';
import { LOADERS } from './loaders/loaders.js';
import { RENAMED_MODULES } from './renamed-modules.js';
import type { CopyRow, FetchRow, HubRow, LoaderRow, WriteRow } from './row.js';
import { SWITCHES } from './switches.js';
import { CONTAINERS, COPIES, FETCHES, WRITES, WRITING_METHODS } from './transfers.js';

/** The row of a loader of that qualified name; undefined where it is none. */
export const loader = finder(LOADERS, (row: LoaderRow) => row.name);
/** The same of a download. */
export const fetcher = finder(FETCHES, (row: FetchRow) => row.name);
/** The same of what names a repository of a hub. */
export const hub = finder(HUBS, (row: HubRow) => row.pattern);
const credentialsByName = new Map(CREDENTIALS.map(row => [row.name, row]));
const CREDENTIAL_CALLS = new Set(CREDENTIALS.map(({ name }) => lastOf(name)));
const displaysByName = new Map(DISPLAYS.map(row => [row.name, row]));
const copiesByName = new Map(COPIES.map(row => [row.name, row]));
const writesByName = new Map(WRITES.map(row => [row.name, row]));
const aliases = new Map(LOADERS.flatMap(row => row.aliases.map(alias => [alias, row.name] as const)));

/** What makes the objects whose loading methods depend on how they were made. */
const MAKERS = new Set(LOADERS.flatMap(({ name, madeWith }) => (madeWith ? [name.slice(0, name.indexOf('()'))] : [])));

/** Last parts of the names of what loads, brings, writes or runs something. */
const ACTING_NAMES = new Set(
  [
    ...LOADERS.flatMap(row => [row.name, ...row.aliases]),
    ...HUBS.map(row => row.pattern),
    ...[...FETCHES, ...WRITES, ...COPIES, ...WRITING_METHODS].map(row => row.name),
    // Shells, folders, open files, uploads.
    ...['system', 'popen', 'Popen', 'run', 'call', 'check_call', 'check_output', 'getoutput', 'getstatusoutput'],
    ...['getoutput', 'sx', 'run_line_magic', 'run_cell_magic', 'chdir', 'open', 'update', 'upload', 'upload_file'],
    ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'new', 'file_digest']
  ].map(lastOf)
);

/** Last parts of the names of what downloads and does nothing else. */
const ONLY_FETCHING = new Set(FETCHES.map(({ name }) => lastOf(name)));
for (const row of [...WRITES, ...COPIES, ...WRITING_METHODS, ...LOADERS]) ONLY_FETCHING.delete(lastOf(row.name));
for (const { pattern } of HUBS) ONLY_FETCHING.delete(lastOf(pattern));

/** Last parts of the names that mean something to us: a call of any other attribute is none of them. */
const LAST_NAMES = new Set(
  [
    ...ACTING_NAMES,
    ...[...SWITCHES, ...CERTIFICATE_CALLS, ...DISPLAYS].map(row => row.name),
    // The environment.
    ...['setdefault', 'putenv'],
    // What gives a function what visitors send.
    ...['Interface', 'ChatInterface', 'click', 'change', 'submit', 'input', 'then', 'success', 'release']
  ].map(lastOf)
);

const MODULES = RENAMED_MODULES.map(
  ({ from, to }) =>
    [new RegExp(`^(?:${from.map(name => name.replaceAll('.', '\\.')).join('|')})(?=\\.|$)`), to] as const
);

/** The name the catalogue knows it by: `torch.serialization.load` is `torch.load`, `cPickle` is `pickle`. */
export function canonicalName(name: string): string {
  const alias = aliases.get(name);
  if (alias) return alias;
  for (const [pattern, to] of MODULES) if (pattern.test(name)) return name.replace(pattern, to);
  return name;
}

/** False promises that no function of the catalogue is called by that attribute. */
export function mayBeCalledBy(attribute: string): boolean {
  return LAST_NAMES.has(attribute);
}

/** False promises that nothing that is called by that attribute loads, brings, writes or runs anything itself. */
export function mayActBy(attribute: string): boolean {
  return ACTING_NAMES.has(attribute);
}

/** What is called by that attribute downloads, if it does anything. */
export function onlyFetches(attribute: string): boolean {
  return ONLY_FETCHING.has(attribute);
}

/** The row of a function of that qualified name that takes a credential. */
export function credentialRow(name: string): CredentialRow | undefined {
  return credentialsByName.get(name);
}

/** False promises that no function that the catalogue knows to take a credential is called by that name. */
export function isCredentialCall(last: string): boolean {
  return CREDENTIAL_CALLS.has(last);
}

/** The row of a function of that qualified name that puts something into the page. */
export function display(name: string): DisplayRow | undefined {
  return displaysByName.get(name);
}

export function copier(name: string): CopyRow | undefined {
  return copiesByName.get(name);
}

/** All arguments of a call of that name are kept with its result, because its bytes' origin is among them. */
export function isFollowed(name: string): boolean {
  return CONTAINERS.has(name) || MAKERS.has(name) || fetcher(name) !== undefined;
}

export function writer(name: string): WriteRow | undefined {
  return writesByName.get(name);
}

/** What star imports bring that makes objects whose methods load: `vision_learner`. */
const STAR_MAKERS = /^fastai\.(?:\w+\.)*(?:\w+_learner|\w*Learner)$/;

/** What `from module import *` makes of that bare name, as far as the catalogue knows the module. */
export function exportsOfStar(module: string, name: string): string | undefined {
  const full = canonicalName(`${canonicalName(module)}.${name}`);
  if (loader(full) ?? fetcher(full) ?? writer(full) ?? display(full)) return full;
  const found = hub(full);
  // A star import brings classes too: `AutoModel`, whose method is the catalogue's.
  if (found ?? STAR_MAKERS.test(full)) return full;
  return HUBS.some(row => row.pattern === `${module}.**.from_pretrained`) && /^[A-Z]/.test(name) ? full : undefined;
}

/**
 * Finds the row of that name, else the one whose pattern fits. The longer pattern says more: `boto3.**.Bucket().download_file` before
 * `boto3.**.download_file`.
 */
function finder<R>(rows: readonly R[], nameOf: (row: R) => string): (name: string) => R | undefined {
  const byName = new Map(rows.map(row => [nameOf(row), row]));
  const byRoot = new Map<string | undefined, { readonly row: R; readonly test: RegExp }[]>();
  const patterns = rows.filter(row => nameOf(row).includes('**'));
  for (const row of patterns.sort((one, other) => nameOf(other).length - nameOf(one).length)) {
    const [root] = nameOf(row).split('.', 1);
    byRoot.set(root, [...(byRoot.get(root) ?? []), { row, test: patternOf(nameOf(row)) }]);
  }
  return name => byName.get(name) ?? byRoot.get(name.split('.', 1)[0])?.find(({ test }) => test.test(name))?.row;
}

function patternOf(pattern: string): RegExp {
  const source = pattern
    .split('.')
    .map(part => (part === '**' ? '[\\w.()]+' : part.replace(/[()]/g, '\\$&')))
    .join('\\.');
  return new RegExp(`^${source}$`);
}

function lastOf(name: string): string {
  return name.split('.').at(-1) ?? name;
}
