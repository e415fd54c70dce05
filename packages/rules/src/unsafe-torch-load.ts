import type { Argument, Load } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { mayBe } from '@loadlight/facts/value';
import type { Place } from '@loadlight/facts/place';
import { isAtLeast } from '@loadlight/facts/version-range';
import { argumentPlace } from './argument-place.js';
import { CHECKSUM_MESSAGES, checksumFixes } from './checksum-fixes.js';
import { ELSEWHERE_MESSAGES, elsewhereFixes } from './elsewhere-fixes.js';
import { isWeightsOnlyForced, isWeightsOnlyOff } from './loading-environment.js';
import { isOwnFile, originArguments } from './origin-wording.js';
import type { Context, Report, Rule } from './rule.js';
import { TORCH_LOAD_FIXES, torchLoadFixes, type HowSet } from './torch-load-fixes.js';

const PASS = 'Pass `weights_only=True`.';

const messages: MessageTemplates = {
  'turned-off': `\`{call}\` runs whatever code {file} carries{ending}. ${PASS}`,
  'pickle-module':
    'With `pickle_module`, `{call}` runs whatever code {file} carries{ending}. Drop it and pass `weights_only=True`.',
  'old-default': `This runs with torch {version}, and before 2.6 \`{call}\` runs whatever code {file} carries{ending}. ${PASS}`,
  'unknown-default': `Which torch runs this is not known, and before 2.6 \`{call}\` runs whatever code {file} carries{ending}. ${PASS}`,
  through:
    '`{call}` loads with `torch.load` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust, or pass `weights_only=True` there.',
  'through-unknown':
    '`{call}` loads with `torch.load` in {module}, and where torch is older than 2.6 that runs whatever code {file} carries{ending}. Pass `weights_only=True` there.',
  'new-default':
    'With torch {version} this reads no code unless an environment variable says so. Write `weights_only=True` out to be sure.',
  'old-weights-only':
    'Before torch 2.10, and here it is {version}, a crafted file can get past `weights_only=True`. Use torch 2.10 or newer.',
  'default-turned-off': `\`TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD\` is set in this program, so \`{call}\` runs whatever code {file} carries{ending}. ${PASS}`,
  'known-at-run-time':
    'Whether `{call}` runs the code that {file} carries is decided at run time by `weights_only`. Pass `weights_only=True` where you can.',
  'maybe-passed':
    'Whether `{call}` gets `weights_only=True` cannot be seen here: its arguments are unpacked from a value that is not known. Make sure that it does.',
  forced:
    'Here `TORCH_FORCE_WEIGHTS_ONLY_LOAD` keeps `{call}` from running code of {file}{ending}, if it is set before. Pass `weights_only=True`, which needs no variable.',
  ...TORCH_LOAD_FIXES,
  ...CHECKSUM_MESSAGES,
  ...ELSEWHERE_MESSAGES
};

/** LL101: severities by the table in docs/rules/LL101.md. */
export const unsafeTorchLoad: Rule<'load'> = {
  meta: {
    id: 'LL101',
    name: 'unsafe-torch-load',
    summary: 'torch.load that can run code stored in the file',
    severity: 'error',
    equivalents: ['B614', 'S614'],
    cwe: [502],
    messages,
    references: [
      'https://docs.pytorch.org/docs/stable/generated/torch.load.html',
      'https://docs.pytorch.org/docs/stable/notes/serialization.html#weights-only',
      'https://github.com/pytorch/pytorch/security/policy',
      'https://nvd.nist.gov/vuln/detail/CVE-2025-32434',
      'https://nvd.nist.gov/vuln/detail/CVE-2026-24747'
    ]
  },
  reads: ['load'],
  check(load, context) {
    if (load.loader !== 'torch.load') return [];
    const report = load.through === undefined ? judge(load, context) : judgeThrough(load, load.through, context);
    return report ? [report] : [];
  }
};

/**
 * The load stands in another module, which is judged by itself: here it is said what the call makes worse.
 */
