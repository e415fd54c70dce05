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

/** `a.b.c` needs `a` and `a.b` too. */
function nested(module: string): string[] {
  const parts = module.split('.');
  return parts.map((_, i) => parts.slice(0, i + 1).join('.'));
}

function namesIn(list: string): string[] {
  return list
    .replace(/#[^\n]*/g, '')
    .replace(/[()]/g, ' ')
    .split(',')
    .flatMap(item => /^\s*([\w.]+)/.exec(item)?.[1] ?? []);
}
