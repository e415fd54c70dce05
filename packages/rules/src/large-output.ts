import { say, type MessageTemplates } from '@loadlight/facts/message';
import { inOneOutput } from './in-one-output.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  large: 'This output takes {megabytes} MB of the file. Clear it, or save it beside the notebook.'
};

/** LL408: long outputs make a notebook slow to open and hard to compare. */
export const largeOutput: Rule<'output'> = {
  meta: {
    id: 'LL408',
    name: 'large-output',
    summary: 'an output of more than a million characters',
    severity: 'information',
    equivalents: [],
    cwe: [],
    messages,
    references: [],
    onlyForSharing: true
  },
  reads: ['output'],
  check({ columns, length, place }) {
    if (columns.length > 0) return [];
    const megabytes = (length / 1_000_000).toFixed(1);
    return [
      {
        severity: 'information',
        message: say(messages, 'large', { megabytes }),
        place,
        fixes: [],
        subject: inOneOutput(place.part)
      }
    ];
  }
};
