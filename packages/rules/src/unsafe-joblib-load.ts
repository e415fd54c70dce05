import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Load } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { LOAD_MESSAGES, reportLoad } from './load-report.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'runs-code':
    '`{call}` unpickles, which runs whatever code {file} carries{ending}. Store models with `skops.io.dump` and load them with `skops.io.load`, which lists what it would build.',
  ...LOAD_MESSAGES,
  'fix-skops': 'Save and load it with skops (for estimators of scikit-learn; run what saves it first)'
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
  check(load, context) {
    return load.traits.family === 'joblib'
      ? [reportLoad(messages, load, { id: 'runs-code', fixes: fixes(load) }, context)]
      : [];
  }
};

/** What the program saves itself it can save otherwise. */
function fixes({ call, loader, origin }: Load): readonly Fix[] {
  if (loader !== 'joblib.load' || origin.kind !== 'written-here') return [];
  const intent = { kind: 'rewriteCall', call: call.place, recipe: 'skops-save-and-load' } as const;
  return [{ title: say(messages, 'fix-skops'), kind: 'review', intents: [intent] }];
}
