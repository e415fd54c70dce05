import { alternatives, type Given } from './abstract.js';
import { initialiserOf } from './classes.js';
import { handedOn } from './facts/handed-on.js';
import type { PlacedCall } from './namespace.js';
import type { Resolver } from './resolver.js';
import { child, type Syntax } from './syntax.js';
import type { Unit } from './unit.js';
import type { Trace, Where } from './where.js';

/** Only so many calls are looked at for one function. */
const MAX_CALLS = 24;

/** So many names may one function be called by. */
const MAX_NAMES = 8;

/** A call that may be one of the function, with what it would give it. */
export interface PossibleCall {
  readonly callee: Syntax;
  readonly given: Given;
}

/**
 * Calls that may call what the name stands for: those of the name, of the names that it is given (`r = read`,
 * `self.read = read`, a dictionary of functions, a parameter that it is handed to), and those that call what they are
 * handed (`map(read, paths)`). `all`: none was left out.
 */
export function mayCall(
  name: string,
  unit: Unit,
  resolver: Resolver,
  trace: Trace
): { calls: readonly PossibleCall[]; all: boolean } {
  const namespace = resolver.lookup.namespaceOf(unit);
  const names = new Set([name]);
  const calls: PossibleCall[] = [];
  // Names that are added while it runs are met, too.
  for (const one of names) {
    if (!unit.home) trace.reads.add(`${one}()`);
    for (const { unit, site } of namespace.calls(one)) {
      const callee = child(site.node, 'function');
      if (callee) calls.push({ callee, given: { call: site.node, where: whereOfCall({ unit, site }) } });
    }
    const more = [...namespace.aliasesOf(one)];
    for (const handing of namespace.handing(one).slice(0, MAX_CALLS)) {
      const handed = handedBy(handing);
      if (handed) calls.push(handed);
      else more.push(...parametersGiven(one, handing, resolver, trace));
    }
    for (const other of more) if (names.size < MAX_NAMES) names.add(other);
    if (calls.length > MAX_CALLS) return { calls: calls.slice(0, MAX_CALLS), all: false };
  }
  return { calls, all: true };
}

function whereOfCall({ unit, site }: Pick<PlacedCall, 'unit' | 'site'>): Where {
  return { unit, scope: site.scope, branches: site.branches };
}

/** `executor.submit(read, path)` */
function handedBy({ unit, site }: PlacedCall): PossibleCall | undefined {
  const text = textIn(unit);
  const callee = child(site.node, 'function');
  const named = callee && (child(callee, 'attribute') ?? callee);
  const handed = named && handedOn(site.node, text(named), text);
  if (!handed) return undefined;
  const { skip, as } = handed;
  return {
    callee: handed.callee,
    given: { call: site.node, where: whereOfCall({ unit, site }), skip, ...(as && { as }) }
  };
}

/** The parameters of the program's functions that the call gives what has that last name. */
function parametersGiven(name: string, { unit, site }: PlacedCall, resolver: Resolver, trace: Trace): string[] {
  const text = textIn(unit);
  const callee = child(site.node, 'function');
  const list = (child(site.node, 'arguments')?.children ?? []).filter(c => c.type !== 'comment');
  const isNamed = (node: Syntax | undefined): boolean =>
    node !== undefined && text(child(node, 'attribute') ?? node) === name;
  const places = list.flatMap((argument, i) => (isNamed(argument) ? [i] : []));
  const keywords = list.flatMap(argument => {
    const keyword = argument.type === 'keyword_argument' ? child(argument, 'name') : undefined;
    return keyword && isNamed(child(argument, 'value')) ? [text(keyword)] : [];
  });
  if (!callee || places.length + keywords.length === 0) return [];
  return alternatives(resolver.resolve(callee, whereOfCall({ unit, site }), trace)).flatMap(one => {
    const callable =
      one.kind === 'function' ? one.callable : one.kind === 'class' ? initialiserOf(one.cls, trace) : undefined;
    if (!callable) return [];
    const taken = callable.takesSelf ? callable.parameters.slice(1) : callable.parameters;
    const byPlace = places.flatMap(i => taken[i] ?? []).filter(({ kind }) => kind === 'positional');
    const byKeyword = taken.filter(parameter => keywords.includes(parameter.name));
    return [...byPlace, ...byKeyword].map(parameter => parameter.name);
  });
}

function textIn(unit: Unit): (node: Syntax) => string {
  return node => unit.text.slice(node.start, node.end);
}
