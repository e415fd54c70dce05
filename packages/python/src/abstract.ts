import { UNKNOWN, type Value } from '@loadlight/facts/value';
import type { Found } from './modules/modules.js';
import type { Callable, ClassInfo } from './scope.js';
import type { Syntax } from './syntax.js';
import type { Unit } from './unit.js';
import type { Frame, Where } from './where.js';

/**
 * What an expression is known to be, while it is worked out: a `Value`, or something of the program itself that a fact
 * does not speak of (`toValue` leaves that out).
 */
export type Abstract =
  | Extract<Value, { kind: 'parameter' | 'unknown' }>
  | (Extract<Value, { kind: 'literal' }> & MadeOf)
  | ({ readonly kind: 'text'; readonly prefix: string; readonly suffix: string; readonly base?: Abstract } & MadeOf)
  | { readonly kind: 'symbol'; readonly name: string; readonly receiver?: Abstract }
  | {
      readonly kind: 'result';
      readonly of: string;
      readonly argument?: Abstract;
      readonly given?: ReadonlyMap<string, Abstract>;
      readonly receiver?: Abstract;
    }
  /** `loose`: any number of these, in any order. */
  | { readonly kind: 'list'; readonly items: readonly Abstract[]; readonly loose?: boolean }
  | Dictionary
  | { readonly kind: 'any'; readonly values: readonly Abstract[] }
  /** A module of the workspace, or a folder of modules, as that document (empty: the program) names it. */
  | { readonly kind: 'module'; readonly found: Found; readonly name: string; readonly importer: string }
  /** A method of a text, list or dictionary. */
  | { readonly kind: 'method'; readonly of: Abstract; readonly name: string }
  | { readonly kind: 'function'; readonly callable: Callable; readonly outer?: Frame; readonly self?: Abstract }
  | ClassValue
  /** An object of a class; `made` is the call that made it, where that is known. */
  | { readonly kind: 'instance'; readonly of: ClassValue; readonly made?: readonly Given[] }
  /** `functools.partial(of, …)` */
  | { readonly kind: 'partial'; readonly of: Abstract; readonly given: readonly Given[] };

/** The strings of the program that a text is made of, where that is followed (`Resolver.followsTexts`). */
export interface MadeOf {
  readonly from?: readonly StringSite[];
}

/** A string as it stands in the program. */
export interface StringSite {
  readonly unit: Unit;
  readonly node: Syntax;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly cls: ClassInfo;
}

export interface Dictionary {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly open: boolean;
}

/** A value in a dictionary, with the expressions that put it there: more than one where ways meet. */
export interface Entry {
  readonly value: Abstract;
  readonly written: readonly Written[];
}

/** An argument or entry as it stands in the program: the whole of it, and its value. */
export interface Written {
  readonly whole: Syntax;
  readonly node: Syntax;
  readonly where: Where;
}

/** The arguments of a call; the first `skip` by position are not among them. */
export interface Given {
  readonly call: Syntax;
  readonly where: Where;
  readonly skip?: number;
  /**
   * How the function gets them, where the call only hands it on: one of what each holds (`map(f, paths)`), packed into
   * `args` and `kwargs` (`Thread(target=f, args=…)`), or in a way that is not seen. Without it as the call lists them.
   */
  readonly as?: 'each' | 'packed' | 'unseen';
}

/** More values than this are not told apart. */
const MAX_VALUES = 8;

/** Nothing: it adds no value to others. What a recursion gives itself. */
export const NOTHING: Abstract = { kind: 'any', values: [] };

/** One value for several; nested choices are flattened, equal ones said once. */
export function either(values: readonly Abstract[]): Abstract {
  const flat: Abstract[] = [];
  // Of more than are told apart it does not matter how many there are.
  for (const value of values) {
    for (const one of value.kind === 'any' ? value.values : [value]) {
      if (flat.length <= MAX_VALUES && !flat.some(f => same(f, one))) flat.push(one);
    }
    if (flat.length > MAX_VALUES) break;
  }
  const only = flat[0];
  if (!only) return values.length > 0 ? NOTHING : UNKNOWN;
  if (flat.length === 1) return only;
  // Cut short, it is one of these or something else.
  const kept = flat.length > MAX_VALUES ? [...flat.slice(0, MAX_VALUES - 1), UNKNOWN] : flat;
  return { kind: 'any', values: kept };
}

function same(a: Abstract, b: Abstract): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'symbol':
      return b.kind === 'symbol' && a.name === b.name && a.receiver === b.receiver;
    case 'literal':
      return b.kind === 'literal' && a.value === b.value;
    case 'parameter':
      return b.kind === 'parameter' && a.name === b.name;
    case 'text':
      return b.kind === 'text' && a.prefix === b.prefix && a.suffix === b.suffix && a.base === b.base;
    case 'function':
      return b.kind === 'function' && a.callable === b.callable;
    case 'class':
      return b.kind === 'class' && a.cls === b.cls;
    case 'module':
      return b.kind === 'module' && a.found === b.found && a.name === b.name && a.importer === b.importer;
    case 'unknown':
      return b.kind === 'unknown';
    default:
      return false;
  }
}

/** The values that it can be. */
export function alternatives(value: Abstract): readonly Abstract[] {
  return value.kind === 'any' ? value.values : [value];
}

/** The change for each of several values, or for the one. */
export function mapEach(value: Abstract, change: (one: Abstract) => Abstract): Abstract {
  return value.kind === 'any' ? either(value.values.map(change)) : change(value);
}

/** The change for each pair of what the two can be. */
export function mapPairs(a: Abstract, b: Abstract, change: (a: Abstract, b: Abstract) => Abstract): Abstract {
  return mapEach(a, one => mapEach(b, other => change(one, other)));
}

/** So deep is a value handed to facts. */
const MAX_DEPTH = 12;

/** As facts have it. */
export function toValue(value: Abstract, depth = 0): Value {
  if (depth > MAX_DEPTH) return UNKNOWN;
  const inner = (one: Abstract): Value => toValue(one, depth + 1);
  switch (value.kind) {
    case 'symbol':
      return { kind: 'symbol', name: value.name, ...(value.receiver && { receiver: inner(value.receiver) }) };
    case 'result': {
      const { of, argument, given, receiver } = value;
      return {
        kind: 'result',
        of,
        ...(argument && { argument: inner(argument) }),
        ...(given && { given: new Map([...given].map(([name, one]) => [name, inner(one)])) }),
        ...(receiver && { receiver: inner(receiver) })
      };
    }
    case 'text': {
      const { prefix, suffix, base } = value;
      return { kind: 'text', prefix, suffix, ...(base && { base: inner(base) }) };
    }
    case 'list':
      return { kind: 'list', items: value.items.map(inner) };
    case 'dict': {
      const entries = new Map([...value.entries].map(([name, entry]) => [name, inner(entry.value)]));
      return { kind: 'dict', entries, open: value.open };
    }
    case 'any':
      return value.values.length === 0 ? UNKNOWN : { kind: 'any', values: value.values.map(inner) };
    case 'literal': {
      if (!value.from) return value;
      return { kind: 'literal', value: value.value, ...(value.path && { path: value.path }) };
    }
    case 'parameter':
      return value;
    default:
      return UNKNOWN;
  }
}
