import { HUBS } from './hubs.js';
import { lastNames } from './last-names.js';
import { LOADERS } from './loaders/loaders.js';
import { COPIES, FETCHES, WRITES } from './transfers.js';

/** Modules of Python itself that values and files are followed through. */
const OWN = ['os', 'io', 'sys', 'pathlib', 'subprocess', 'shutil', 'hashlib', 'functools', 'importlib', 'argparse'];

const KNOWN = new Set([
  ...OWN,
  ...[...LOADERS.flatMap(row => [row.name, ...row.aliases]), ...HUBS.map(row => row.pattern)].map(rootOf),
  ...[...FETCHES, ...WRITES, ...COPIES].map(row => rootOf(row.name))
]);

/** The catalogue speaks of that top-level module, or the analysis rests on it. */
export function isKnownModule(name: string): boolean {
  return KNOWN.has(name);
}

/** By top-level module, the last names of what loads or downloads in it. */
const TELLING = lastNames([...LOADERS.flatMap(row => [row.name, ...row.aliases]), ...FETCHES.map(row => row.name)]);

const ROOT = new RegExp(`\\b(${[...TELLING.keys()].join('|')})\\b`, 'g');

/** What stands in a text wherever it loads or downloads something; undefined where it does neither. */
export function tellingWords(text: string): RegExp | undefined {
  const last = new Set<string>();
  for (const [root] of text.matchAll(ROOT)) for (const name of TELLING.get(root) ?? []) last.add(name);
  if (last.size === 0) return undefined;
  const words = new RegExp(`\\b(${[...last].join('|')})\\b`);
  return words.test(text) ? words : undefined;
}

function rootOf(name: string): string {
  return name.split('.')[0] ?? name;
}
