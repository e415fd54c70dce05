import { say, type MessageTemplates } from '@loadlight/facts/message';
import { activeName, activeReport } from './active-wording.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  text: '{active} stands in this text. Jupyter takes it out, an exported page runs it: say it in Markdown.'
};

/** LL402: Jupyter cleans text before it shows it; other readers of the file do not. */
export const activeText: Rule<'active-content'> = {
  meta: {
    id: 'LL402',
    name: 'active-text',
    summary: 'script or other active content in a cell of text',
    severity: 'error',
    equivalents: [],
    cwe: [79, 830],
    messages,
    references: ['https://jupyter-notebook.readthedocs.io/en/stable/security.html'],
    onlyForSharing: true
  },
  reads: ['active-content'],
  check(content) {
    if (content.where !== 'text') return [];
    const message = say(messages, 'text', { active: activeName(content) });
    const isShown = content.form === 'frame' || content.form === 'plug-in';
    return [activeReport(message, content, isShown ? 'information' : 'warning')];
  }
};
