import type { Secret } from '@loadlight/facts/fact';
import type { Fix, LookUp } from '@loadlight/facts/fix';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';
import { isAtLeast } from '@loadlight/facts/version-range';
import type { Context } from './rule.js';

/** What the fixes of a credential in code are called. */
export const CREDENTIAL_FIX_MESSAGES: MessageTemplates = {
  'fix-environment': 'Read it from the environment variable {variable}{where} (which must be set before this runs)',
  'fix-env-file':
    'Read it from the environment variable {variable}{where}, and keep its value in .env (which must be loaded before this runs)',
  'fix-env-file-loaded':
    'Read it from the environment variable {variable}{where}, and keep its value in .env, which load_dotenv reads',
  'fix-prompt': 'Ask for it with getpass when this runs{where}',
  'fix-colab': 'Read it from Colab’s secret {variable}{where} (which must be added there)',
  'fix-redact': 'Take it out of the text{where}, and leave a mark there',
  'fix-hub-token': 'Read it with get_token{where} (log in with huggingface-cli, or set HF_TOKEN)'
};

/** Where else a fix of a credential works, as words in its title. */
export const FIX_WHERE_MESSAGES: MessageTemplates = {
  'where-texts': '{where} (text gets a mark)',
  'where-places': ' in all {places} places',
  'where-outputs': ', and clear the outputs that show it',
  'where-places-and-outputs': ' in all {places} places, and clear the outputs that show it'
};

/** The ways to take a credential out of code, the best first. Which of them the code takes shows when their edits are made. */
export function credentialFixes(messages: MessageTemplates, secret: Secret, context: Context): Fix[] {
  if (!secret.inCode) return redactingFixes(messages, secret);
  const everywhere = (id: string, by: LookUp): Fix => fixOf(messages, secret, id, by, secret);
  const here = (id: string, by: LookUp): Fix => fixOf(messages, secret, id, by, { others: [], texts: [] });
  // Who is asked once is not asked again for the other places.
  const isAlone = !secret.others.some(({ part }) => part.kind !== 'output');
  const required = context.version('python-dotenv') !== undefined;
  return [
    // Only in Colab, where a file beside the notebook is gone with the machine.
    everywhere('fix-colab', 'colab'),
    withFile(everywhere('fix-env-file-loaded', 'environment'), secret, required, true),
    withFile(everywhere('fix-env-file', 'environment'), secret, required, false),
    everywhere('fix-environment', 'environment'),
    ...(secret.others.length + secret.texts.length > 0 ? [here('fix-environment', 'environment')] : []),
    ...(secret.provider === 'huggingface' ? [everywhere('fix-hub-token', hubTokenBy(context))] : []),
    isAlone ? everywhere('fix-prompt', 'prompt') : here('fix-prompt', 'prompt')
  ];
}

/** The value goes into `.env`; which of the two, with `load_dotenv` or without, is offered depends on the program. */
function withFile(fix: Fix, { place, variable, others }: Secret, required: boolean, loads: boolean): Fix {
  const places = [place, ...others.filter(({ part }) => part.kind !== 'output')];
  return {
    ...fix,
    intents: [
      ...fix.intents,
      { kind: 'keepVariable', place, variable, required },
      ...(loads ? [{ kind: 'loadVariables', places, required } as const] : [])
    ]
  };
}

/** What code holds is taken out there, by its own finding. Settings are where a credential is looked up. */
function redactingFixes(messages: MessageTemplates, { place, others, texts, variable }: Secret): Fix[] {
  const { part, range } = place;
  const isEmpty = range.start.line === range.end.line && range.start.character === range.end.character;
  if ((part.kind !== 'source' && part.kind !== 'metadata') || isEmpty) return [];
  const shown = others.filter(other => other.part.kind === 'output');
  return [
    {
      title: say(messages, 'fix-redact', { where: whereWords(texts.length + 1, shown.length > 0) }),
      kind: 'review',
      intents: [
        { kind: 'redact', places: [place, ...texts], variable },
        ...(shown.length > 0 ? [{ kind: 'clearOutputs', places: shown } as const] : [])
      ]
    }
  ];
}

/** `get_token` came with 0.20. */
function hubTokenBy(context: Context): LookUp {
  return isAtLeast(context.version('huggingface-hub'), '0.20') === 'no' ? 'hub-folder' : 'hub-token';
}

function fixOf(
  messages: MessageTemplates,
  { place, variable }: Secret,
  id: string,
  by: LookUp,
  all: Pick<Secret, 'others' | 'texts'>
): Fix {
  const others = all.others.filter(({ part }) => part.kind !== 'output');
  const shown = all.others.filter(({ part }) => part.kind === 'output');
  const { texts } = all;
  const where = whereWords(others.length + texts.length + 1, shown.length > 0);
  return {
    title: say(messages, id, {
      variable,
      where: texts.length > 0 ? say(FIX_WHERE_MESSAGES, 'where-texts', { where }) : where
    }),
    kind: 'review',
    intents: [
      { kind: 'readSecret', place, others, by, variable },
      ...(texts.length > 0 ? [{ kind: 'redact', places: texts, variable } as const] : []),
      ...(shown.length > 0 ? [{ kind: 'clearOutputs', places: shown } as const] : [])
    ]
  };
}

function whereWords(places: number, outputs: boolean): Message | string {
  if (places === 1) return outputs ? say(FIX_WHERE_MESSAGES, 'where-outputs') : '';
  return say(FIX_WHERE_MESSAGES, outputs ? 'where-places-and-outputs' : 'where-places', { places });
}
