import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  table: "The columns of this table look personal: {columns}. Clear the output unless these are nobody's data."
};

/** So many columns are named. */
const MOST_NAMED = 4;

/** LL407: rows of people that were looked at once stay in the file. */
export const personalTable: Rule<'output'> = {
  meta: {
    id: 'LL407',
    name: 'personal-table',
    summary: 'a table in an output whose columns look personal',
    severity: 'information',
    equivalents: [],
    cwe: [200],
    messages,
    references: ['https://cwe.mitre.org/data/definitions/200.html'],
    onlyForSharing: true
  },
  reads: ['output'],
  check({ columns, place }) {
    if (columns.length === 0) return [];
    const named = columns.slice(0, MOST_NAMED).join(', ');
    return [{ severity: 'information', message: say(messages, 'table', { columns: named }), place, fixes: [] }];
  }
};
