/** Words of a code by which it may mean functions and classes of others. */
export interface Mentions {
  /** Names that stand alone: they are of the module itself, imported, or of a function. */
  readonly bare: ReadonlySet<string>;
  /** Behind a dot, or as a text where attributes are looked up by text: whose they are is not known. */
  readonly attributes: ReadonlySet<string>;
}

/** A name where it may stand for a function: not behind a dot, and not where something is given that name. */
const BARE = /(?<![.\w])[^\W\d]\w*\b(?![ \t]*=(?!=))/g;
const ATTRIBUTE = /\.[ \t]*([^\W\d]\w*)\b(?![ \t]*=(?!=))/g;
const LOOKED_UP = /\b(?:[gs]etattr|methodcaller|attrgetter|globals|locals|vars|__dict__|import_module|patch)\b/;
const QUOTED = /['"]([^\W\d]\w*)['"]/g;

/** The module's part of imports: modules are not called. */
const MODULES = /^[ \t]*(?:from[ \t]+[.\w]+[ \t]+import\b|import[ \t][\w., \t]*)/gm;
const IMPORTED = /^[ \t]*from[ \t]+[.\w]+[ \t]+import\b[ \t]*(\([^)]*\)|(?:[^\n#\\]|\\[\s\S])*)/gm;

/** What the code mentions. */
export function mentionsIn(code: string): Mentions {
  const text = withoutModules(code);
  const attributes = new Set([...text.matchAll(ATTRIBUTE)].map(([, name = '']) => name));
  if (LOOKED_UP.test(text)) for (const [, name = ''] of text.matchAll(QUOTED)) attributes.add(name);
  return { bare: new Set(text.match(BARE)), attributes };
}

/** The words that stand for names of modules in the code's `from` imports. */
export function importedWords(code: string): Set<string> {
  return new Set([...code.matchAll(IMPORTED)].flatMap(([, names = '']) => names.match(/\w+/g) ?? []));
}

/** The code without the names of the modules that it imports; names that it imports from them stay. */
export function withoutModules(code: string): string {
  return code.includes('import') ? code.replace(MODULES, '') : code;
}
