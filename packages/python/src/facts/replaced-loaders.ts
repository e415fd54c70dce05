import { mayBe } from '@loadlight/facts/value';
import { alternatives, toValue, type Abstract, type Given } from '../abstract.js';
import { bindArguments } from '../bind-arguments.js';
import { loader } from '../catalogue/names.js';
import type { LoaderRow } from '../catalogue/row.js';
import { functionOf } from '../flow/file-event.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import type { Binding, Callable } from '../scope.js';
import { child, type Syntax } from '../syntax.js';
import { siteOf, type Unit } from '../unit.js';
import { Trace, whereOf, type Where } from '../where.js';
import type { Draft } from './draft.js';

/** Only texts that set one of these are looked at. */
const SETS = /\.(load|load_model|load_state_dict_from_url|__defaults__|__kwdefaults__)\s*=[^=]|\bsetattr\(/;

/**
 * `torch.load = partial(torch.load, weights_only=False)` and the like in the unit: loaders that are replaced by themselves with the
 * guard off, or whose defaults are set so. What `reads` gets are the names that this rests on.
 */
export function replacedLoaders(unit: Unit, resolver: Resolver, reads: Set<string>): Draft[] {
  if (!SETS.test(unit.text)) return [];
  const names = namesOf(unit);
  const trace = new Trace();
  const scopes = new Set([names.module, ...names.scopes.values()]);
  const set = [...scopes].flatMap(scope => [...scope.bindings].filter(([name]) => name.includes('.')));
  const drafts = set.flatMap(([, bindings]) => bindings.flatMap(one => replaced(one, resolver, trace) ?? []));
  const where: Where = { unit, scope: names.module, branches: [] };
  for (const statement of unit.statements) drafts.push(...setDeep(statement, where, resolver, trace));
  for (const name of trace.reads) reads.add(name);
  return drafts;
}

function replaced(binding: Binding, resolver: Resolver, trace: Trace): Draft | undefined {
  const { to, node, unit } = binding;
  const isCall = node.type === 'call';
  const [first, second] = isCall ? (child(node, 'arguments')?.children ?? []) : [];
  const left = isCall
    ? node
    : (child(node, 'left') ?? node.children.map(c => child(c, 'left')).find(c => c !== undefined));
  const object = isCall ? first : left && child(left, 'object');
  const attribute = isCall ? second : left && child(left, 'attribute');
  if (!left || to.kind !== 'expression' || !object || !attribute) return undefined;
  const where = whereOf(binding, { unit, scope: binding.scope, branches: binding.branches });
  const row = guardedLoader(
    resolver.resolve(object, where, trace),
    textIn(unit, attribute).replace(/\W/g, ''),
    resolver,
    trace
  );
  const guard = row?.guard?.parameter;
  if (!row || guard === undefined) return undefined;
  const by = alternatives(resolver.resolve(to.node, where, trace));
  if (!by.some(one => callsUnguarded(one, row, resolver, trace))) return undefined;
  return draft('replaces', row, unit, left, guard);
}

/** It calls the loader, and with the guard off. */
function callsUnguarded(by: Abstract, row: LoaderRow, resolver: Resolver, trace: Trace): boolean {
  if (by.kind === 'partial') return by.of.kind === 'symbol' && isOff(row, by.of.name, by.given, resolver, trace);
  if (by.kind !== 'function') return false;
  return callsIn(by.callable).some(({ site, where }) => {
    const callee = child(site.node, 'function');
    const called = callee ? alternatives(resolver.resolve(callee, where, trace)) : [];
    const given = [{ call: site.node, where }];
    return called.some(one => one.kind === 'symbol' && isOff(row, one.name, given, resolver, trace));
  });
}

function callsIn({ unit, scope }: Callable): { site: ReturnType<typeof namesOf>['calls'][number]; where: Where }[] {
  return namesOf(unit)
    .calls.filter(site => functionOf(site.scope) === scope)
    .map(site => ({ site, where: { unit, scope: site.scope, branches: site.branches } }));
}

function isOff(row: LoaderRow, name: string, given: readonly Given[], resolver: Resolver, trace: Trace): boolean {
  if (loader(name) !== row || typeof row.guard?.safe !== 'boolean') return false;
  const value = bindArguments(given, row.parameters, resolver, trace).byName.get(row.guard.parameter)?.value;
  return mayBe(value, !row.guard.safe);
}

/** Assignments to attributes of attributes, which no name is bound for. */
function setDeep(node: Syntax, where: Where, resolver: Resolver, trace: Trace): Draft[] {
  const inner = node.children.flatMap(one => setDeep(one, where, resolver, trace));
  const left = node.type === 'assignment' ? child(node, 'left') : undefined;
  const right = child(node, 'right');
  const what = left && child(left, 'attribute');
  const holder = left && child(left, 'object');
  if (left?.type !== 'attribute' || !right || !what || holder?.type !== 'attribute') return inner;
  const name = textIn(where.unit, what);
  const set: DeepSet = { left, right, holder, name, where };
  const found = /^__(kw)?defaults__$/.test(name)
    ? changedDefaults(set, resolver, trace)
    : deepReplacement(set, resolver, trace);
  return found ? [...inner, found] : inner;
}

interface DeepSet {
  readonly left: Syntax;
  readonly right: Syntax;
  /** What has the attribute that is set. */
  readonly holder: Syntax;
  readonly name: string;
  readonly where: Where;
}

/** `torch.serialization.load = partial(torch.load, weights_only=False)` */
function deepReplacement(
  { left, right, holder, name, where }: DeepSet,
  resolver: Resolver,
  trace: Trace
): Draft | undefined {
  const row = guardedLoader(resolver.resolve(holder, where, trace), name, resolver, trace);
  if (row?.guard === undefined) return undefined;
  const by = alternatives(resolver.resolve(right, where, trace));
  if (!by.some(one => callsUnguarded(one, row, resolver, trace))) return undefined;
  return draft('replaces', row, where.unit, left, row.guard.parameter);
}

/** `np.load.__defaults__ = (None, True, True, "ASCII")`, `torch.load.__kwdefaults__ = {"weights_only": False}` */
function changedDefaults({ left, right, holder, where }: DeepSet, resolver: Resolver, trace: Trace): Draft | undefined {
  const object = child(holder, 'object');
  const attribute = child(holder, 'attribute');
  if (!object || !attribute) return undefined;
  const of = resolver.resolve(object, where, trace);
  const row = guardedLoader(of, textIn(where.unit, attribute), resolver, trace);
  if (typeof row?.guard?.safe !== 'boolean') return undefined;
  const { parameter, safe } = row.guard;
  const value = resolver.resolve(right, where, trace);
  // Defaults belong to the last parameters.
  const at =
    value.kind === 'list' ? row.parameters.indexOf(parameter) - (row.parameters.length - value.items.length) : -1;
  const own =
    value.kind === 'dict' ? value.entries.get(parameter)?.value : value.kind === 'list' ? value.items[at] : undefined;
  if (!own || !mayBe(toValue(own), !safe)) return undefined;
  return draft('defaults', row, where.unit, left, parameter);
}

function guardedLoader(of: Abstract, name: string, resolver: Resolver, trace: Trace): LoaderRow | undefined {
  const [symbol] = alternatives(of).flatMap(one =>
    one.kind === 'symbol' ? resolver.attributeOf(one, name, trace) : []
  );
  return symbol?.kind === 'symbol' ? loader(symbol.name) : undefined;
}

function draft(how: 'replaces' | 'defaults', row: LoaderRow, unit: Unit, left: Syntax, guard: string): Draft {
  const written = textIn(unit, left)
    .replace(/\s+/g, '')
    .replace(/\.__\w+__$/, '');
  return publishing => ({
    kind: 'loading-switch',
    how,
    name: row.name,
    written,
    allowed: [],
    guard: `${guard}=${row.guard?.safe === true ? 'False' : 'True'}`,
    place: publishing.place(siteOf(unit, left)),
    evidence: [],
    sureness: 'certain'
  });
}

function textIn(unit: Unit, node: Syntax): string {
  return unit.text.slice(node.start, node.end);
}
