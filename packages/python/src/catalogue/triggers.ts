import { codeText } from '../modules/code-text.js';
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
  'torch.save',
  'os.environ',
  'os.putenv'
]);
const LAST_OF = new Map([...LAST_NAMES].map(([root, names]) => [root, wordsOf(names, '')]));
const ROOT = wordsOf(LAST_NAMES.keys());
const LAST = wordsOf(new Set([...LAST_NAMES.values()].flatMap(names => [...names])));

/** So many texts that are no more may be kept. */
const MOST_GONE = 100;

interface Mentions {
  readonly roots: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

/**
 * Whether texts of one program may hold a fact: one names a module of the catalogue, and one the last name of something in it. What
 * is in no text need not be parsed. `getattr(torch, "load")` and star imports hold both words, too.
 */
export class Triggers {
  private readonly seen = new Map<string, Mentions>();

  /** False promises that nothing in these texts is known to the catalogue. */
  mayHold(texts: readonly string[]): boolean {
    const [only] = texts;
    if (only !== undefined && texts.length === 1) return mayHoldAlone(only);
    if (this.seen.size > 2 * texts.length + MOST_GONE) this.seen.clear();
    const roots = new Set<string>();
    const names = new Set<string>();
    // The first cells mostly have both.
    for (const text of texts) {
      const { roots: found, last } = this.mentions(text);
      for (const root of found) roots.add(root);
      for (const name of last) names.add(name);
      if (found.size + last.size === 0) continue;
      for (const root of roots) for (const name of LAST_NAMES.get(root) ?? []) if (names.has(name)) return true;
    }
    return false;
  }

  private mentions(text: string): Mentions {
    const known = this.seen.get(text) ?? mentionsOf(text);
    this.seen.set(text, known);
    return known;
  }
}

/** The same for one text, which may be long: only as far as has to be read. */
function mayHoldAlone(text: string): boolean {
  if (!mentionsBoth(text)) return false;
  const code = codeText(text);
  return code === text || mentionsBoth(code);
}

function mentionsBoth(text: string): boolean {
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
