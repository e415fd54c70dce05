import { say, type MessageTemplates } from '@loadlight/facts/message';
import { activeName, activeReport } from './active-wording.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  output: '{active} stands in this output and runs where the notebook is trusted or shown as a web page.',
  metadata:
    '{active} stands in the saved state of a widget and runs where the notebook is trusted or shown as a web page.'
};

/** LL401: who opens the notebook gets what its outputs carry, and in an exported page all of it runs. */
export const activeOutput: Rule<'active-content'> = {
  meta: {
    id: 'LL401',
    name: 'active-output',
    summary: 'script or other active content in a stored output',
    severity: 'error',
    equivalents: [],
    cwe: [79, 830],
    messages,
    references: ['https://jupyter-notebook.readthedocs.io/en/stable/security.html'],
    onlyForSharing: true
  },
  reads: ['active-content'],
  check(content) {
    if (content.where !== 'output' && content.where !== 'metadata') return [];
    const message = say(messages, content.where, { active: activeName(content) });
    return [activeReport(message, content, 'information')];
  }
};
