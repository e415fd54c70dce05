import type { Load } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { guardState } from './guard.js';
import { LOAD_MESSAGES, reportLoad } from './load-report.js';
import { isOwnFile } from './origin-wording.js';
import type { Rule } from './rule.js';

const DATA = 'Keep data in JSON, Parquet or safetensors.';
const ADVICE = 'Keep data in JSON, Parquet or safetensors, or allow only the classes that you expect.';

const messages: MessageTemplates = {
  'runs-code': `\`{call}\` runs whatever code {file} carries{ending}. ${ADVICE}`,
  'runs-code-in-objects': `\`{call}\` unpickles the Python objects that {file} may hold, which runs the code they carry{ending}. Columns of numbers and text need none; keep those in Parquet, or load only files that you trust.`,
  crafted: `\`{call}\` is made for what this Python wrote itself: a crafted file can crash the interpreter, or take it over{ending}. ${DATA}`,
  'runs-code-in-data': `\`{call}\` runs whatever code the data carries{ending}. ${ADVICE}`,
  ...LOAD_MESSAGES,
  'fix-skops': 'Save and load it with skops (for estimators of scikit-learn; run what saves it first)',
  'fix-parquet': 'Save and load it as Parquet (needs pyarrow; run what saves it first)',
  'fix-allow-list': 'Load with an allow list of classes (loading fails for classes that are not on it)'
};

/** Loaders that the allow-list rewrite speaks for; the others bring their own unpickler. */
const ALLOW_LIST: ReadonlySet<string> = new Set(['pickle.load', 'pickle.loads', 'pickle.Unpickler().load']);

/** LL102: unpickling, with nothing between the file and the interpreter. */
export const unsafePickleLoad: Rule<'load'> = {
  meta: {
    id: 'LL102',
    name: 'unsafe-pickle-load',
    summary: 'pickle, dill, shelve and the like, which run code stored in the file',
    severity: 'error',
    equivalents: ['B301', 'S301'],
    cwe: [502],
    messages,
    references: [
      'https://docs.python.org/3/library/pickle.html#restricting-globals',
      'https://huggingface.co/docs/hub/security-pickle',
      'https://cwe.mitre.org/data/definitions/502.html'
    ]
  },
  reads: ['load'],
  check(load, context) {
    const { call, loader, origin, subject, traits } = load;
    if (traits.family !== 'pickle' || guardState(load, context) === 'on') return [];
    if (traits.crafted)
      return isOwnFile(origin) ? [] : [reportLoad(messages, load, { id: 'crafted', severity: 'warning' }, context)];
    if (traits.sometimes) return [reportLoad(messages, load, { id: 'runs-code-in-objects' }, context)];
    // A file that the data was read from is still named.
    const named = subject !== undefined && !(origin.kind === 'http' && origin.url === subject);
    if (loader === 'pandas.read_pickle' && origin.kind === 'written-here')
      return [
        reportLoad(
          messages,
          load,
          { id: 'runs-code', fixes: [rewriting(load, 'fix-parquet', 'parquet-save-and-load')] },
          context
        )
      ];
    const ofData = traits.takesBytes === true && !named;
    const id = ofData ? 'runs-code-in-data' : 'runs-code';
    const isSavedHere = loader === 'pickle.load' && origin.kind === 'written-here';
    const fixes = [
      ...(isSavedHere ? [rewriting(load, 'fix-skops', 'skops-save-and-load')] : []),
      ...(ALLOW_LIST.has(loader) && !call.open ? [rewriting(load, 'fix-allow-list', 'allow-list-unpickler')] : [])
    ];
    return [reportLoad(messages, load, { id, ofData, fixes }, context)];
  }
};

const rewriting = ({ call }: Load, title: string, recipe: string): Fix => ({
  title: say(messages, title),
  kind: 'review',
  intents: [{ kind: 'rewriteCall', call: call.place, recipe }]
});
