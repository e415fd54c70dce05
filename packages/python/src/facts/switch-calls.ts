import type { Value } from '@loadlight/facts/value';
import type { BoundArguments } from '../bind-arguments.js';
import { SWITCHES } from '../catalogue/switches.js';
import { textOf, type Site } from '../unit.js';
import type { Draft } from './draft.js';

const ROWS = new Map(SWITCHES.map(row => [row.name, row]));

/** What a call of that name changes about loading; nothing for other names. `callee` is what is called, as written. */
export function switchOfCall(
  name: string,
  site: Site,
  callee: Site,
  bind: (parameters: readonly string[]) => BoundArguments
): Draft[] {
  const row = ROWS.get(name);
  if (!row) return [];
  const list = row.list === undefined ? undefined : bind([row.list]).byName.get(row.list)?.value;
  const allowed = namesIn(list);
  return [
    publishing => ({
      kind: 'loading-switch',
      how: row.how,
      name,
      written: textOf(callee).replace(/\s+/g, ''),
      allowed,
      guard: undefined,
      place: publishing.place(site),
      evidence: [],
      sureness: 'certain'
    })
  ];
}

/** Functions and classes of libraries in a list, alone or as a pair with the name that files have for them. */
function namesIn(value: Value | undefined): string[] {
  switch (value?.kind) {
    case 'symbol':
      return [value.name];
    case 'list':
      return value.items.flatMap(namesIn);
    case 'any':
      return value.values.flatMap(namesIn);
    default:
      return [];
  }
}
