import { importedWords, mentionsIn, withoutModules, type Mentions } from './mentions.js';

/** A function, or another statement at the top level or in a class's body, as its words tell it. */
interface Block {
  /** Something in it loads or downloads, by its words. */
  readonly loads: boolean;
  /** Numbers of the words in it. */
  readonly words: Int32Array;
  /** Numbers of the names by which it may be called. */
  readonly names: Int32Array;
  /** Of those, the ones that say no more than that some object is made or used: nobody is told by them. */
  readonly special: readonly string[];
  /** The class that it is in. */
  readonly owner: number;
}

/** A module's functions and statements, each with its words. */
export type Blocks = readonly Block[];

/** Words as numbers, the same for all modules of an engine. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  readonly words: string[] = [];

  number(word: string): number {
    let known = this.numbers.get(word);
    if (known === undefined) {
      known = this.words.length;
      this.numbers.set(word, known);
      this.words.push(word);
    }
    return known;
  }
}

/** Names that tell of a load, over all modules that a program reaches. */
export interface TellingNames {
  /** Names by which something may be called that loads, through however many functions. */
  readonly called: ReadonlySet<string>;
  /** Classes that have such a method. */
  readonly classes: ReadonlySet<string>;
}

/** Where a statement begins at the left margin. */
const TOP_LEVEL = /^(?=[^\s#)\]}])/m;
const NAMED = /^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|^(\w+)[ \t]*(?::[^=\n]+)?=/gm;
/** What an import names otherwise, where it stands in no function. */
const RENAMED = /\bas[ \t]+(\w+)/g;
/** What `with` and `except` name is no function of a module. */
const OTHER_AS = /^[ \t]*(?:async[ \t]+)?(?:with|except)\b.*$/gm;
const SPECIAL = /^__\w+__$/;

/** `telling` finds what loads or downloads; `isOpen`: any name may come from a star import. */
export function blocksOf(text: string, telling: RegExp | undefined, vocabulary: Vocabulary, isOpen = false): Blocks {
  const blocks = text.split(TOP_LEVEL).flatMap(block => {
    const [, cls] = /^class[ \t]+(\w+)/.exec(block) ?? [];
    return cls === undefined ? [blockOf(block, block, undefined, telling)] : blocksOfClass(cls, block, telling);
  });
  const known = isOpen ? undefined : new Set([...importedWords(text), ...blocks.flatMap(({ names }) => [...names])]);
  return blocks.map(({ loads, mentions: { bare, attributes }, names, special, owner }) => ({
    loads,
    words: numbersOf(new Set([...attributes, ...[...bare].filter(word => known?.has(word) ?? true)]), vocabulary),
    names: numbersOf(names, vocabulary),
    special,
    owner: owner === undefined ? -1 : vocabulary.number(owner)
  }));
}

/** A block with its words as they are. */
interface RawBlock {
  readonly loads: boolean;
  readonly mentions: Mentions;
  readonly names: ReadonlySet<string>;
  readonly special: readonly string[];
  readonly owner: string | undefined;
}

/** What stands in the body beside functions, and each function. */
function blocksOfClass(cls: string, text: string, telling: RegExp | undefined): RawBlock[] {
  const indent = /\n([ \t]+)[^\s#]/.exec(text)?.[1];
  if (indent === undefined) return [blockOf(text, text, undefined, telling)];
  let head = '';
  const methods: string[] = [];
  let decorators = '';
  for (const part of text.split(statementAt(indent))) {
    const isMethod = /^[ \t]+(?:async[ \t]+)?def\b/.test(part);
    if (isMethod) methods.push(decorators + part);
    else if (/^[ \t]+@/.test(part)) {
      decorators += part;
      continue;
    } else {
      head += decorators + part;
      // A text over several lines may have cut the function.
      const cut = methods.pop();
      if (cut !== undefined) methods.push(cut + part);
    }
    decorators = '';
  }
  return [
    blockOf(head, head, undefined, telling),
    ...methods.map(method => blockOf(method, /\bsuper\b/.test(method) ? method + head : method, cls, telling))
  ];
}

const starts = new Map<string, RegExp>();

function statementAt(indent: string): RegExp {
  const known = starts.get(indent) ?? new RegExp(`^(?=${indent}[^\\s#)\\]}])`, 'm');
  starts.set(indent, known);
  return known;
}

function blockOf(text: string, words: string, cls: string | undefined, telling: RegExp | undefined): RawBlock {
  const named = [...text.matchAll(NAMED)].map(([, defined, bound]) => defined ?? bound ?? '');
  if (!/^(?:[ \t]|def\b|class\b|async\b|@)/.test(text)) {
    for (const [, alias = ''] of withoutModules(text.replace(OTHER_AS, '')).matchAll(RENAMED)) named.push(alias);
  }
  // Making an object, or using it like a function, calls these; of a class in a function only the function is called.
  const names = named.flatMap(name => (SPECIAL.test(name) ? (cls ?? []) : name));
  return {
    loads: telling?.test(text) ?? false,
    mentions: mentionsIn(words),
    names: new Set(names),
    special: named.filter(name => SPECIAL.test(name)),
    owner: cls
  };
}

function numbersOf(words: ReadonlySet<string>, vocabulary: Vocabulary): Int32Array {
  return Int32Array.from(words, word => vocabulary.number(word));
}

/** Whoever mentions a name that tells, tells by its own names. */
export function tellingNames(modules: Iterable<Blocks>, vocabulary: Vocabulary): TellingNames {
  const isName = new Uint8Array(vocabulary.words.length);
  const found: number[] = [];
  const classes = new Set<string>();
  const special = new Set<string>();
  let left: Block[] = [...modules].flat();
  for (let before = -1; before !== found.length && left.length > 0;) {
    before = found.length;
    const rest: Block[] = [];
    for (const block of left) {
      if (!block.loads && !hasOne(block.words, isName)) {
        rest.push(block);
        continue;
      }
      for (const name of block.names) {
        if (isName[name]) continue;
        isName[name] = 1;
        found.push(name);
      }
      for (const name of block.special) special.add(name);
      if (block.owner >= 0) classes.add(vocabulary.words[block.owner] ?? '');
    }
    left = rest;
  }
  return { called: new Set([...found.map(name => vocabulary.words[name] ?? ''), ...special]), classes };
}

function hasOne(words: Int32Array, isName: Uint8Array): boolean {
  for (const word of words) if (isName[word]) return true;
  return false;
}
