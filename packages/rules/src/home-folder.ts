import type { MessageTemplates } from '@loadlight/facts/message';
import { personalReport } from './personal-report.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'home-folder': "Somebody's home folder stands here, with their name in it. Clear the output, or take the path out."
};

/** LL404: a path in a traceback or a progress line says whose machine it was. */
export const homeFolder: Rule<'personal-text'> = {
  meta: {
    id: 'LL404',
    name: 'home-folder',
    summary: 'a home folder in an output, text or metadata',
    severity: 'information',
    equivalents: [],
    cwe: [200],
    messages,
    references: ['https://cwe.mitre.org/data/definitions/200.html'],
    onlyForSharing: true
  },
  reads: ['personal-text'],
  check(text) {
    return text.what === 'home-folder' ? [personalReport(messages, text)] : [];
  }
};
