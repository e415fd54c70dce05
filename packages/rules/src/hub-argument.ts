import type { HubRef } from '@loadlight/facts/fact';
import type { Fix, FixKind } from '@loadlight/facts/fix';
import type { Message } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';
import type { Value } from '@loadlight/facts/value';
import { dropArgument } from './argument-fix.js';
import { argumentPlace } from './argument-place.js';

/** What the call that loads gets for that argument, from the call itself or from a dictionary that is handed on to it. */
export function hubArgument(reference: HubRef, name: string): Value | undefined {
  return reference.call.arguments.get(name)?.value ?? holder(reference, name)?.value;
}

/** Where to point for it: at the argument itself, or at the one that holds the dictionary. */
export function hubArgumentPlace(reference: HubRef, name: string): Place {
  const { call } = reference;
  return argumentPlace(call, call.arguments.has(name) ? name : (holder(reference, name)?.parameter ?? name));
}

/** The fix that drops the argument; none where it stands in a dictionary that is handed on. */
export function dropHubArgument(reference: HubRef, name: string, title: Message, kind: FixKind): readonly Fix[] {
  const { call } = reference;
  return call.arguments.has(name) ? dropArgument(call, name, title, kind) : [];
}

function holder(
  { call, packed }: HubRef,
  name: string
): { readonly parameter: string; readonly value: Value } | undefined {
  for (const parameter of packed) {
    const dictionary = call.arguments.get(parameter)?.value;
    const value = dictionary?.kind === 'dict' ? dictionary.entries.get(name) : undefined;
    if (value) return { parameter, value };
  }
  return undefined;
}
