import type { Fetch, HubRef } from '@loadlight/facts/fact';
import type { Fix, FixKind } from '@loadlight/facts/fix';
import type { Severity } from '@loadlight/facts/finding';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { mayBe } from '@loadlight/facts/value';
import { isAtLeast } from '@loadlight/facts/version-range';
import { passArgument, whereAllowed } from './argument-fix.js';
import { dictionaryFixes, ELSEWHERE_MESSAGES } from './elsewhere-fixes.js';
import { dropHubArgument, hubArgument, hubArgumentPlace } from './hub-argument.js';
import { PIN_MESSAGES, pinFixes } from './pin-fixes.js';
import { isHubRepository, isToldHere, pinOf, repositoryOf } from './repository.js';
import type { Context, Report, Rule } from './rule.js';

const messages: MessageTemplates = {
  'moving-repository':
    'Python files of `{repository}` run here, and they can change under you. Drop `trust_remote_code`, or pin `revision` to a commit you have read.',
  through:
    'Python files of `{repository}` run here, as {module} loads it, and they can change under you. Load it without `trust_remote_code`, or at a commit that you have read.',
  'unknown-repository':
    'Python files of whatever repository is named here run on your machine. Drop `trust_remote_code` unless the model needs it.',
  'known-at-run-time':
    'Whether Python files of the repository that is named here run is decided at run time by `trust_remote_code`. Drop it where you can.',
  'pinned-repository':
    'Python files of `{repository}` run here, at the pinned commit. Drop `trust_remote_code` if the model does not need it.',
  'moving-code':
    'Python files run here at `code_revision`, which is a branch or a tag and can move. Pin it to a commit you have read, as `revision` is.',
  'by-default':
    '`{call}` runs Python files of `{repository}` unless it is told not to, and they can change under you. Pass `trust_remote_code=False`.',
  'own-folder':
    'Python files of the folder `{repository}` run here. Drop `trust_remote_code` if the model does not need it.',
  'custom-pipeline':
    'The pipeline code of `{pipeline}` runs here, and it can change under you. Use a pipeline class of diffusers, or keep a copy that you have read.',
  'community-pipeline':
    'The community pipeline `{pipeline}` is fetched from a moving branch and runs here. Use a pipeline class of diffusers, or keep a copy that you have read.',
  'own-pipeline': 'The pipeline code in `{pipeline}` runs here. Load it only if you have read it.',
  'pinned-pipeline': 'The pipeline code of `{pipeline}` runs here, at the pinned commit.',
  'moving-command':
    'Python files of `{repository}` run here, and they can change under you. Leave `--trust-remote-code` out, or add `--revision` with a commit that you have read.',
  'unknown-command':
    'Python files of whatever repository is named here run on your machine. Leave `--trust-remote-code` out unless the model needs it.',
  'pinned-command':
    'Python files of `{repository}` run here, at the pinned commit. Leave `--trust-remote-code` out if the model does not need it.',
  ignored: 'datasets {version} no longer runs repository code and ignores `trust_remote_code`. Drop it.',
  'fix-drop': 'Drop trust_remote_code',
  'fix-refuse': 'Pass trust_remote_code=False (loading fails if the repository needs its own code)',
  'fix-drop-review': 'Drop trust_remote_code (loading fails if the repository needs its own code)',
  ...PIN_MESSAGES,
  ...ELSEWHERE_MESSAGES
};

/** Arguments that can turn remote code on: itself, and those that hold dictionaries with it. */
const TRUST_ARGUMENTS = ['trust_remote_code', 'model_kwargs', 'config_kwargs', 'processor_kwargs', 'tokenizer_kwargs'];

/** LL201: code from a hub repository runs on loading. */
export const trustsRemoteCode: Rule<'model-ref' | 'dataset-ref' | 'fetch'> = {
  meta: {
    id: 'LL201',
    name: 'trusts-remote-code',
    summary: 'trust_remote_code=True, which runs Python files of the repository',
    severity: 'error',
    equivalents: [],
    cwe: [94, 829],
    messages,
    references: [
      'https://huggingface.co/docs/transformers/models#custom-models',
      'https://huggingface.co/docs/transformers/main_classes/model',
      'https://github.com/huggingface/datasets/releases/tag/4.0.0'
    ]
  },
  reads: ['model-ref', 'dataset-ref', 'fetch'],
  check(reference, context) {
    if (reference.kind === 'fetch') return reference.runsCode ? ofCommand(reference) : [];
    const pipeline = customPipeline(reference);
    if (pipeline) return isToldHere(reference, 'custom_pipeline', 'custom_revision') ? [pipeline] : [];
    const trust = reference.trustRemoteCode;
    if (reference.hub !== 'hugging-face' || !mayBe(trust, true)) return [];
    const isNamedHere = isToldHere(reference, 'repository', 'revision');
    if (hubArgument(reference, 'trust_remote_code') === undefined) return isNamedHere ? byDefault(reference) : [];
    const report = { ...judge(reference, context), place: hubArgumentPlace(reference, 'trust_remote_code') };
    // What is no worse than the module alone is said there.
    const isWorse = report.severity === 'error' && isNamedHere;
    return isWorse || isToldHere(reference, ...TRUST_ARGUMENTS) ? [report] : [];
  }
};

