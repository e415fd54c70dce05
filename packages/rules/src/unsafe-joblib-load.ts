import type { MessageTemplates } from '@loadlight/facts/message';
import { reportLoad, THROUGH } from './load-report.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'runs-code':
    '`{call}` unpickles, which runs whatever code {file} carries{ending}. Store models with `skops.io.dump` and load them with `skops.io.load`, which lists what it would build.',
  ...THROUGH
};

/** LL103: joblib, with nothing between the file and the interpreter. */
export const unsafeJoblibLoad: Rule<'load'> = {
  meta: {
    id: 'LL103',
    name: 'unsafe-joblib-load',
    summary: 'joblib.load, which runs code stored in the file',
    severity: 'error',
    equivalents: ['B301', 'S301'],
    cwe: [502],
    messages,
    references: [
      'https://joblib.readthedocs.io/en/stable/persistence.html',
      'https://scikit-learn.org/stable/model_persistence.html',
      'https://skops.readthedocs.io/en/stable/persistence.html'
    ]
  },
  reads: ['load'],
  check(load) {
    return load.traits.family === 'joblib' ? [reportLoad(messages, load, { id: 'runs-code' })] : [];
  }
};
