import type { Call } from '@loadlight/facts/fact';
import type { Place } from '@loadlight/facts/place';

/** The text between the quotes of an argument that is written out in the call as a string like that; else undefined. */
export function literalInQuotes(call: Call, name: string, isWanted: (text: string) => boolean): Place | undefined {
  const argument = call.arguments.get(name);
  if (!argument || argument.form === 'unpacked' || call.handedOn) return undefined;
  const { value, form, place } = argument;
  if (value.kind !== 'literal' || typeof value.value !== 'string' || !isWanted(value.value)) return undefined;
  const { start, end } = place.range;
  const { length } = value.value;
  const written = length + 2 + (form === 'keyword' ? name.length + 1 : 0);
  if (place.document !== call.place.document || start.line !== end.line || end.character - start.character !== written)
    return undefined;
  const inner = { line: end.line, character: end.character - 1 - length };
  return { ...place, range: { start: inner, end: { line: end.line, character: end.character - 1 } } };
}