/** A shell line. */
function ofCommand({ origin, place }: Fetch): Report[] {
  const repository = origin.kind === 'hub' ? origin.repository : undefined;
  const isPinned = origin.kind === 'hub' && origin.pinned;
  const isKnown = repository !== undefined && /^[\w.-]+(?:\/[\w.-]+)?$/.test(repository);
  const [id, severity]: [string, Severity] = isPinned
    ? ['pinned-command', 'information']
    : isKnown
      ? ['moving-command', 'error']
      : ['unknown-command', 'warning'];
  return [{ severity, message: say(messages, id, { repository: repository ?? '' }), place, fixes: [] }];
}

/** The library trusts code where it is not told; told only of what is another's for certain. */
function byDefault(reference: HubRef): Report[] {
  const { call, trustRemoteCode, through } = reference;
  const { id } = weigh(reference);
  if (trustRemoteCode?.kind !== 'literal' || id !== 'moving-repository') return [];
  const message = say(messages, 'by-default', { call: call.written, repository: repositoryOf(reference) ?? '' });
  const refuse = passArgument(call, 'trust_remote_code', false, say(messages, 'fix-refuse'));
  return [{ severity: 'warning', message, place: call.calleePlace, fixes: through === undefined ? refuse : [] }];
}

function judge(reference: HubRef, context: Context): Omit<Report, 'place'> {
  const drop = (title: string, kind: FixKind): readonly Fix[] =>
    dropHubArgument(reference, 'trust_remote_code', say(messages, title), kind);
  const datasets = reference.kind === 'dataset-ref' ? context.version('datasets') : undefined;
  if (datasets && isAtLeast(datasets, '4.0') === 'yes') {
    const message = say(messages, 'ignored', { version: datasets.written });
    return { severity: 'information', message, fixes: reference.through === undefined ? drop('fix-drop', 'safe') : [] };
  }
  const { id, severity } = weigh(reference);
  const repository = repositoryOf(reference) ?? '';
  if (reference.through !== undefined) {
    const isMoving = id === 'moving-repository';
    const message = say(messages, isMoving ? 'through' : id, { repository, module: `\`${reference.through}\`` });
    return { severity, message, fixes: [] };
  }
  const message = say(messages, id, { repository });
  const refuse = passArgument(reference.call, 'trust_remote_code', false, say(messages, 'fix-refuse'));
  // A name that comes from elsewhere stands for models that need their code, too.
  const isNamed = repositoryOf(reference) !== undefined;
  const shared = dictionaryFixes(reference.call, 'trust_remote_code', undefined, say(messages, 'fix-drop-review'));
  const dropped = [...(shared.length > 0 ? refuse : drop('fix-drop-review', 'review')), ...shared];
  const unneeded = isNamed ? whereAllowed(dropped, reference.call, 'needs-no-code') : [];
  const without = reference.trustsByDefault ? refuse : unneeded;
  const pins = id === 'moving-repository' ? pinFixes(reference, context) : [];
  return { severity, message, fixes: [...without, ...pins] };
}

/**
 * `custom_pipeline` of diffusers runs pipeline.py of a repository, or a file of diffusers' community examples; it says more than
 * the `trust_remote_code` beside it, which newer versions ask for.
 */
function customPipeline(reference: HubRef): Report | undefined {
  const value = reference.call.arguments.get('custom_pipeline')?.value;
  if (value?.kind !== 'literal' || typeof value.value !== 'string' || !reference.call.callee.startsWith('diffusers.'))
    return undefined;
  const pipeline = value.value;
  const revision = reference.call.arguments.get('custom_revision')?.value;
  const isPinned = revision?.kind === 'literal' && /^[0-9a-f]{40}$/i.test(String(revision.value));
  const isOwn = /^[./~]|\.py$/.test(pipeline);
  const [id, severity]: [string, Severity] = isOwn
    ? ['own-pipeline', 'information']
    : isPinned
      ? ['pinned-pipeline', 'information']
      : pipeline.includes('/')
        ? ['custom-pipeline', 'error']
        : ['community-pipeline', 'warning'];
  const place = hubArgumentPlace(reference, 'custom_pipeline');
  return { severity, message: say(messages, id, { pipeline }), place, fixes: [] };
}

/** The code is taken from a branch or a tag, whatever the weights are pinned to (`dynamic_module_utils.py`). */
function isCodeMoving(reference: HubRef): boolean {
  const revision = hubArgument(reference, 'code_revision');
  return revision?.kind === 'literal' && typeof revision.value === 'string' && !/^[0-9a-f]{40}$/i.test(revision.value);
}

function weigh(reference: HubRef): { id: string; severity: Severity } {
  const { origin, trustRemoteCode } = reference;
  const local = origin.kind === 'file' || origin.kind === 'written-here';
  if (repositoryOf(reference) === undefined) {
    const isCertain = trustRemoteCode?.kind !== 'any';
    return isCertain
      ? { id: 'unknown-repository', severity: 'warning' }
      : { id: 'known-at-run-time', severity: 'information' };
  }
  if (local || !isHubRepository(reference)) return { id: 'own-folder', severity: 'information' };
  if (pinOf(reference) === 'pinned')
    return isCodeMoving(reference)
      ? { id: 'moving-code', severity: 'error' }
      : { id: 'pinned-repository', severity: 'information' };
  return { id: 'moving-repository', severity: pinOf(reference) === 'unknown' ? 'warning' : 'error' };
}
