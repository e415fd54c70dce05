import { say, type MessageTemplates } from '@loadlight/facts/message';
import { inOneOutput } from './in-one-output.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'home-folder': "Somebody's home folder stands here, with their name in it. Clear the output, or take the path out."
};

/** LL404: a path in a traceback or a progress line says whose machine it was. */
export const homeFolder: Rule<'personal-text'> = {
  meta: {
    id: 'LL404',
    name: 'home-folder',
    summary: 'a home folder in an output or metadata',
    severity: 'information',
    equivalents: [],
    cwe: [200],
    messages,
    references: ['https://cwe.mitre.org/data/definitions/200.html'],
    onlyForSharing: true
  },
  reads: ['personal-text'],
  check({ what, place }) {
    if (what !== 'home-folder') return [];
    const subject = `${what} ${inOneOutput(place.part)}`;
    return [{ severity: 'information', message: say(messages, what), place, fixes: [], subject }];
  }
};
