import { UNKNOWN } from '@loadlight/facts/value';
import { alternatives, either, mapEach, type Abstract, type Dictionary, type Entry, type Given } from './abstract.js';
import { bindArguments, type BoundArgument } from './bind-arguments.js';
import { elementOf } from './elements.js';
import type { Resolver } from './resolver.js';
import type { Change } from './scope.js';
import { merge, mergedAlternatives, OPEN } from './merge-dictionaries.js';
import { child, type Syntax } from './syntax.js';
import { textOf } from './values.js';
import type { Trace, Where } from './where.js';

/** More entries than this are not kept apart. */
const MAX_ENTRIES = 500;

/** `{…}`, with what `**` unpacks in it. */
export function dictionaryOf(node: Syntax, where: Where, resolver: Resolver, trace: Trace): Abstract {
  const entries = new Map<string, Entry>();
  let open = false;
  for (const item of node.children) {
    if (item.type === 'pair') {
      const key = child(item, 'key');
      const value = child(item, 'value');
      const name = key && keyOf(resolver.resolve(key, where, trace));
      if (value && name !== undefined && entries.size < MAX_ENTRIES) {
        const written = [{ whole: item, node: value, where }];
        entries.set(name, { value: resolver.resolve(value, where, trace), written });
      } else open = true;
    } else if (item.type === 'dictionary_splat' && item.children[0]) {
      const merged = merge({ kind: 'dict', entries, open }, resolver.resolve(item.children[0], where, trace));
      for (const [name, entry] of merged.entries) entries.set(name, entry);
      open ||= merged.open;
    } else if (item.type !== 'comment') open = true;
  }
  return { kind: 'dict', entries, open };
}

/** `dict(base, name=value, **more)` */
export function dictionaryFrom(layers: readonly Given[], resolver: Resolver, trace: Trace): Dictionary {
  const bound = bindArguments(layers, ['#base'], resolver, trace);
  const entries = new Map<string, Entry>();
  for (const [name, argument] of bound.byName) {
    if (name !== '#base') entries.set(name, { value: argument.abstract, written: writtenOf(argument) });
  }
  const own: Dictionary = { kind: 'dict', entries, open: bound.open };
  const base = bound.byName.get('#base');
  const from = base && mergedAlternatives(alternatives(base.abstract));
  return base ? merge(from ?? OPEN, own) : own;
}

function writtenOf({ site, node, where, others }: BoundArgument): Entry['written'] {
  return [{ whole: { ...node, start: site.start, end: site.end }, node, where }, ...others];
}

/** What is done to it in place is followed. */
export function canChange(value: Abstract): boolean {
  return value.kind === 'dict' || value.kind === 'list' || isNewHash(value);
}

/** The dictionary, list or hash after what was done to it in place; `changes` undefined: anything may have been. */
export function afterChanges(
  value: Abstract,
  changes: readonly Change[] | undefined,
  where: Where,
  resolver: Resolver,
  trace: Trace
): Abstract {
  if (changes?.length === 0) return value;
  return mapEach(value, one => {
    if (one.kind === 'list')
      return changes ? changes.reduce((list, c) => grown(list, c, where, resolver, trace), one) : loosened(one);
    if (isNewHash(one)) return changes ? fed(one, changes, where, resolver, trace) : one;
    if (one.kind !== 'dict') return one;
    if (!changes) return { ...one, open: true };
    return changes.reduce<Dictionary>((before, change) => {
      const after = changed(before, change, where, resolver, trace);
      const certain = change.branches.every(arm => where.branches.includes(arm));
      return certain ? after : (mergedAlternatives([before, after]) ?? after);
    }, one);
  });
}

function changed(before: Dictionary, change: Change, from: Where, resolver: Resolver, trace: Trace): Dictionary {
  const { what } = change;
  const where = whereOfChange(change, from);
  if (what.kind === 'opaque') return { ...before, open: true };
  if (what.kind === 'merge') return merge(before, dictionaryFrom([{ call: what.call, where }], resolver, trace));
  return withItem(before, what, what.within ?? [], where, resolver, trace);
}

/** The dictionary after the change of an item, its own or, `within` those keys, of a dictionary in it. */
function withItem(
  before: Dictionary,
  what: Extract<Change['what'], { kind: 'item' }>,
  within: readonly Syntax[],
  where: Where,
  resolver: Resolver,
  trace: Trace
): Dictionary {
  const [outer, ...inner] = within;
  const key = keyOf(resolver.resolve(outer ?? what.key, where, trace));
  if (key === undefined || before.entries.size >= MAX_ENTRIES) return { ...before, open: true };
  const entries = new Map(before.entries);
  const known = entries.get(key);
  if (outer) {
    if (known?.value.kind === 'dict')
      entries.set(key, { ...known, value: withItem(known.value, what, inner, where, resolver, trace) });
    else entries.delete(key);
    return { ...before, entries, open: before.open || known?.value.kind !== 'dict' };
  }
  if (!what.value) entries.delete(key);
  else if (!known || !what.onlyIfMissing) {
    const value = resolver.resolve(what.value, where, trace);
    const maybeThere = !known && what.onlyIfMissing && before.open;
    entries.set(key, {
      value: maybeThere ? either([value, UNKNOWN]) : value,
      written: [{ whole: what.written, node: what.value, where }]
    });
  }
  return { ...before, entries };
}

type Result = Extract<Abstract, { kind: 'result' }>;

/** A hash that was given nothing when it was made. */
function isNewHash(value: Abstract): value is Result {
  return value.kind === 'result' && !value.argument && /^hashlib\.\w+$/.test(value.of);
}

/** What one `update` gives a hash, it could have been made with; of several none is all of it. */
function fed(hash: Result, changes: readonly Change[], from: Where, resolver: Resolver, trace: Trace): Abstract {
  const [only, ...more] = changes;
  const isCertain = only?.branches.every(arm => from.branches.includes(arm));
  if (only?.what.kind !== 'merge' || more.length > 0 || isCertain !== true) return hash;
  const layers = [{ call: only.what.call, where: whereOfChange(only, from) }];
  const data = bindArguments(layers, ['#data'], resolver, trace).byName.get('#data');
  return data ? { ...hash, argument: data.abstract } : hash;
}

type List = Extract<Abstract, { kind: 'list' }>;

function grown(list: List, change: Change, from: Where, resolver: Resolver, trace: Trace): List {
  const { what } = change;
  if (what.kind !== 'merge') return loosened(list);
  const where = whereOfChange(change, from);
  const callee = child(what.call, 'function');
  const method = callee && child(callee, 'attribute');
  const name = method && where.unit.text.slice(method.start, method.end);
  const added = bindArguments([{ call: what.call, where }], ['#item'], resolver, trace).byName.get('#item')?.abstract;
  if (!added || (name !== 'append' && name !== 'extend')) return loosened(list);
  const item = name === 'append' ? added : elementOf(added);
  return { kind: 'list', items: list.items.length < MAX_ENTRIES ? [...list.items, item] : list.items, loose: true };
}

function loosened(list: List): List {
  return { kind: 'list', items: [...list.items, UNKNOWN], loose: true };
}

function whereOfChange({ unit, scope, branches }: Change, from: Where): Where {
  return { unit, scope, branches, ...(from.frame && { frame: from.frame }) };
}

/** A key as the entries know it. */
export function keyOf(value: Abstract): string | undefined {
  return textOf(value) ?? (value.kind === 'literal' ? String(value.value) : undefined);
}
