import { UNKNOWN } from '@loadlight/facts/value';
import { mapEach, mapPairs, type Abstract, type MadeOf } from './abstract.js';

type Literal = Extract<Abstract, { kind: 'literal' }>;

/** What joining paths begins with. */
export const EMPTY: Abstract = { kind: 'literal', value: '' };

/** Of longer texts only this much of their beginning and end is kept: a program can double one again and again. */
const MAX_LENGTH = 4096;

export function literal(value: Literal['value']): Abstract {
  if (typeof value !== 'string' || value.length <= 2 * MAX_LENGTH) return { kind: 'literal', value };
  return { kind: 'text', prefix: value.slice(0, MAX_LENGTH), suffix: value.slice(-MAX_LENGTH) };
}

/** A text with the strings that it is made of, where these are not known yet. */
export function madeOf(value: Abstract, from: MadeOf['from']): Abstract {
  return from && (value.kind === 'text' || value.kind === 'literal') && !value.from ? { ...value, from } : value;
}

/** The strings of the program that the text is made of. */
export function sourcesOf(value: Abstract): MadeOf['from'] {
  return value.kind === 'literal' || value.kind === 'text' ? value.from : undefined;
}

/** Of more strings than these is no text that is followed. */
const MOST_SOURCES = 8;

function together(a: Abstract, b: Abstract): MadeOf['from'] {
  const [one, other] = [sourcesOf(a), sourcesOf(b)];
  return one && other ? [...one, ...other].slice(0, MOST_SOURCES) : (one ?? other);
}

/** The text that it is, if it is one. */
export function textOf(value: Abstract | undefined): string | undefined {
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** `a + b` of texts, as far as their beginning and end are known. */
export function concatenate(first: Abstract, second: Abstract): Abstract {
  return mapPairs(first, second, (a, b) => {
    if (a.kind === 'literal' && b.kind === 'literal') {
      if (typeof a.value === 'string' || typeof b.value === 'string')
        return madeOf(literal(`${spelled(a)}${spelled(b)}`), together(a, b));
      return UNKNOWN;
    }
    if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', items: [...a.items, ...b.items] };
    if (textOf(a) === '' && isFollowed(b)) return b;
    const prefix = a.kind === 'text' ? a.prefix : a.kind === 'literal' ? whole(a, b, 'before') : '';
    const suffix = b.kind === 'text' ? b.suffix : b.kind === 'literal' ? whole(b, a, 'after') : '';
    if (!prefix && !suffix) return UNKNOWN;
    return known(prefix, suffix, baseOf(a) ?? (textOf(a) === '' ? baseOf(b) : undefined), together(a, b));
  });
}

/** Where what begins with it comes from. */
function baseOf(value: Abstract): Abstract | undefined {
  if (value.kind === 'text') return value.base;
  return isFollowed(value) ? value : undefined;
}

function isFollowed(value: Abstract): boolean {
  return value.kind === 'result' || value.kind === 'symbol' || value.kind === 'parameter';
}

function known(prefix: string, suffix: string, base: Abstract | undefined, from: MadeOf['from']): Abstract {
  const ends = { prefix: prefix.slice(0, MAX_LENGTH), suffix: suffix.slice(-MAX_LENGTH) };
  return { kind: 'text', ...ends, ...(base && { base }), ...(from && { from }) };
}

/** A literal beside a text that is known in part: what is known grows by it. */
function whole(one: Literal, other: Abstract, side: 'before' | 'after'): string {
  if (other.kind !== 'text') return spelled(one);
  return side === 'before' ? spelled(one) + other.prefix : other.suffix + spelled(one);
}

/** As `str()` and f-strings write it. */
function spelled({ value }: Literal): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

/** `a / b` of paths; an absolute `b` stands alone. */
export function joinPath(first: Abstract, second: Abstract): Abstract {
  return mapPairs(first, second, (a, b) => {
    if (textOf(a) === '' || textOf(b)?.startsWith('/')) return b;
    if (b.kind === 'text' && b.prefix.startsWith('/')) return b;
    if (textOf(b) === '') return a;
    return asPath(concatenate(textOf(a)?.endsWith('/') ? a : concatenate(a, literal('/')), b));
  });
}

/** The same text, known to be a path. */
export function asPath(value: Abstract): Abstract {
  return mapEach(value, one => (textOf(one) !== undefined && one.kind === 'literal' ? { ...one, path: true } : one));
}

/** The part of a text after the last `/`, also where only its end is known. */
export function baseName(value: Abstract): Abstract {
  const known = value.kind === 'text' ? value.suffix : textOf(value);
  if (known === undefined) return UNKNOWN;
  const name = known.replace(/\/+$/, '').split('/').at(-1) ?? '';
  if (value.kind === 'text' && !known.includes('/'))
    return known ? { kind: 'text', prefix: '', suffix: known } : UNKNOWN;
  return literal(name);
}

/** The folder of a path; `..` above a relative path's first folder. */
export function folderOf(value: Abstract): Abstract {
  if (value.kind === 'text') return value.prefix ? { kind: 'text', prefix: value.prefix, suffix: '' } : UNKNOWN;
  const path = textOf(value);
  if (path === undefined) return UNKNOWN;
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed === '' && path !== '') return literal('/');
  if (/^(\.|(\.\.\/)*\.\.)?$/.test(trimmed)) return literal(trimmed.startsWith('..') ? `${trimmed}/..` : '..');
  const slash = trimmed.lastIndexOf('/');
  return literal(slash < 0 ? '.' : trimmed.slice(0, slash) || '/');
}

/** A path's name taken apart: `a/b.tar.gz` is `a/b.tar` and `.gz`. */
export function splitExtension(path: string): [string, string] {
  const match = /^(.*[^/])(\.[^./]*)$/.exec(path);
  return match ? [match[1] ?? '', match[2] ?? ''] : [path, ''];
}
