import type { Fetch, Load } from '@loadlight/facts/fact';
import { partKey } from '@loadlight/facts/place';
import { guardState } from './guard.js';
import type { Context } from './rule.js';

/** The call that downloads also loads, and can run code: a rule of loads says all there is to say. */
export function isUnsafeLoad({ call }: Fetch, context: Context): boolean {
  if (!call) return false;
  const { part, range } = call.place;
  return context
    .factsOf('load')
    .some(
      load =>
        partKey(load.call.place.part) === partKey(part) &&
        load.call.place.range.start.line === range.start.line &&
        load.call.place.range.start.character === range.start.character &&
        canRunCode(load, context)
    );
}

function canRunCode(load: Load, context: Context): boolean {
  const state = guardState(load, context);
  return state !== 'on' && state !== 'default-on';
}
