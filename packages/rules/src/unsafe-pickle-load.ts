import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { ENDINGS_OF_DATA, isOwnFile, originArguments, withOrigins } from './origin-wording.js';
import type { Rule } from './rule.js';

const ADVICE = 'Keep data in JSON, Parquet or safetensors, or allow only the classes that you expect.';

const messages: MessageTemplates = {
  ...withOrigins('runs-code', '`{call}` runs whatever code {file} carries', ADVICE),
  ...withOrigins('runs-code-in-data', '`{call}` runs whatever code the data carries', ADVICE, ENDINGS_OF_DATA),
  ...withOrigins(
    'through',
    '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries',
    'Give it only files that you trust, or keep data in JSON, Parquet or safetensors.'
  ),
  'fix-allow-list': 'Load with an allow list of classes (loading fails for classes that are not on it)'
};

/** Loaders that the allow-list rewrite speaks for; the others bring their own unpickler. */
const ALLOW_LIST: ReadonlySet<string> = new Set(['pickle.load', 'pickle.loads', 'pickle.Unpickler().load']);

const LOADERS: ReadonlySet<string> = new Set([
  ...ALLOW_LIST,
  'dill.load',
  'dill.loads',
  'cloudpickle.load',
  'cloudpickle.loads'
]);

/** LL102: unpickling, with nothing between the file and the interpreter. */
export const unsafePickleLoad: Rule<'load'> = {
  meta: {
    id: 'LL102',
    name: 'unsafe-pickle-load',
    summary: 'pickle, dill or cloudpickle loading, which runs code stored in the file',
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
  check(load) {
    if (!LOADERS.has(load.loader)) return [];
    const fix: Fix = {
      title: say(messages, 'fix-allow-list'),
      kind: 'review',
      intents: [{ kind: 'rewriteCall', call: load.call.place, recipe: 'allow-list-unpickler' }]
    };
    const severity = isOwnFile(load.origin) ? 'warning' : 'error';
    const args = { ...originArguments(load), call: load.call.written };
    const place = load.call.calleePlace;
    if (load.through !== undefined) {
      // The load itself is judged in its own module, which is not edited from here.
      const into = { ...args, loader: load.loader, module: `\`${load.through}\`` };
      return [{ severity, message: say(messages, `through.${load.origin.kind}`, into), place, fixes: [] }];
    }
    // A file that the data was read from is still named.
    const named = load.subject !== undefined && !(load.origin.kind === 'http' && load.origin.url === load.subject);
    const id = load.loader.endsWith('.loads') && !named ? 'runs-code-in-data' : 'runs-code';
    return [
      {
        severity,
        message: say(messages, `${id}.${load.origin.kind}`, args),
        place,
        fixes: ALLOW_LIST.has(load.loader) && !load.call.open && !load.call.handedOn ? [fix] : []
      }
    ];
  }
};
