import type { MessageTemplates } from '@loadlight/facts/message';
import { personalReport } from './personal-report.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'internal-address': 'An address inside a private network stands here. Clear the output, or take the address out.'
};

/** LL406: what an internal server is called, and where it is. */
export const internalAddress: Rule<'personal-text'> = {
  meta: {
    id: 'LL406',
    name: 'internal-address',
    summary: 'an address of a private network in an output, text or metadata',
    severity: 'information',
    equivalents: [],
    cwe: [200],
    messages,
    references: ['https://cwe.mitre.org/data/definitions/200.html'],
    onlyForSharing: true
  },
  reads: ['personal-text'],
  check(text) {
    return text.what === 'internal-address' ? [personalReport(messages, text)] : [];
  }
};
