import { say, type MessageTemplates } from '@loadlight/facts/message';
import { activeName, activeReport } from './active-wording.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  code: '{active} goes into the page of whoever runs this cell, with all that the page may do. Say what it is for, or leave it out.',
  page: 'Data is put into HTML here, and what stands in the data counts as HTML too, script included. Put `html.escape(…)` around it.',
  script:
    'Data is put into a script here, and what stands in the data counts as script too. Put `json.dumps(…)` around it.'
};

/** LL403: the page that shows a notebook holds the key to the reader's server. */
export const scriptInCell: Rule<'active-content'> = {
  meta: {
    id: 'LL403',
    name: 'script-in-cell',
    summary: 'a cell that puts script into the page',
    severity: 'error',
    equivalents: [],
    cwe: [79, 830],
    messages,
    references: ['https://jupyter-notebook.readthedocs.io/en/stable/security.html'],
    onlyForSharing: true
  },
  reads: ['active-content'],
  check(content) {
    if (content.where !== 'code') return [];
    if (content.made?.of === 'data') {
      const message = say(messages, content.form === 'script' ? 'script' : 'page');
      // One habit: said once in the notebook.
      return [{ severity: 'information', message, place: content.place, fixes: [], subject: 'data' }];
    }
    const message = say(messages, 'code', { active: activeName(content) });
    return [activeReport(message, content, 'information')];
  }
};
