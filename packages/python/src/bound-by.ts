import { boundInBody } from './class-body.js';
import { namesOf } from './names.js';
import type { Unit } from './unit.js';

/**
 * What may mean something else once the unit changes: names; `*` for those of star imports; `.name` for attributes that
 * are set; `Class::name` for names in a class's body and attributes that its methods set; `name()` for calls of that name, which
 * give parameters their values.
 */
export function boundBy(unit: Unit): string[] {
  const { module, mutated, stars, attributes, callsByName, passed, aliases, part } = namesOf(unit);
  return [
    ...module.bindings.keys(),
    ...module.changes.keys(),
    ...mutated,
    ...(part ? boundInBody(part) : []),
    ...(stars.length > 0 ? ['*'] : []),
    ...[...attributes].map(name => `.${name}`),
    ...[...callsByName.keys(), ...passed.keys(), ...aliases.keys()].map(name => `${name}()`)
  ];
}
