import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'out-of-order':
    '{cells, plural, one {This cell} other {This cell and others, # in all,}} ran before a cell that stands above. Restart and run all, so that the results are those of the text.',
  'not-run':
    '{cells, plural, one {This cell} other {This cell and others, # in all,}} did not run, though cells beside did. Restart and run all, so that the results are those of the text.'
};

/** LL409: results that nobody gets by running the notebook from top to bottom. */
export const cellsOutOfOrder: Rule<'execution'> = {
  meta: {
    id: 'LL409',
    name: 'cells-out-of-order',
    summary: 'code cells that ran in another order than they stand, or not at all',
    severity: 'information',
    equivalents: [],
    cwe: [],
    messages,
    references: [],
    onlyForSharing: true
  },
  reads: ['execution'],
  check({ how, cells, place }) {
    return [{ severity: 'information', message: say(messages, how, { cells }), place, fixes: [] }];
  }
};
