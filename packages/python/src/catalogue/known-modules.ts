import { HUBS } from './hubs.js';
import { LOADERS } from './loaders/loaders.js';
import { COPIES, FETCHES, WRITES } from './transfers.js';
import { usesOf, Ways } from './ways.js';

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

/** What loads or downloads. */
const TELLING = new Ways([
  ...LOADERS.flatMap(row => [row.name, ...row.aliases]),
  // Classes that load: others may derive from them, or make objects of them, and leave the load to whoever imports that.
  ...LOADERS.flatMap(row => [row.name, ...row.aliases]).flatMap(name => /^(.*)\(\)\.\w+$/.exec(name)?.[1] ?? []),
  ...FETCHES.map(row => row.name),
  ...HUBS.map(row => row.pattern),
  ...COPIES.filter(row => row.filters).map(row => row.name)
]);

/** What brings or unpacks files, or runs what may. */
const BRINGING = new Ways([
  ...[...FETCHES, ...COPIES].map(row => row.name),
  ...['os.system', 'os.popen', 'os.chdir', 'subprocess.run', 'subprocess.call', 'subprocess.check_call']
]);

/** What stands in a text wherever it loads or downloads something; undefined where it does neither. */
export function tellingWords(text: string): RegExp | undefined {
  return wordsIn(text, TELLING);
}

const patterns = new Map<string, RegExp>();

function wordsIn(text: string, ways: Ways): RegExp | undefined {
  const last = [...ways.lastNames(text)];
  if (last.length === 0) return undefined;
  const key = last.join(' ');
  const words = patterns.get(key) ?? usesOf(last);
  patterns.set(key, words);
  return words.test(text) ? words : undefined;
}

/** What stands in a text wherever it brings files by a call; undefined where it does not. */
export function bringingWords(text: string): RegExp | undefined {
  return wordsIn(text, BRINGING);
}

function rootOf(name: string): string {
  return name.split('.')[0] ?? name;
}
