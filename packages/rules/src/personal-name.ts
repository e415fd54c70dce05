import type { MessageTemplates } from '@loadlight/facts/message';
import { personalReport } from './personal-report.js';
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
  check(text) {
    return text.what in messages ? [personalReport(messages, text)] : [];
  }
};
