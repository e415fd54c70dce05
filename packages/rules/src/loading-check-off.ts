import type { Environment, LoadingSwitch } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';
import { NO_WEIGHTS_ONLY, turnsWeightsOnlyOff } from './loading-environment.js';
import { harmOf } from './names-files-must-not-call.js';
import type { Report, Rule } from './rule.js';

const messages: MessageTemplates = {
  environment:
    '`{variable}` makes every `torch.load` of this process run whatever code its file carries, in libraries too. Leave it out, and pass `weights_only=False` where you trust the file.',
  'environment-at-run-time':
    'Whether every `torch.load` of this process runs the code that its file carries is decided at run time by `{variable}`. Leave it out where you can.',
  'turns-off':
    '`{call}` turns safe mode off for every Keras model that this process loads. Pass `safe_mode=False` where you trust the file.',
  allows:
    'With `{name}` on the list, `torch.load` runs what a file says even with `weights_only=True`. Name only classes that you know.',
  'allows-refused': 'PyTorch refuses `{name}` in files even where it is on the list. Take it off the list.',
  replaces:
    'From here on every `{call}` of this process gets `{argument}` and runs whatever code its file carries, in libraries too. Pass the argument where you trust the file.',
  'fix-environment': 'Take this out (files that hold more than tensors and plain data then need weights_only=False)',
  'fix-turns-off': 'Take this out (models with Lambda layers then need safe_mode=False)'
};

/** LL109: checks of loaders that are turned off for a whole process. */
export const loadingCheckOff: Rule<'environment' | 'loading-switch'> = {
  meta: {
    id: 'LL109',
    name: 'loading-check-off',
    summary: 'A check of loaders turned off for the whole process',
    severity: 'warning',
    equivalents: [],
    cwe: [502],
    messages,
    references: [
      'https://docs.pytorch.org/docs/stable/notes/serialization.html#weights-only',
      'https://keras.io/api/utils/config_utils/',
      'https://numpy.org/doc/stable/reference/generated/numpy.load.html'
    ]
  },
  reads: ['environment', 'loading-switch'],
  check(fact) {
    return fact.kind === 'environment' ? ofVariable(fact) : ofSwitch(fact);
  }
};

function ofVariable(fact: Environment): Report[] {
  const state = turnsWeightsOnlyOff(fact);
  if (state === 'no') return [];
  const args = { variable: NO_WEIGHTS_ONLY };
  const id = state === 'yes' ? 'environment' : 'environment-at-run-time';
  const severity = state === 'yes' ? 'warning' : 'information';
  return [
    { severity, message: say(messages, id, args), place: fact.place, fixes: leaveOut(fact.place, 'fix-environment') }
  ];
}

/** The whole process is then as it would be without: what relied on it says so when it loads. */
function leaveOut(place: Place, title: string): readonly Fix[] {
  return [{ title: say(messages, title), kind: 'review', intents: [{ kind: 'removeStatement', place }] }];
}

function ofSwitch({ how, written, allowed, guard, place }: LoadingSwitch): Report[] {
  const report = (id: string, args: Record<string, string>, severity: Report['severity'] = 'warning'): Report => ({
    severity,
    message: say(messages, id, args),
    place,
    fixes: []
  });
  switch (how) {
    case 'turns-off':
      return [{ ...report('turns-off', { call: written }), fixes: leaveOut(place, 'fix-turns-off') }];
    case 'replaces':
    case 'defaults':
      return [report('replaces', { call: written, argument: guard ?? '' })];
    case 'allows': {
      const harming = allowed.find(name => harmOf(name) === 'harms');
      if (harming !== undefined) return [report('allows', { name: harming })];
      const refused = allowed.find(name => harmOf(name) === 'refused');
      return refused === undefined ? [] : [report('allows-refused', { name: refused }, 'information')];
    }
  }
}
