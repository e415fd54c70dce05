import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Part, Place } from '@loadlight/facts/place';
import { credentialWords } from './credential-wording.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'fix-clear': 'Clear {outputs, plural, one {the output that shows it} other {the # outputs that show it}}',
  output: '{credential} is shown in this output; whoever gets the notebook {can}. Clear the output, and {then}.'
};

/** LL303: stored outputs leave with the notebook, whatever the code reads its credentials from. */
export const secretInOutput: Rule<'secret'> = {
  meta: {
    id: 'LL303',
    name: 'secret-in-output',
    summary: 'a credential in a stored output of a notebook',
    severity: 'error',
    equivalents: [],
    cwe: [532],
    messages,
    references: [
      'https://jupyter-notebook.readthedocs.io/en/stable/security.html',
      'https://cwe.mitre.org/data/definitions/532.html'
    ]
  },
  reads: ['secret'],
  check(secret) {
    const { place, by, others } = secret;
    if (place.part.kind !== 'output') return [];
    const message = say(messages, 'output', credentialWords(secret));
    const places = [place, ...others.filter(({ part }) => part.kind === 'output')];
    return [{ severity: by === 'place' ? 'warning' : 'error', message, place, fixes: [clearingFix(places)] }];
  }
};

/** Takes away the outputs that these places are in. */
export function clearingFix(places: readonly Place[]): Fix {
  const outputs = new Set(places.map(({ part }) => outputKey(part))).size;
  return {
    title: say(messages, 'fix-clear', { outputs }),
    kind: 'review',
    intents: [{ kind: 'clearOutputs', places }]
  };
}

/** One output may show it in several forms. */
function outputKey(part: Part): string {
  return part.kind === 'output' ? `${part.cell} ${String(part.index)}` : '';
}
