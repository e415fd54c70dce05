import type { Call } from '@loadlight/facts/fact';
import type { Fix, FixKind, NewValue } from '@loadlight/facts/fix';
import type { Message } from '@loadlight/facts/message';

/** The fix that gives the call's argument that value; none where the call cannot be rewritten so from here. */
export function passArgument(
  call: Call,
  name: string,
  value: string | boolean | NewValue,
  title: Message,
  kind: FixKind = 'review'
): readonly Fix[] {
  if (!isWrittenHere(call, name)) return [];
  const written: NewValue = typeof value === 'object' ? value : { kind: 'literal', value };
  return [{ title, kind, intents: [{ kind: 'setArgument', call: call.place, name, value: written }] }];
}

/** The fix that takes the argument out of the call; none where the call cannot be rewritten so from here. */
export function dropArgument(call: Call, name: string, title: Message, kind: FixKind = 'review'): readonly Fix[] {
  if (!isWrittenHere(call, name)) return [];
  return [{ title, kind, intents: [{ kind: 'removeArgument', call: call.place, name }] }];
}

/** The same fixes, where that recipe of the front-end allows them: it changes nothing. */
export function whereAllowed(fixes: readonly Fix[], call: Call, recipe: string): readonly Fix[] {
  return fixes.map(fix => ({ ...fix, intents: [...fix.intents, { kind: 'rewriteCall', call: call.place, recipe }] }));
}

/** Nothing else makes the call, and what another document holds is a dictionary that the call can override. */
export function isWrittenHere({ handedOn, place, arguments: given }: Call, name: string): boolean {
  const argument = given.get(name);
  const isHere = argument === undefined || argument.place.document === place.document;
  return handedOn === undefined && (isHere || argument.form === 'unpacked');
}