function judgeThrough(load: Load, module: string, context: Context): Report | undefined {
  const report = judge(load, context);
  const id = report?.message.id ?? '';
  if (!report || !(id in THROUGH)) return undefined;
  const args = { ...originArguments(load), call: load.call.written, module: `\`${module}\`` };
  return { ...report, message: say(messages, THROUGH[id] ?? id, args), fixes: elsewhereFixes(load, report.fixes) };
}

/** What is said of a load that a call reaches in another module, by what is said of one that stands in the call's place. */
const THROUGH: Readonly<Record<string, string>> = {
  'turned-off': 'through',
  'pickle-module': 'through',
  'old-default': 'through',
  'default-turned-off': 'through',
  'unknown-default': 'through-unknown'
};

function judge(load: Load, context: Context): Report | undefined {
  const torch = context.version('torch');
  const own = isOwnFile(load.origin);
  const weightsOnly = load.call.arguments.get('weights_only');
  const pickleModule = load.call.arguments.get('pickle_module');
  const choice = chosen(weightsOnly);
  const report = (id: string, severity: Severity, place: Place, how?: HowSet): Report => {
    const version = torch?.written ?? '';
    const args = { ...originArguments(load), call: load.call.written, version };
    const fixes = how === undefined ? [] : torchLoadFixes(load, how, torch);
    if (severity === 'information') return { severity, message: say(messages, id, args), place, fixes };
    if (load.checked) return { severity: 'information', message: say(messages, 'checked', args), place, fixes };
    return { severity, message: say(messages, id, args), place, fixes: [...fixes, ...checksumFixes(load, context)] };
  };
  if (pickleModule && !isNone(pickleModule)) {
    const place = argumentPlace(load.call, 'pickle_module');
    return report('pickle-module', own ? 'warning' : 'error', place, load.call.open ? undefined : 'fix-drop');
  }
  if (isAtLeast(torch, '2.13') === 'yes' && /\.safetensors$/.test(load.subject ?? '')) return undefined;
  if (choice !== 'on' && isWeightsOnlyForced(context)) {
    const at = weightsOnly ? argumentPlace(load.call, 'weights_only') : load.call.calleePlace;
    const how = weightsOnly ? 'fix-change' : 'fix-add-review';
    return report('forced', 'information', at, load.call.open ? undefined : how);
  }
  switch (choice) {
    case 'off':
      return report('turned-off', own ? 'warning' : 'error', argumentPlace(load.call, 'weights_only'), 'fix-change');
    case 'on':
      if (isAtLeast(torch, '2.10') !== 'no') return undefined;
      return report('old-weights-only', own ? 'information' : 'warning', argumentPlace(load.call, 'weights_only'));
    case 'unknown':
      return report('known-at-run-time', 'information', argumentPlace(load.call, 'weights_only'));
  }
  const place = load.call.calleePlace;
  if (load.call.open) return report('maybe-passed', 'information', place);
  if (isWeightsOnlyOff(context) && isAtLeast(torch, '2.6') !== 'no')
    return report('default-turned-off', own ? 'warning' : 'error', place, 'fix-add-review');
  switch (isAtLeast(torch, '2.6')) {
    case 'yes':
      // The same behaviour written out, unless an environment variable turns the default off.
      return report('new-default', 'information', place, 'fix-add');
    case 'no':
      return report('old-default', own ? 'warning' : 'error', place, 'fix-add-review');
    case 'unknown':
      return report('unknown-default', own ? 'information' : 'warning', place, 'fix-add-review');
  }
}

/** What the call says of `weights_only`; None is the same as nothing. */
function chosen(argument: Argument | undefined): 'on' | 'off' | 'default' | 'unknown' {
  if (!argument || isNone(argument)) return 'default';
  // A caller that turns it off, or a default that does, is enough.
  if (mayBe(argument.value, false)) return 'off';
  if (argument.value.kind !== 'literal') return 'unknown';
  return argument.value.value ? 'on' : 'off';
}

function isNone(argument: Argument): boolean {
  return argument.value.kind === 'literal' && argument.value.value === null;
}
