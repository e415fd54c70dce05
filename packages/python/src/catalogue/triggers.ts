import { CERTIFICATE_ATTRIBUTES, CERTIFICATE_CALLS } from './certificates.js';
import { HUBS } from './hubs.js';
import { lastNames } from './last-names.js';
import { LOADERS } from './loaders/loaders.js';
import { RENAMED_MODULES } from './renamed-modules.js';
import { SWITCHES } from './switches.js';
import { COPIES, FETCHES } from './transfers.js';

/** By top-level module, the last names of what the catalogue says of it. */
const LAST_NAMES = lastNames([
  ...LOADERS.flatMap(row => [row.name, ...row.aliases]),
  ...LOADERS.flatMap(row => underOldNames(row.name)),
  ...HUBS.map(row => row.pattern),
  ...FETCHES.map(row => row.name),
  ...SWITCHES.map(row => row.name),
  ...[...CERTIFICATE_CALLS, ...CERTIFICATE_ATTRIBUTES, ...COPIES.filter(row => row.filters)].map(row => row.name),
  'os.environ',
  'os.putenv'
]);
const LAST_OF = new Map([...LAST_NAMES].map(([root, names]) => [root, wordsOf(names, '')]));
const ROOT = wordsOf(LAST_NAMES.keys());
const LAST = wordsOf(new Set([...LAST_NAMES.values()].flatMap(names => [...names])));

interface Mentions {
  readonly roots: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

/**
 * Whether texts of one program may hold a fact: one names a module of the catalogue, and one the last name of something in it. What
 * is in no text need not be parsed. `getattr(torch, "load")` and star imports hold both words, too.
 */
export class Triggers {
  private seen = new Map<string, Mentions>();

  /** False promises that nothing in these texts is known to the catalogue. */
  mayHold(texts: readonly string[]): boolean {
    const [only] = texts;
    if (only !== undefined && texts.length === 1) return mayHoldAlone(only);
    const before = this.seen;
    this.seen = new Map(texts.map(text => [text, before.get(text) ?? mentionsOf(text)]));
    const all = [...this.seen.values()];
    const roots = new Set(all.flatMap(({ roots: found }) => [...found]));
    return [...roots].some(root =>
      [...(LAST_NAMES.get(root) ?? [])].some(name => all.some(({ last }) => last.has(name)))
    );
  }
}

/** The same for one text, which may be long: only as far as has to be read. */
function mayHoldAlone(text: string): boolean {
  const seen = new Set<string>();
  for (const [root] of text.matchAll(ROOT)) {
    if (seen.has(root)) continue;
    seen.add(root);
    if (LAST_OF.get(root)?.test(text)) return true;
  }
  return false;
}

function mentionsOf(text: string): Mentions {
  const found = (pattern: RegExp): Set<string> => new Set([...text.matchAll(pattern)].map(([word]) => word));
  return { roots: found(ROOT), last: found(LAST) };
}

function underOldNames(name: string): string[] {
  const root = name.split('.', 1)[0];
  return RENAMED_MODULES.filter(({ to }) => to.split('.', 1)[0] === root).flatMap(({ from }) =>
    from.map(module => `${module}.${name}`)
  );
}

function wordsOf(words: Iterable<string>, flags = 'g'): RegExp {
  return new RegExp(`\\b(?:${[...words].join('|')})\\b`, flags);
}
