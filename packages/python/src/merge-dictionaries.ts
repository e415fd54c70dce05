import { UNKNOWN } from '@loadlight/facts/value';
import { alternatives, either, type Abstract, type Dictionary, type Entry } from './abstract.js';
import { literal } from './values.js';

/** Nothing is known to be in it, and more may be. */
export const OPEN: Dictionary = { kind: 'dict', entries: new Map(), open: true };

/** `a | b`, and what `update` makes of `a`: the later one wins. */
export function merge(a: Dictionary, b: Abstract): Dictionary {
  const other = mergedAlternatives(alternatives(b));
  if (!other) return { ...a, open: true };
  return { kind: 'dict', entries: new Map([...a.entries, ...other.entries]), open: a.open || other.open };
}

/** One dictionary for several that it can be; undefined where one of them is none. What some lack may be None there. */
export function mergedAlternatives(values: readonly Abstract[]): Dictionary | undefined {
  const dictionaries = values.filter(v => v.kind === 'dict');
  const [first] = dictionaries;
  if (!first || dictionaries.length !== values.length) return undefined;
  if (dictionaries.length === 1) return first;
  const entries = new Map<string, Entry>();
  for (const name of new Set(dictionaries.flatMap(d => [...d.entries.keys()]))) {
    const found = dictionaries.map(d => d.entries.get(name) ?? missing(d));
    // Each place once: merged change after change, places that are shared would double every time.
    const written = [...new Set(found.flatMap(e => e.written))];
    entries.set(name, { value: either(found.map(e => e.value)), written });
  }
  return { kind: 'dict', entries, open: dictionaries.some(d => d.open) };
}

function missing(dictionary: Dictionary): Entry {
  return { value: dictionary.open ? UNKNOWN : literal(null), written: [] };
}
