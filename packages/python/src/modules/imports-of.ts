import { isKnownModule } from '../catalogue/known-modules.js';

/** More imports of one text than this are not followed. */
const MAX_IMPORTS = 400;

const CONTINUED = /\\\r?\n/g;
const IMPORT =
  /^[ \t]*(?:>>>[ \t]*)?(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n;#]*)|import[ \t]+([^\n;#]*))/gm;
const NESTED = /;[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+([^\n;#]*)|import[ \t]+([^\n;#]*))/g;

const CALLED = /\b(?:import_module|__import__)\(\s*['"]([A-Za-z_][\w.]*)['"]/g;

/**
 * Every name that an import in the text may mean a module by, relative ones with their dots: `from .a import b` may mean
 * `.a` and `.a.b`. Read from the text alone, so that a text need not be parsed to know what it imports; what stands in a
 * string counts too.
 */
export function importsOf(text: string): string[] {
  if (!text.includes('import')) return [];
  const found = new Set<string>();
  const joined = text.replace(CONTINUED, ' ');
  for (const pattern of [IMPORT, NESTED]) {
    for (const [, from, names = '', modules] of joined.matchAll(pattern)) {
      if (from !== undefined) {
        found.add(from);
        for (const name of namesIn(names)) found.add(from.endsWith('.') ? from + name : `${from}.${name}`);
      } else {
        for (const module of namesIn(modules ?? '')) {
          for (const name of nested(module)) found.add(name);
        }
      }
      if (found.size > MAX_IMPORTS) return [...found].slice(0, MAX_IMPORTS);
    }
  }
  for (const [, module = ''] of joined.matchAll(CALLED)) for (const name of nested(module)) found.add(name);
  return [...found].slice(0, MAX_IMPORTS);
}

/** Local names that imports in the text bind to known modules, or to what is in them. */
export function knownImports(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, from, names = '', modules = ''] of text.replace(CONTINUED, ' ').matchAll(IMPORT)) {
    for (const item of itemsOf(from === undefined ? modules : names)) {
      const [, name = '', alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?/.exec(item) ?? [];
      if (isKnownModule(rootOf(from ?? name))) found.add(alias ?? rootOf(name));
    }
  }
  return found;
}

function rootOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}

/** `a.b.c` needs `a` and `a.b` too. */
function nested(module: string): string[] {
  const parts = module.split('.');
  return parts.map((_, i) => parts.slice(0, i + 1).join('.'));
}

function itemsOf(list: string): string[] {
  return list
    .replace(/#[^\n]*/g, '')
    .replace(/[()]/g, ' ')
    .split(',');
}

function namesIn(list: string): string[] {
  return itemsOf(list).flatMap(item => /^\s*([\w.]+)/.exec(item)?.[1] ?? []);
}
