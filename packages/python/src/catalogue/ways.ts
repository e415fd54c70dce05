/** Names that are reached over the same modules and classes. */
interface Group {
  /** What stands between the top-level module and the last name. */
  readonly between: readonly string[];
  readonly last: ReadonlySet<string>;
  readonly pattern: RegExp;
}

/**
 * How code reaches what the catalogue names: whoever uses `torch.hub.load`, by whatever import, writes `torch`, `hub` and `load`
 * somewhere.
 */
export class Ways {
  /** By top-level module. */
  private readonly groups = new Map<string, Group[]>();
  private readonly roots: RegExp;
  private readonly words: RegExp;

  /** `names`: qualified names as rows have them, with `**` for any modules and `()` for what a call gives. */
  constructor(names: readonly string[]) {
    const byPath = new Map<string, Set<string>>();
    for (const name of names) {
      const parts = name
        .replaceAll('()', '')
        .split('.')
        .filter(part => part !== '**');
      const path = parts.length > 1 ? parts.slice(0, -1).join('.') : name;
      byPath.set(path, (byPath.get(path) ?? new Set()).add(parts.at(-1) ?? name));
    }
    for (const [path, last] of byPath) {
      const [root = path, ...between] = path.split('.');
      this.groups.set(root, [...(this.groups.get(root) ?? []), { between, last, pattern: usesOf(last) }]);
    }
    const all = [...this.groups.values()].flat();
    this.roots = wordsOf(this.groups.keys());
    this.words = wordsOf(
      new Set([...this.groups.keys(), ...all.flatMap(({ between, last }) => [...between, ...last])])
    );
  }

  /** False promises that the text uses none of the names. */
  mayUse(text: string): boolean {
    for (const { pattern } of this.reached(text)) if (pattern.test(text)) return true;
    return false;
  }

  /** The last parts of those names of which all other parts stand in the text. */
  lastNames(text: string): Set<string> {
    const found = new Set<string>();
    for (const { last } of this.reached(text)) for (const name of last) found.add(name);
    return found;
  }

  /** The words of the text that are part of some name. */
  wordsIn(text: string): ReadonlySet<string> {
    return new Set(text.match(this.words));
  }

  /** False promises that texts with these words, together, use none of the names. */
  mayUseAmong(words: ReadonlySet<string>): boolean {
    for (const word of words)
      for (const { between, last } of this.groups.get(word) ?? [])
        if (between.every(part => words.has(part)) && [...last].some(name => words.has(name))) return true;
    return false;
  }

  private *reached(text: string): Iterable<Group> {
    const seen = new Set<string>();
    for (const [root] of text.matchAll(this.roots)) {
      if (seen.has(root)) continue;
      seen.add(root);
      for (const group of this.groups.get(root) ?? [])
        if (group.between.every(part => hasWord(text, part))) yield group;
    }
  }
}

const patterns = new Map<string, RegExp>();

function hasWord(text: string, word: string): boolean {
  if (!text.includes(word)) return false;
  const pattern = patterns.get(word) ?? wordsOf([word], '');
  patterns.set(word, pattern);
  return pattern.test(text);
}

/** Finds each of these as a whole word. */
function wordsOf(words: Iterable<string>, flags = 'g'): RegExp {
  return new RegExp(`\\b(?:${[...words].join('|')})\\b`, flags);
}

/** Finds where one of these is used: it is not where the code only gives something of its own that name. */
export function usesOf(words: Iterable<string>): RegExp {
  return new RegExp(`\\b(?:${[...words].join('|')})\\b(?<!\\b(?:def|class)[ \\t]+\\w+)`);
}
