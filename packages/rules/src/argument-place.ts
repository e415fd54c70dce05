import type { Call } from '@loadlight/facts/fact';
import { partKey, type Place, type Position } from '@loadlight/facts/place';

/** Where to point for an argument: at itself where it stands in the call, else (behind a `**kw`) at what is called. */
export function argumentPlace(call: Call, name: string): Place {
  const place = call.arguments.get(name)?.place;
  return place && contains(call.place, place) ? place : call.calleePlace;
}

function contains(outer: Place, inner: Place): boolean {
  return (
    partKey(outer.part) === partKey(inner.part) &&
    !isBefore(inner.range.start, outer.range.start) &&
    !isBefore(outer.range.end, inner.range.end)
  );
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
