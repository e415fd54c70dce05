import { codeText } from '../modules/code-text.js';
import { CERTIFICATE_ATTRIBUTES, CERTIFICATE_CALLS } from './certificates.js';
import { HUBS } from './hubs.js';
import { LOADERS } from './loaders/loaders.js';
import { RENAMED_MODULES } from './renamed-modules.js';
import { SWITCHES } from './switches.js';
import { COPIES, FETCHES } from './transfers.js';
import { Ways } from './ways.js';

/** What the catalogue has something to say of. */
const WAYS = new Ways([
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

/** So much of a text is looked at first, in UTF-16 units. */
const BEGINNING = 20_000;

/** So many texts that are no more may be kept. */
const MOST_GONE = 100;

/**
 * Whether texts of one program may hold a fact: between them they have all the words of some name in the catalogue. What is in no text
 * need not be parsed. `getattr(torch, "load")` and star imports hold them, too.
 */
export class Triggers {
  private readonly seen = new Map<string, ReadonlySet<string>>();

  /** False promises that nothing in these texts is known to the catalogue. */
  mayHold(texts: readonly string[]): boolean {
    const [only] = texts;
    if (only !== undefined && texts.length === 1) return mayHoldAlone(only);
    if (this.seen.size > 2 * texts.length + MOST_GONE) this.seen.clear();
    const words = new Set<string>();
    // The first cells mostly have all that it takes.
    for (const text of texts) {
      const before = words.size;
      for (const word of this.wordsIn(text)) words.add(word);
      if (words.size > before && WAYS.mayUseAmong(words)) return true;
    }
    return false;
  }

  private wordsIn(text: string): ReadonlySet<string> {
    const known = this.seen.get(text) ?? WAYS.wordsIn(text);
    this.seen.set(text, known);
    return known;
  }
}

/** The same for one text, which may be long: only as far as has to be read. */
function mayHoldAlone(text: string): boolean {
  if (!WAYS.mayUse(text)) return false;
  // Long texts mostly show it near their beginning: an edit is not to cost a look at all of them.
  for (let end = BEGINNING; end < text.length; end *= 8) if (WAYS.mayUse(codeText(text.slice(0, end)))) return true;
  const code = codeText(text);
  return code === text || WAYS.mayUse(code);
}

function underOldNames(name: string): string[] {
  const [root, ...rest] = name.split('.');
  return RENAMED_MODULES.filter(({ to }) => to.split('.', 1)[0] === root).flatMap(({ from }) =>
    from.map(module => [module, ...rest].join('.'))
  );
}
