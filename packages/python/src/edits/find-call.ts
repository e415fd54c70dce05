import type { Place } from '@loadlight/facts/place';
import { alternatives, type Abstract, type Given } from '../abstract.js';
import { namesOf } from '../names.js';
import type { CallSite } from '../scope.js';
import type { PythonProgram } from '../program.js';
import { Trace, type Where } from '../where.js';
import { child, holdsError, type Syntax } from '../syntax.js';
import type { Unit } from '../unit.js';

/** A call found again by its place. */
export interface FoundCall {
  readonly unit: Unit;
  readonly site: CallSite;
  readonly node: Syntax;
  readonly callee: Syntax;
  readonly list: Syntax | undefined;
  readonly where: Where;
  /** The arguments: those of a `partial`, then the call's own. */
  readonly layers: readonly Given[];
}

/** The call that stands exactly at that place now, or undefined where the text has moved on, or the call does not parse. */
export function findCall(program: PythonProgram, place: Place): FoundCall | undefined {
  const at = program.stretch(place);
  if (!at) return undefined;
  const { unit, start, end } = at;
  const site = namesOf(unit).calls.find(({ node }) => node.start === start && node.end === end);
  if (!site || holdsError(site.node)) return undefined;
  // Several fixes of a finding ask for the same call.
  return program.onceOf(unit, `call at ${String(start)}`, () => foundCall(program, unit, site));
}

/**
 * The calls of a library's function in the program, by its qualified name, in the program's order; of a method of whatever object,
 * by its name with a dot before it.
 */
export function callsOf(program: PythonProgram, symbol: string): readonly FoundCall[] {
  return program.once(`calls of ${symbol}`, () => findCalls(program, symbol));
}

function findCalls(program: PythonProgram, symbol: string): FoundCall[] {
  const last = symbol.slice(symbol.lastIndexOf('.') + 1);
  const { namespace, resolver } = program;
  const placed = [last, ...namespace.aliasesOf(last)].flatMap(name => namespace.calls(name));
  return placed.flatMap(
    ({ unit, site }) =>
      program.onceOf(unit, `call of ${symbol} at ${String(site.node.start)}`, () => {
        const call = foundCall(program, unit, site);
        const called = call && resolver.resolve(call.callee, call.where, new Trace());
        return called && isCallOf(call, called, symbol, last) ? call : undefined;
      }) ?? []
  );
}

function isCallOf({ callee }: FoundCall, called: Abstract, symbol: string, last: string): boolean {
  if (symbol.startsWith('.')) return callee.type === 'attribute' && !isOfModule(called, last);
  return alternatives(called).some(one => one.kind === 'symbol' && one.name === symbol);
}

function foundCall(program: PythonProgram, unit: Unit, site: CallSite): FoundCall | undefined {
  const callee = child(site.node, 'function');
  if (!callee) return undefined;
  const where = { unit, scope: site.scope, branches: site.branches };
  const called = program.resolver.resolve(callee, where, new Trace());
  const partial = alternatives(called).find(one => one.kind === 'partial');
  const layers = [...(partial?.given ?? []), { call: site.node, where }];
  return { layers, unit, site, node: site.node, callee, list: child(site.node, 'arguments'), where };
}

/** `pandas.to_pickle`, a function of a library's module and no method. */
function isOfModule(called: Abstract, name: string): boolean {
  return alternatives(called).some(one => one.kind === 'symbol' && new RegExp(`^\\w+\\.${name}$`).test(one.name));
}
