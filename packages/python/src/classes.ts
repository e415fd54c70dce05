import { UNKNOWN } from '@loadlight/facts/value';
import { either, type Abstract, type ClassValue, type Given } from './abstract.js';
import { basesOf, whereOfClass } from './bases.js';
import { frameOf } from './frames.js';
import type { Resolver } from './resolver.js';
import type { Binding, Callable, ClassInfo, Parameter } from './scope.js';
import { restrictsClasses } from './unpicklers.js';
import type { Trace, Where } from './where.js';

/** What makes the class's objects: its `__init__`, or the one that a data class has without writing it. */
export function initialiserOf(cls: ClassInfo, trace: Trace): Callable | undefined {
  const written = cls.body.bindings('__init__', trace).at(-1)?.to;
  if (written?.kind === 'function') return written.callable;
  const parameters = cls.body.annotated(trace);
  if (parameters.length === 0) return undefined;
  const known = dataClasses.get(parameters);
  if (known) return known;
  const made: Callable = {
    name: '__init__',
    unit: cls.unit,
    scope: cls.scope,
    cls,
    parameters,
    takesSelf: false,
    property: false,
    decorated: false,
    returns: [],
    yields: []
  };
  dataClasses.set(parameters, made);
  return made;
}

const dataClasses = new WeakMap<readonly Parameter[], Callable>();

/** `object.name` or `Class.name`, looked for in the class and then in what it derives from. */
export function attributeOfClass(
  of: ClassValue,
  name: string,
  object: Instance | undefined,
  resolver: Resolver,
  trace: Trace,
  seen: ReadonlySet<ClassInfo> = new Set()
): Abstract {
  const found = ownAttribute(of, name, object, resolver, trace);
  if (found) return found;
  const met = new Set(seen).add(of.cls);
  for (const base of basesOf(of.cls, resolver, trace)) {
    if (base.kind === 'class' && !met.has(base.cls)) {
      const inherited = attributeOfClass(base, name, object, resolver, trace, met);
      if (inherited.kind !== 'unknown') return inherited;
    } else if (base.kind === 'symbol') {
      if (!object) return resolver.attributeOf(base, name, trace);
      // An unpickler that chooses its classes itself is no longer the library's.
      if (restrictsClasses(of.cls, trace)) return UNKNOWN;
      const made: Abstract = { kind: 'result', of: base.name, ...firstOf(object.made, resolver, trace) };
      return resolver.attributeOf(made, name, trace);
    }
  }
  return UNKNOWN;
}

/** What `super()` gives in a method: the object as the classes of the program that its class derives from have it. */
export function inheritedBy(where: Where, resolver: Resolver, trace: Trace): Abstract {
  let scope: Where['scope'] | undefined = where.scope;
  while (scope && !scope.callable?.cls) scope = scope.parent;
  const cls = scope?.callable?.cls;
  if (!cls || restrictsClasses(cls, trace)) return UNKNOWN;
  const [base] = basesOf(cls, resolver, trace);
  return base?.kind === 'class' ? { kind: 'instance', of: base } : UNKNOWN;
}

type Instance = Extract<Abstract, { kind: 'instance' }>;

function ownAttribute(
  of: ClassValue,
  name: string,
  object: Instance | undefined,
  resolver: Resolver,
  trace: Trace
): Abstract | undefined {
  const { cls } = of;
  const fields = object ? cls.body.fields(name, trace) : [];
  const values = fields.map(binding => field(binding, cls, object?.made, resolver, trace));
  const inBody = cls.body.bindings(name, trace).at(-1);
  const initialiser = initialiserOf(cls, trace);
  if (initialiser?.scope === cls.scope && object && initialiser.parameters.some(p => p.name === name)) {
    values.push(parameterOf(initialiser, name, object.made, resolver, trace));
  } else if (inBody && (fields.length === 0 || !fields.some(certain))) {
    const value = resolver.bound(inBody, whereOfClass(cls), trace);
    values.push(value.kind === 'function' ? method(value, object ?? of, resolver, trace) : value);
  }
  return values.length > 0 ? either(values) : undefined;
}

/** The function as it is taken from the object or class; of a property, what it gives. */
function method(
  found: Extract<Abstract, { kind: 'function' }>,
  self: Instance | ClassValue,
  resolver: Resolver,
  trace: Trace
): Abstract {
  // An object that nobody made here says no more than its class, and its class may be any that derives from it.
  const bound = self.kind === 'instance' && !self.made ? found : { ...found, self: asTaken(found, self) };
  return found.callable.property && self.kind === 'instance' ? resolver.call(bound, [], trace) : bound;
}

/** A class method takes the class, whatever it is called on. */
function asTaken(found: Extract<Abstract, { kind: 'function' }>, self: Instance | ClassValue): Abstract {
  const [first] = found.callable.parameters;
  const to = first && found.callable.scope.bindings.get(first.name)?.[0]?.to;
  return to?.kind === 'self' && !to.made && self.kind === 'instance' ? self.of : self;
}

/** `self.name = …` as the object has it: what `__init__` was called with decides, where that is known. */
function field(
  binding: Binding,
  cls: ClassInfo,
  made: readonly Given[] | undefined,
  resolver: Resolver,
  trace: Trace
): Abstract {
  const { unit, scope, branches } = binding;
  const initialiser = initialiserOf(cls, trace);
  const frame =
    made && initialiser?.scope === scope ? frameOf(initialiser, made, undefined, resolver, trace) : undefined;
  return resolver.bound(binding, { unit, scope, branches, ...(frame && { frame }) }, trace);
}

function parameterOf(
  initialiser: Callable,
  name: string,
  made: readonly Given[] | undefined,
  resolver: Resolver,
  trace: Trace
): Abstract {
  if (made) return frameOf(initialiser, made, undefined, resolver, trace).argument(name);
  const parameter = initialiser.parameters.find(p => p.name === name);
  return parameter ? resolver.parameter(initialiser, parameter, trace) : UNKNOWN;
}

/** The field is set whenever an object is made. */
function certain(binding: Binding): boolean {
  return binding.branches.length === 0 && binding.scope.callable?.name === '__init__';
}

function firstOf(made: readonly Given[] | undefined, resolver: Resolver, trace: Trace): { argument?: Abstract } {
  const argument = made && resolver.firstArgument(made, trace);
  return argument ? { argument } : {};
}
