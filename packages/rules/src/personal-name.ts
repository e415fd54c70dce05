import { say, type MessageTemplates } from '@loadlight/facts/message';
import { inOneOutput } from './in-one-output.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'user-name': 'The name of a user stands here. Clear the output, or take the name out.',
  'host-name': 'The name of a machine stands here. Clear the output, or take the name out.',
  'mail-address': 'A mail address stands here. Clear the output, or take the address out.'
};

/** LL405: names that got into outputs by the way. */
export const personalName: Rule<'personal-text'> = {
  meta: {
    id: 'LL405',
    name: 'personal-name',
    summary: 'the name of a person or machine, or a mail address, in an output or metadata',
    severity: 'information',
    equivalents: [],
    cwe: [200],
    messages,
    references: ['https://cwe.mitre.org/data/definitions/200.html'],
    onlyForSharing: true
  },
  reads: ['personal-text'],
  check({ what, place }) {
    if (what !== 'user-name' && what !== 'host-name' && what !== 'mail-address') return [];
    const subject = `${what} ${inOneOutput(place.part)}`;
    return [{ severity: 'information', message: say(messages, what), place, fixes: [], subject }];
  }
};
