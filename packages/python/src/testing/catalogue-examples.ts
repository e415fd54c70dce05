import { CERTIFICATE_ATTRIBUTES, CERTIFICATE_CALLS } from '../catalogue/certificates.js';
import { HUBS } from '../catalogue/hubs.js';
import { LOADERS } from '../catalogue/loaders/loaders.js';
import { SWITCHES } from '../catalogue/switches.js';
import { CONTAINERS, COPIES, FETCHES, WRITES, WRITING_METHODS } from '../catalogue/transfers.js';
import { UPLOADS } from '../catalogue/uploads.js';

/** One example of a page `*.examples.md` beside the tables of the catalogue. */
export interface CatalogueExample {
  /** The table that the page is about: `hubs`, `transfers`, or `loaders` for all pages in that folder. */
  readonly table: string;
  /** The name of the row, as the table has it. */
  readonly row: string;
  /** Good: no rule warns, and none that speaks of the row's bad examples does at all. */
  readonly kind: 'bad' | 'good';
  /** What speaks of a bad one, and how loud where that matters. */
  readonly rule: string | undefined;
  readonly severity: string | undefined;
  readonly text: string;
}

/** The names of the rows of each table, in its order. */
export const CATALOGUE_ROWS: ReadonlyMap<string, readonly string[]> = new Map([
  ['loaders', LOADERS.map(({ name }) => name)],
  ['hubs', HUBS.map(({ pattern }) => pattern)],
  ['transfers', [...FETCHES, ...COPIES].map(({ name }) => name)],
  ['files', [...WRITES, ...WRITING_METHODS].map(({ name }) => name).concat(...CONTAINERS.keys())],
  ['certificates', [...CERTIFICATE_CALLS, ...CERTIFICATE_ATTRIBUTES].map(({ name }) => name)],
  ['switches', SWITCHES.map(({ name }) => name)],
  ['uploads', UPLOADS.map(({ name }) => name)]
]);

/** Rows of loaders that run nothing, so that there is no bad example. */
export const HARMLESS: ReadonlySet<string> = new Set(
  LOADERS.filter(({ safety }) => safety === 'safe').map(({ name }) => name)
);

/**
 * The examples of a page, whose name is given from the catalogue's folder. A heading names one row, or several that differ in words
 * between braces (`requests.{get,post}`); there `«name»` stands for the row's name in the examples, `«module»` for its first word,
 * `«last»` for its last, `«before»` for all before that, and `«maker»` for what makes the object whose method it is.
 */
export function catalogueExamples(page: string, markdown: string): CatalogueExample[] {
  const table = page.startsWith('loaders/') ? 'loaders' : page.slice(0, page.indexOf('.'));
  const examples: CatalogueExample[] = [];
  let rows: readonly string[] = [];
  for (const [, heading, info = '', text = ''] of markdown.matchAll(/^## `(.+)`$|^```python (.+)\n([\s\S]*?)^```$/gm)) {
    if (heading !== undefined) {
      rows = spelledOut(heading);
      continue;
    }
    const [kind, rule, severity] = info.split(' ');
    for (const row of rows)
      examples.push({ table, row, kind: kind === 'bad' ? 'bad' : 'good', rule, severity, text: filledIn(text, row) });
  }
  return examples;
}

/**
 * What examples and rows lack of each other, with the row's name; nothing where each row has a bad and a good one, or a good one
 * where it is among the `harmless`.
 */
export function missingExamples(
  rows: ReadonlyMap<string, readonly string[]>,
  examples: readonly CatalogueExample[],
  harmless: ReadonlySet<string> = HARMLESS
): string[] {
  const mistakes: string[] = [];
  for (const [table, names] of rows) {
    const there = examples.filter(one => one.table === table);
    const has = new Set(there.map(({ row, kind }) => `${kind} ${row}`));
    for (const name of names)
      for (const kind of harmless.has(name) ? ['good'] : ['bad', 'good'])
        if (!has.has(`${kind} ${name}`)) mistakes.push(`${name}: no ${kind} example`);
    for (const row of new Set(there.map(one => one.row)))
      if (!names.includes(row)) mistakes.push(`${row}: examples of a row that ${table} does not have`);
  }
  for (const { row, kind, rule } of examples)
    if ((kind === 'bad') !== (rule !== undefined))
      mistakes.push(`${row}: a bad example names its rule, a good one none`);
  return mistakes;
}

/** `a.{b,c}` is `a.b` and `a.c`. */
function spelledOut(heading: string): string[] {
  const [, before = '', inner, after = ''] = /^(.*?)\{([^}]*)\}(.*)$/.exec(heading) ?? [];
  if (inner === undefined) return [heading];
  return inner.split(',').flatMap(word => spelledOut(`${before}${word}${after}`));
}

function filledIn(text: string, row: string): string {
  const dot = row.lastIndexOf('.');
  const before = row.slice(0, dot);
  const words = {
    name: row,
    module: row.split('.', 1)[0] ?? row,
    last: row.slice(dot + 1),
    before,
    maker: before.replace(/\(\)$/, '')
  };
  return Object.entries(words).reduce((filled, [word, value]) => filled.replaceAll(`«${word}»`, value), text);
}
