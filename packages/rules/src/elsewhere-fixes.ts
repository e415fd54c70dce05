import type { Call, Load } from '@loadlight/facts/fact';
import type { Fix, Intent } from '@loadlight/facts/fix';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';

/** Title of a fix in another file, for every rule that offers some; `fix` is what it does there. */
export const ELSEWHERE_MESSAGES: MessageTemplates = { 'fix-elsewhere': 'In {module}: {fix}' };

/** The same fixes at the load in another module that the call leads to; they concern all that call it, so all are to be reviewed. */
export function elsewhereFixes({ inside, through, call }: Load, fixes: readonly Fix[]): readonly Fix[] {
  // A cell that writes the module, and a notebook that is run, are edited as themselves.
  if (inside?.part.kind !== 'file' || inside.document === call.place.document || through === undefined) return [];
  return fixes.flatMap((fix): Fix[] => {
    const intents = fix.intents.flatMap(intent =>
      'call' in intent && intent.call === call.place ? [{ ...intent, call: inside }] : []
    );
    if (intents.length < fix.intents.length) return [];
    const title = say(ELSEWHERE_MESSAGES, 'fix-elsewhere', { module: through, fix: fix.title });
    return [{ title, kind: 'review', intents }];
  });
}

/**
 * The fix of that title in the dictionary of another module that the call unpacks: the item gets `value`, or is taken out where that is missing.
 * It concerns all that use the dictionary, so it is to be reviewed. `checks` are intents at the call that change nothing.
 */
export function dictionaryFixes(
  call: Call,
  name: string,
  value: boolean | undefined,
  title: Message,
  checks: readonly Intent[] = []
): readonly Fix[] {
  const place = call.arguments.get(name)?.elsewhere;
  if (call.handedOn || place?.part.kind !== 'file' || place.document === call.place.document) return [];
  const module = decodeURIComponent(place.document.slice(place.document.lastIndexOf('/') + 1));
  const change: Intent = {
    kind: 'changeItem',
    place,
    name,
    ...(value !== undefined && { value: { kind: 'literal', value } })
  };
  return [
    {
      title: say(ELSEWHERE_MESSAGES, 'fix-elsewhere', { module, fix: title }),
      kind: 'review',
      intents: [change, ...checks]
    }
  ];
}
