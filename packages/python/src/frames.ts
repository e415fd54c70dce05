import { UNKNOWN } from '@loadlight/facts/value';
import { either, type Abstract, type Entry, type Given } from './abstract.js';
import { bindArguments, type BoundArguments } from './bind-arguments.js';
import type { Resolver } from './resolver.js';
import type { Callable, Parameter } from './scope.js';
import type { Frame, Trace } from './where.js';

/** What those arguments give the function's parameters, worked out one by one when asked for. */
export function frameOf(
  callable: Callable,
  layers: readonly Given[],
  outer: Frame | undefined,
  resolver: Resolver,
  trace: Trace
): Frame {
  let bound: BoundArguments | undefined;
  const taken = callable.takesSelf ? callable.parameters.slice(1) : callable.parameters;
  return {
    callable,
    outer,
    self: undefined,
    argument(name) {
      bound ??= bindArguments(
        layers,
        taken.filter(p => p.kind === 'positional').map(p => p.name),
        resolver,
        trace
      );
      const parameter = taken.find(p => p.name === name);
      return parameter
        ? valueOf(parameter, taken, bound, () => defaultOf(callable, parameter, outer, resolver, trace))
        : UNKNOWN;
    }
  };
}

/** The parameter's default, read where the function is defined; undefined where it has none. */
export function defaultOf(
  callable: Callable,
  parameter: Parameter,
  outer: Frame | undefined,
  resolver: Resolver,
  trace: Trace
): Abstract | undefined {
  if (!parameter.default) return undefined;
  const scope = callable.scope.kind === 'class' ? callable.scope : (callable.scope.parent ?? callable.scope);
  return resolver.resolve(
    parameter.default,
    { unit: callable.unit, scope, branches: [], ...(outer && { frame: outer }) },
    trace
  );
}

function valueOf(
  parameter: Parameter,
  all: readonly Parameter[],
  bound: BoundArguments,
  byDefault: () => Abstract | undefined
): Abstract {
  if (parameter.kind === 'args') return { kind: 'list', items: bound.rest, loose: bound.open };
  if (parameter.kind === 'kwargs') {
    const entries = new Map<string, Entry>();
    for (const [name, { abstract: value, site, node, where, others }] of bound.byName) {
      if (all.some(p => p.name === name)) continue;
      const whole = { ...node, start: site.start, end: site.end };
      entries.set(name, { value, written: [{ whole, node, where }, ...others] });
    }
    return { kind: 'dict', entries, open: bound.open };
  }
  const given = bound.byName.get(parameter.name);
  if (given) return given.abstract;
  return bound.open ? either([byDefault() ?? UNKNOWN, UNKNOWN]) : (byDefault() ?? UNKNOWN);
}
