import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Load } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { isWrittenHere } from './argument-fix.js';
import { argumentPlace } from './argument-place.js';
import { guardState } from './guard.js';
import { LOAD_MESSAGES, reportLoad } from './load-report.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'pickle-allowed':
    'With `allow_pickle=True`, `{call}` runs whatever code {file} carries{ending}. Arrays of numbers load without it; keep all else in JSON, Parquet or safetensors.',
  'known-at-run-time':
    'Whether `{call}` runs the code that {file} carries is decided at run time by `allow_pickle`. Leave it out where you can.',
  ...LOAD_MESSAGES,
  'fix-change': 'Change to allow_pickle=False (loading fails if the file holds objects)'
};

/** LL104: arrays of objects are pickles. */
export const unsafeNumpyLoad: Rule<'load'> = {
  meta: {
    id: 'LL104',
    name: 'unsafe-numpy-load',
    summary: 'numpy.load with allow_pickle=True, which runs code stored in the file',
    severity: 'error',
    equivalents: [],
    cwe: [502],
    messages,
    references: [
      'https://numpy.org/doc/stable/reference/generated/numpy.load.html',
      'https://numpy.org/doc/stable/reference/security.html',
      'https://nvd.nist.gov/vuln/detail/CVE-2019-6446'
    ]
  },
  reads: ['load'],
  check(load, context) {
    if (load.traits.family !== 'numpy') return [];
    const place = argumentPlace(load.call, 'allow_pickle');
    switch (guardState(load, context)) {
      case 'off':
        return [
          reportLoad(
            messages,
            load,
            {
              id: 'pickle-allowed',
              place,
              fixes: refusePickle(load)
            },
            context
          )
        ];
      case 'at-run-time':
        if (load.through !== undefined) return [];
        return [reportLoad(messages, load, { id: 'known-at-run-time', severity: 'information', place }, context)];
      default:
        return [];
    }
  }
};

/** The front-end leaves it out where what is loaded is seen to be an object. */
function refusePickle({ call }: Load): readonly Fix[] {
  if (!isWrittenHere(call, 'allow_pickle')) return [];
  const intent = { kind: 'rewriteCall', call: call.place, recipe: 'refuse-pickle' } as const;
  return [{ title: say(messages, 'fix-change'), kind: 'review', intents: [intent] }];
}
