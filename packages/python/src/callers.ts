import { UNKNOWN } from '@loadlight/facts/value';
import { alternatives, either, NOTHING, type Abstract, type Given } from './abstract.js';
import { initialiserOf } from './classes.js';
import { defaultOf, frameOf } from './frames.js';
import { mayCall } from './may-call.js';
import { OPEN } from './merge-dictionaries.js';
import type { Resolver } from './resolver.js';
import type { Callable, Parameter } from './scope.js';
import { siteOf } from './unit.js';
import type { Trace } from './where.js';

/** So many calls back is a value followed that is handed from function to function. */
export const MAX_CALLERS = 8;

/**
 * What a parameter can be, asked from inside the function: what the calls in the program give it and, where others may
 * call it too, its default and whatever they choose.
 */
export function parameterFromCallers(
  callable: Callable,
  parameter: Parameter,
  resolver: Resolver,
  trace: Trace
): Abstract {
  return trace.once(parameter, NOTHING, () => {
    if (!trace.callBack(MAX_CALLERS)) return UNKNOWN;
    const { values, complete } = fromCalls(callable, parameter, resolver, trace);
    trace.callers--;
    if (complete) return either(values);
    return either([...values, ...fromOthers(callable, parameter, resolver, trace)]);
  });
}

function fromOthers(callable: Callable, parameter: Parameter, resolver: Resolver, trace: Trace): Abstract[] {
  if (parameter.kind === 'kwargs') return [OPEN];
  if (parameter.kind === 'args') return [UNKNOWN];
  const byDefault = defaultOf(callable, parameter, undefined, resolver, trace);
  const chosen: Abstract = { kind: 'parameter', name: parameter.name };
  return byDefault && !isNothing(byDefault) ? [byDefault, chosen] : [chosen];
}

/** `=None` stands for "not given". */
function isNothing(value: Abstract): boolean {
  return value.kind === 'literal' && value.value === null;
}

function fromCalls(
  callable: Callable,
  parameter: Parameter,
  resolver: Resolver,
  trace: Trace
): { values: Abstract[]; complete: boolean } {
  const name = callable.name === '__init__' ? callable.cls?.name : callable.name;
  if (name === undefined) return { values: [], complete: false };
  const namespace = resolver.lookup.namespaceOf(callable.unit);
  const { calls, all } = mayCall(name, callable.unit, resolver, trace);
  const values: Abstract[] = [];
  let complete = all && isOwn(callable, namespace.isFile) && !namespace.isPassed(name);
  for (const { callee, given } of calls) {
    for (const one of alternatives(resolver.resolve(callee, given.where, trace))) {
      if (one.kind === 'unknown' || one.kind === 'parameter') complete = false;
      const layers = layersFor(one, given, callable, trace);
      if (!layers) continue;
      const value = frameOf(callable, layers, undefined, resolver, trace).argument(parameter.name);
      values.push(value);
      trace.feeds.push({ site: siteOf(given.where.unit, given.call), value });
    }
  }
  return { values, complete: complete && values.length > 0 };
}

/** The arguments that the call gives the function, if it is this that is called. */
function layersFor(callee: Abstract, given: Given, callable: Callable, trace: Trace): readonly Given[] | undefined {
  if (callee.kind === 'function' && callee.callable === callable) return [given];
  if (callee.kind === 'class' && initialiserOf(callee.cls, trace) === callable) return [given];
  if (callee.kind === 'partial') {
    const layers = layersFor(callee.of, given, callable, trace);
    return layers && [...callee.given, ...layers];
  }
  return undefined;
}

/** Nobody outside the program calls it: all of a notebook, what is private or inside a function in a file. */
function isOwn(callable: Callable, isFile: boolean): boolean {
  if (callable.decorated) return false;
  const name = callable.name === '__init__' ? (callable.cls?.name ?? '') : (callable.name ?? '');
  const inner = callable.scope.parent?.kind === 'function';
  return !isFile || inner || (name.startsWith('_') && !name.startsWith('__'));
}
