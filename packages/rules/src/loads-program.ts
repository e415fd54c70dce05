import type { Load } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import type { MessageTemplates } from '@loadlight/facts/message';
import { isPublished } from './load-severity.js';
import { LOAD_MESSAGES, reportLoad } from './load-report.js';
import type { Rule } from './rule.js';

const ADVICE = 'Load only programs of somebody you trust, and compare their checksum.';

const messages: MessageTemplates = {
  program: `\`{call}\` loads a program: what {file} holds runs when it is used{ending}. ${ADVICE}`,
  native: `\`{call}\` loads a program: what {file} holds runs at once{ending}. ${ADVICE}`,
  ...LOAD_MESSAGES
};

/** LL108: what is loaded is a program by design, so it is told only where it may be somebody else's. */
export const loadsProgram: Rule<'load'> = {
  meta: {
    id: 'LL108',
    name: 'loads-program',
    summary: "a model that is a program, or a library of operators, from elsewhere than the user's own files",
    severity: 'error',
    equivalents: [],
    cwe: [494, 829],
    messages,
    references: [
      'https://github.com/pytorch/pytorch/security/policy',
      'https://github.com/tensorflow/tensorflow/security/policy',
      'https://cwe.mitre.org/data/definitions/494.html'
    ]
  },
  reads: ['load'],
  check(load, context) {
    const severity = load.traits.family === 'program' ? severityOf(load) : undefined;
    if (!severity) return [];
    return [reportLoad(messages, load, { id: load.traits.unconfined ? 'native' : 'program', severity }, context)];
  }
};

function severityOf(load: Load): Severity | undefined {
  const { origin, traits } = load;
  switch (origin.kind) {
    case 'written-here':
    case 'file':
      return undefined;
    case 'argument':
    case 'unknown':
      return 'information';
    default:
      if (isPublished(load)) return 'information';
      return traits.unconfined ? 'error' : 'warning';
  }
}
