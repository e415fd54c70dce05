import type { HubRef } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import type { Severity } from '@loadlight/facts/finding';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { mayBe } from '@loadlight/facts/value';
import { passArgument } from './argument-fix.js';
import { dropHubArgument, hubArgument, hubArgumentPlace } from './hub-argument.js';
import { isHubRepository, isToldHere, pinOf } from './repository.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'weights-only-off':
    'With `weights_only=False`, `{call}` runs whatever code the weights carry. Drop it: True is the default.',
  'pickle-weights':
    'With `use_safetensors=False`, `{call}` reads weights from pickle files, which run code in older versions of torch. Pass `use_safetensors=True`.',
  'fix-weights-only': 'Drop weights_only=False (loading fails if the weights hold more than tensors and plain data)',
  'fix-safetensors': 'Change to use_safetensors=True (loading fails if there are no safetensors files)'
};

/** LL204: an argument that lets a library of the hub unpickle weights. */
export const allowsPickleWeights: Rule<'model-ref' | 'dataset-ref'> = {
  meta: {
    id: 'LL204',
    name: 'allows-pickle-weights',
    summary: 'use_safetensors=False or weights_only=False, which lets from_pretrained unpickle',
    severity: 'error',
    equivalents: [],
    cwe: [502],
    messages,
    references: [
      'https://huggingface.co/docs/transformers/main_classes/model',
      'https://huggingface.co/docs/diffusers/using-diffusers/using_safetensors',
      'https://huggingface.co/docs/hub/security-pickle'
    ]
  },
  reads: ['model-ref', 'dataset-ref'],
  check(reference) {
    const argument = ['weights_only', 'use_safetensors'].find(name => mayBe(hubArgument(reference, name), false));
    if (reference.hub !== 'hugging-face' || argument === undefined) return [];
    if (!isToldHere(reference, argument, 'repository')) return [];
    const id = argument === 'weights_only' ? 'weights-only-off' : 'pickle-weights';
    return [
      {
        severity: severityOf(reference, argument),
        message: say(messages, id, { call: reference.call.written }),
        place: hubArgumentPlace(reference, argument),
        fixes: fixes(reference, argument)
      }
    ];
  }
};

/** With `weights_only=False` code runs; without safetensors torch may still read tensors only. */
function severityOf(reference: HubRef, argument: string): Severity {
  const foreign = isHubRepository(reference);
  const moving = foreign && pinOf(reference) !== 'pinned';
  if (argument === 'weights_only') return moving ? 'error' : 'warning';
  return moving ? 'warning' : 'information';
}

function fixes(reference: HubRef, argument: string): readonly Fix[] {
  const { call, through } = reference;
  if (through !== undefined) return [];
  if (argument === 'weights_only')
    return dropHubArgument(reference, argument, say(messages, 'fix-weights-only'), 'review');
  return call.arguments.has(argument) ? passArgument(call, argument, true, say(messages, 'fix-safetensors')) : [];
}
