import { alternatives, type Abstract } from './abstract.js';
import type { Resolver } from './resolver.js';
import type { ClassInfo } from './scope.js';
import type { Trace, Where } from './where.js';

/** What stands between the brackets of `class Name(…)`. */
export function basesOf(cls: ClassInfo, resolver: Resolver, trace: Trace): Abstract[] {
  return trace.once<Abstract[]>(cls.bases, [], () =>
    cls.bases.map(base => resolver.resolve(base, { ...whereOfClass(cls), scope: cls.scope.parent ?? cls.scope }, trace))
  );
}

/** Where the class's body is read. */
export function whereOfClass(cls: ClassInfo): Where {
  return { unit: cls.unit, scope: cls.scope, branches: [] };
}

/** Qualified names of the library classes that it derives from, over any number of the program's own; null: not known. */
export function libraryBases(
  cls: ClassInfo,
  resolver: Resolver,
  trace: Trace,
  seen: ReadonlySet<ClassInfo> = new Set()
): (string | null)[] {
  const met = new Set(seen).add(cls);
  return basesOf(cls, resolver, trace)
    .flatMap(alternatives)
    .flatMap(base => {
      if (base.kind === 'symbol') return base.name;
      return base.kind === 'class' && !met.has(base.cls) ? libraryBases(base.cls, resolver, trace, met) : null;
    });
}
