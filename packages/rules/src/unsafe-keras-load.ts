import type { Load } from '@loadlight/facts/fact';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { isAtLeast, type VersionRange } from '@loadlight/facts/version-range';
import { passArgument } from './argument-fix.js';
import { argumentPlace } from './argument-place.js';
import { guardState } from './guard.js';
import { LOAD_MESSAGES, reportLoad, type Told } from './load-report.js';
import { isOwnFile } from './origin-wording.js';
import type { Context, Rule } from './rule.js';

const messages: MessageTemplates = {
  'turned-off':
    'With `safe_mode=False`, `{call}` runs whatever code {file} carries{ending}. Leave it out: models without Lambda layers load.',
  'old-format':
    '`{call}` runs whatever code {file} carries in Lambda layers{ending}: with {package} {version}, HDF5 files are not under `safe_mode`. Save the model as `.keras`, and use Keras 3.12.3 or newer.',
  'old-version':
    'This runs with {package} {version}, and before Keras 3.12.3 a crafted model can run code when `{call}` loads it{ending}. Use Keras 3.12.3 or newer.',
  'unknown-version':
    'Which Keras runs this is not known, and before 3.12.3 a crafted model can run code when `{call}` loads it{ending}. Use Keras 3.12.3 or newer.',
  'builds-from-yaml':
    '`{call}` runs whatever code the YAML names{ending}, and is gone from TensorFlow 2.6 on. Use `model_from_json`.',
  'known-at-run-time':
    'Whether `{call}` runs the code that {file} carries is decided at run time by `safe_mode`. Leave it out where you can.',
  ...LOAD_MESSAGES,
  'fix-change': 'Change to safe_mode=True (loading fails if the model has Lambda layers)'
};

/** LL106: Keras models, whose Lambda layers are Python bytecode. */
export const unsafeKerasLoad: Rule<'load'> = {
  meta: {
    id: 'LL106',
    name: 'unsafe-keras-load',
    summary: 'Keras loading that can run code stored in the model',
    severity: 'error',
    equivalents: [],
    cwe: [502],
    messages,
    references: [
      'https://keras.io/api/models/model_saving_apis/model_saving_and_loading/',
      'https://nvd.nist.gov/vuln/detail/CVE-2025-1550',
      'https://nvd.nist.gov/vuln/detail/CVE-2025-8747',
      'https://nvd.nist.gov/vuln/detail/CVE-2021-37678'
    ]
  },
  reads: ['load'],
  check(load, context) {
    if (load.traits.family !== 'keras') return [];
    const told = judge(load, context);
    if (!told || (load.through !== undefined && told.severity === 'information')) return [];
    return [reportLoad(messages, load, told, context)];
  }
};

function judge(load: Load, context: Context): Told | undefined {
  const { call, loader, origin, subject } = load;
  const own = isOwnFile(origin);
  // Somebody else's for certain; whose an argument is, nobody knows.
  const foreign = origin.kind === 'http' || origin.kind === 'hub' || origin.kind === 'upload';
  const hdf5 = /\.(h5|hdf5)$/i.test(subject ?? '');
  const place = argumentPlace(call, 'safe_mode');
  const state = guardState(load, context);
  if (state === 'off')
    return { id: 'turned-off', place, fixes: passArgument(call, 'safe_mode', true, say(messages, 'fix-change')) };
  if (state === 'at-run-time') return { id: 'known-at-run-time', severity: 'information', place };
  if (/\.safetensors$|\.weights\.h5$/i.test(subject ?? '') || state === 'maybe-passed') return undefined;
  const ofData = load.traits.takesBytes === true;
  if (loader.endsWith('model_from_yaml'))
    return state === 'default-on' ? undefined : { id: 'builds-from-yaml', ofData };
  if (load.traits.guard?.default === 'safe') return undefined;
  const keras = kerasOf(context);
  const args = { package: keras?.package ?? 'Keras', version: keras?.version.written ?? '' };
  switch (keras?.hardened ?? 'unknown') {
    case 'no':
      if (hdf5) return { id: 'old-format', args };
      return { id: 'old-version', severity: own ? 'information' : 'warning', ofData, args };
    case 'unknown':
      return { id: 'unknown-version', severity: foreign ? 'warning' : 'information', ofData };
    default:
      return undefined;
  }
}

/** The Keras that runs, by its own version or by that of a TensorFlow which brings an old one. */
function kerasOf(
  context: Context
): { package: string; version: VersionRange; hardened: 'yes' | 'no' | 'unknown' } | undefined {
  const keras = context.version('keras');
  if (keras?.min ?? keras?.max) return { package: 'Keras', version: keras, hardened: isAtLeast(keras, '3.12.3') };
  const tensorflow = context.version('tensorflow');
  // Keras 3 came with 2.16.
  if (tensorflow && isAtLeast(tensorflow, '2.16') === 'no')
    return { package: 'TensorFlow', version: tensorflow, hardened: 'no' };
  return undefined;
}
