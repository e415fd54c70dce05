import { UNKNOWN } from '@loadlight/facts/value';
import { either, type Abstract, type ClassValue, type Given } from './abstract.js';
import { frameOf } from './frames.js';
import type { Resolver } from './resolver.js';
import type { Binding, Callable, ClassInfo } from './scope.js';
import type { Trace, Where } from './where.js';

/** What makes the class's objects: its `__init__`, or the one that a data class has without writing it. */
export function initialiserOf(cls: ClassInfo): Callable | undefined {
  const written = cls.scope.bindings.get('__init__')?.at(-1)?.to;
  if (written?.kind === 'function') return written.callable;
  if (cls.annotated.length === 0) return undefined;
  const known = dataClasses.get(cls);
  if (known) return known;
  const made: Callable = {
    name: '__init__',
    unit: cls.unit,
    scope: cls.scope,
    cls,
    parameters: cls.annotated,
    takesSelf: false,
    property: false,
    decorated: false,
    returns: [],
    yields: []
  };
  dataClasses.set(cls, made);
  return made;
}

const dataClasses = new WeakMap<ClassInfo, Callable>();

/** `object.name` or `Class.name`, looked for in the class and then in what it derives from. */
export function attributeOfClass(
  of: ClassValue,
  name: string,
  object: Extract<Abstract, { kind: 'instance' }> | undefined,
  resolver: Resolver,
  trace: Trace
): Abstract {
  const found = trace.once<Abstract | undefined>(of.cls, undefined, () =>
    ownAttribute(of, name, object, resolver, trace)
  );
  if (found) return found;
  for (const base of basesOf(of.cls, resolver, trace)) {
    if (base.kind === 'class') {
      const inherited =
        base.cls === of.cls
          ? UNKNOWN
          : attributeOfClass(base, name, object && { ...object, of: base }, resolver, trace);
      if (inherited.kind !== 'unknown') return inherited;
    } else if (base.kind === 'symbol') {
      if (!object) return resolver.attributeOf(base, name, trace);
      // An unpickler that chooses its classes itself is no longer the library's.
      if (of.cls.scope.bindings.has('find_class')) return UNKNOWN;
      return resolver.attributeOf(
        { kind: 'result', of: base.name, ...firstOf(object.made, resolver, trace) },
        name,
        trace
      );
    }
  }
  return UNKNOWN;
}

function ownAttribute(
  of: ClassValue,
  name: string,
  object: Extract<Abstract, { kind: 'instance' }> | undefined,
  resolver: Resolver,
  trace: Trace
): Abstract | undefined {
  const { cls } = of;
  const fields = object ? (cls.fields.get(name) ?? []) : [];
  const values = fields.map(binding => field(binding, cls, object?.made, resolver, trace));
  const inBody = cls.scope.bindings.get(name)?.at(-1);
  const initialiser = initialiserOf(cls);
  if (initialiser?.scope === cls.scope && object && initialiser.parameters.some(p => p.name === name)) {
    values.push(parameterOf(initialiser, name, object.made, resolver, trace));
  } else if (inBody && (fields.length === 0 || !fields.some(certain))) {
    const value = resolver.bound(inBody, whereOfClass(cls), trace);
    if (value.kind !== 'function') values.push(value);
    else values.push(value.callable.property && object ? resolver.call(value, [], trace) : value);
  }
  return values.length > 0 ? either(values) : undefined;
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
  const initialiser = initialiserOf(cls);
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

function basesOf(cls: ClassInfo, resolver: Resolver, trace: Trace): Abstract[] {
  return trace.once<Abstract[]>(cls.bases, [], () =>
    cls.bases.map(base => resolver.resolve(base, { ...whereOfClass(cls), scope: cls.scope.parent ?? cls.scope }, trace))
  );
}

function whereOfClass(cls: ClassInfo): Where {
  return { unit: cls.unit, scope: cls.scope, branches: [] };
}

function firstOf(made: readonly Given[] | undefined, resolver: Resolver, trace: Trace): { argument?: Abstract } {
  const argument = made && resolver.firstArgument(made, trace);
  return argument ? { argument } : {};
}
