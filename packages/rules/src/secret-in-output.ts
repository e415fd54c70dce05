import { say, type MessageTemplates } from '@loadlight/facts/message';
import { credentialName } from './credential-wording.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  output:
    '{credential} (`{masked}`) is shown in this output; whoever gets the notebook can use it. Clear the output, and revoke it.'
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
    const { place, masked, by } = secret;
    if (place.part.kind !== 'output') return [];
    const message = say(messages, 'output', { credential: credentialName(secret), masked });
    return [{ severity: by === 'place' ? 'warning' : 'error', message, place, fixes: [] }];
  }
};
