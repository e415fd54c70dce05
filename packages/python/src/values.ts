import { UNKNOWN, type Value } from '@loadlight/facts/value';
import { canonicalName } from './catalogue/names.js';

/** More values than this are not told apart. */
const MAX_VALUES = 8;

/** One value for several; nested choices are flattened, equal symbols and literals said once. */
export function either(values: readonly Value[]): Value {
  const flat: Value[] = [];
  for (const value of values.flatMap(v => (v.kind === 'any' ? v.values : [v]))) {
    const same = flat.some(
      f =>
        (f.kind === 'symbol' && value.kind === 'symbol' && f.name === value.name) ||
        (f.kind === 'literal' && value.kind === 'literal' && f.value === value.value) ||
        (f.kind === 'unknown' && value.kind === 'unknown')
    );
    if (!same) flat.push(value);
  }
  const only = flat[0];
  return flat.length === 1 && only ? only : { kind: 'any', values: flat.slice(0, MAX_VALUES) };
}

/** The change for each of several values, or for the one. */
export function mapEach(value: Value, change: (one: Value) => Value): Value {
  return value.kind === 'any' ? either(value.values.map(change)) : change(value);
}

/** `value.name`: symbols grow by it, and so do results of calls. */
export function attributeOf(value: Value, name: string): Value {
  return mapEach(value, one => {
    if (one.kind === 'symbol') return { ...one, name: canonicalName(`${one.name}.${name}`) };
    if (one.kind === 'result') {
      const of = canonicalName(`${one.of}().${name}`);
      return { kind: 'symbol', name: of, receiver: one };
    }
    // An object's own attributes are not its caller's choice.
    if (one.kind === 'parameter' && one.name !== 'self' && one.name !== 'cls')
      return { kind: 'parameter', name: `${one.name}.${name}` };
    return UNKNOWN;
  });
}

/** What joining paths begins with. */
export const EMPTY: Value = { kind: 'literal', value: '' };

/** `a + b` of texts, as far as their beginning and end are known. */
export function concatenate(a: Value, b: Value): Value {
  if (a.kind === 'literal' && b.kind === 'literal') {
    if (typeof a.value === 'string' || typeof b.value === 'string') {
      return { kind: 'literal', value: `${String(a.value)}${String(b.value)}` };
    }
    return UNKNOWN;
  }
  if (a.kind === 'literal' && a.value === '' && isFollowed(b)) return b;
  const prefix = a.kind === 'literal' ? String(a.value) : a.kind === 'text' ? a.prefix : '';
  const suffix = b.kind === 'literal' ? String(b.value) : b.kind === 'text' ? b.suffix : '';
  if (a.kind === 'literal' && b.kind === 'text')
    return { kind: 'text', prefix: prefix + b.prefix, suffix, ...(prefix === '' && b.base && { base: b.base }) };
  if (a.kind === 'text' && b.kind === 'literal') return { ...a, suffix: a.suffix + suffix };
  if (!prefix && !suffix) return UNKNOWN;
  const base = a.kind === 'text' ? a.base : prefix === '' && isFollowed(a) ? a : undefined;
  return { kind: 'text', prefix, suffix, ...(base && { base }) };
}

/** It says where what begins with it comes from. */
function isFollowed(value: Value): boolean {
  return value.kind === 'result' || value.kind === 'symbol' || value.kind === 'parameter';
}

/** `a / b` of paths; an absolute `b` stands alone. */
export function joinPath(a: Value, b: Value): Value {
  if (a.kind === 'literal' && a.value === '') return b;
  if (b.kind === 'literal' && typeof b.value === 'string' && b.value.startsWith('/')) return b;
  const slash: Value = { kind: 'literal', value: '/' };
  const ends = a.kind === 'literal' && typeof a.value === 'string' && a.value.endsWith('/');
  return concatenate(ends ? a : concatenate(a, slash), b);
}
