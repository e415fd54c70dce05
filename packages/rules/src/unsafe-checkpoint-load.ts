import type { Load } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';
import { passArgument, whereAllowed } from './argument-fix.js';
import { argumentPlace } from './argument-place.js';
import { decidingSince, guardState, versionOf } from './guard.js';
import { canCheckHash, isHashed } from './hashed-name.js';
import { refusingVariable } from './loading-environment.js';
import { adviceFor, newer } from './load-advice.js';
import { LOAD_MESSAGES, reportLoad, type Told } from './load-report.js';
import { severityOf } from './load-severity.js';
import type { Context, Rule } from './rule.js';

const messages: MessageTemplates = {
  unpickles: '`{call}` unpickles, which runs whatever code {file} carries{ending}. {advice}.',
  'unpickles-address':
    'From an address, `{call}` unpickles by default whatever the version, which runs whatever code {file} carries{ending}. {advice}.',
  'turned-off': 'With `{argument}`, `{call}` runs whatever code {file} carries{ending}. {advice}.',
  'old-default':
    'This runs with {package} {version}, and before {since} `{call}` runs whatever code {file} carries{ending}. {advice}.',
  'unknown-default':
    'Which {package} runs this is not known, and before {since} `{call}` runs whatever code {file} carries{ending}. {advice}.',
  'known-at-run-time':
    'Whether `{call}` runs the code that {file} carries is decided at run time by `{parameter}`. {advice}.',
  refused:
    'With `{variable}` set like this, recent versions of the library run none of the code that {file} may carry{ending}. Older ones do not know it.',
  ...LOAD_MESSAGES,
  'fix-set-variable': 'Set {variable} above the import (recent versions then refuse files that hold code)',
  'fix-pass-and-check': 'Pass {safe} and check_hash=True (fails if the hash in the name is not that of the file)',
  'fix-pass': 'Pass {safe} (loading fails if the file holds more than tensors and plain data)'
};

/** LL107: libraries that unpickle when they load a model. */
export const unsafeCheckpointLoad: Rule<'load'> = {
  meta: {
    id: 'LL107',
    name: 'unsafe-checkpoint-load',
    summary: "a library's model loader that unpickles, which runs code stored in the file",
    severity: 'error',
    equivalents: [],
    cwe: [502],
    messages,
    references: [
      'https://docs.pytorch.org/docs/stable/notes/serialization.html#weights-only',
      'https://huggingface.co/docs/hub/security-pickle',
      'https://cwe.mitre.org/data/definitions/502.html'
    ]
  },
  reads: ['load'],
  check(load, context) {
    if (load.traits.family !== 'checkpoint') return [];
    const told = judge(load, context);
    return told ? [reportLoad(messages, load, told, context)] : [];
  }
};

function judge(load: Load, context: Context): Told | undefined {
  const { guard } = load.traits;
  const parameter = guard?.parameter ?? '';
  const advice = adviceFor(load.traits);
  const place = argumentPlace(load.call, parameter);
  const variable = refusingVariable(load.traits, context);
  if (variable !== undefined) return { id: 'refused', severity: 'information', args: { variable } };
  const fixes = guard?.safe === true && !load.call.open ? pass(load, parameter) : [];
  switch (guardState(load, context)) {
    case 'none':
      return { id: 'unpickles', args: { advice }, fixes: setVariable(load, context) };
    case 'off': {
      const argument = `${parameter}=${guard?.safe === true ? 'False' : 'True'}`;
      return { id: 'turned-off', place, fixes, args: { advice, argument } };
    }
    case 'at-run-time':
      if (load.through !== undefined) return undefined;
      return { id: 'known-at-run-time', severity: 'information', place, args: { advice, parameter } };
    case 'default-off':
      return { ...byVersion(load, context, 'old-default', advice), fixes: isThere(load, context) ? fixes : [] };
    case 'default-unknown': {
      if (load.through !== undefined) return undefined;
      const severity = severityOf(load) === 'error' ? 'warning' : 'information';
      return { ...byVersion(load, context, 'unknown-default', advice), severity };
    }
    default:
      return undefined;
  }
}

/** A default that an older version makes unsafe; without one, it is so in all. */
function byVersion(load: Load, context: Context, id: string, advice: Message): Told {
  if (load.traits.guard?.unsafeFromAddress && load.origin.kind === 'http')
    return { id: 'unpickles-address', args: { advice } };
  const since = decidingSince(load.traits, context);
  if (!since) return { id: 'unpickles', args: { advice } };
  const known = versionOf(since, context);
  const args = { package: known?.name ?? since.package, version: known?.range.written ?? '', since: since.safeFrom };
  return { id, args: { ...args, advice: newer(args.package, since.safeFrom) } };
}

/** Whether the argument is taken: where a version of the library decides the default, older ones do not know it. */
function isThere(load: Load, context: Context): boolean {
  return decidingSince(load.traits, context) === undefined;
}

/** Modules of tests, which share a process with others. */
const TESTS = /\/(?:test_[^/]*|[^/]*_test|conftest)\.py$/;

/** None where the program sets the variable already, to whatever it is, and where it would be set for other programs too. */
function setVariable({ call, traits: { refusedBy } }: Load, context: Context): readonly Fix[] {
  if (!refusedBy || context.factsOf('environment').some(({ name }) => name === refusedBy.variable)) return [];
  if (TESTS.test(call.place.document)) return [];
  const { variable, value } = refusedBy;
  const options = { variable, value };
  return [
    {
      title: say(messages, 'fix-set-variable', { variable: `${variable}=${value}` }),
      kind: 'review',
      intents: [{ kind: 'rewriteCall', call: call.place, recipe: 'set-environment', options }]
    }
  ];
}

/** With the hash that the name in the address carries, where there is one: the safer first. */
function pass({ call, loader, origin }: Load, name: string): readonly Fix[] {
  const safe = `${name}=True`;
  // An option that callers choose stays theirs.
  const chosen = call.arguments.get(name)?.value;
  if (chosen !== undefined && chosen.kind !== 'literal') return [];
  const fixes = whereAllowed(
    passArgument(call, name, true, say(messages, 'fix-pass', { safe })),
    call,
    'takes-argument'
  );
  const isHub = loader === 'torch.hub.load_state_dict_from_url' && origin.kind === 'http';
  if (fixes.length === 0 || !isHub || !isHashed(origin.url) || !canCheckHash(call)) return fixes;
  const title = say(messages, 'fix-pass-and-check', { safe });
  const [check] = passArgument(call, 'check_hash', true, title);
  return check ? [{ ...check, intents: [...fixes.flatMap(fix => fix.intents), ...check.intents] }, ...fixes] : fixes;
}
