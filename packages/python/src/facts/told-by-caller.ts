import type { Value } from '@loadlight/facts/value';
import type { BoundArguments } from '../bind-arguments.js';
import type { HubRow } from '../catalogue/row.js';
import type { SeenFetch } from '../flow/seen-fetch.js';

/**
 * Arguments of a hub's call in a module that are known with the call that leads there, and not, or not so, in the module
 * alone. `revision` is among them where only the caller leaves it out.
 */
export function toldOfReference(row: HubRow, bound: BoundArguments, alone: BoundArguments): readonly string[] {
  const told = [...bound.byName].flatMap(([name, { value }]) => {
    const own = alone.byName.get(name)?.value;
    return isKnown(value) && JSON.stringify(own) !== JSON.stringify(value)
      ? [name === row.repository ? 'repository' : name]
      : [];
  });
  const leavesOut = alone.open && !bound.open && !bound.byName.has('revision') && !alone.byName.has('revision');
  return leavesOut ? [...told, 'revision'] : told;
}

/** `address` where the caller says from where, `verify` where it turns the check of certificates off. */
export function toldOfFetch(fetch: SeenFetch, alone: SeenFetch | undefined): readonly string[] {
  const server = serverOf(fetch);
  const address = server !== undefined && server !== serverOf(alone) ? ['address'] : [];
  return !fetch.tls && alone?.tls !== false ? [...address, 'verify'] : address;
}

/** Literals, or several of them; dictionaries of them too. */
function isKnown(value: Value): boolean {
  switch (value.kind) {
    case 'literal':
      return true;
    case 'any':
      return value.values.every(isKnown);
    case 'dict':
      return !value.open && [...value.entries.values()].every(isKnown);
    default:
      return false;
  }
}

/** The beginning of the address, with the server; undefined where that is not known. */
function serverOf(fetch: SeenFetch | undefined): string | undefined {
  const origin = fetch?.source.origin;
  if (origin?.kind === 'hub') return origin.repository;
  return origin?.kind === 'http' ? /^[a-z][a-z0-9+.-]*:\/\/[^/…]+/i.exec(origin.url)?.[0] : undefined;
}
