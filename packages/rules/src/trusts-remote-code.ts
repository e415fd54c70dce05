import type { HubRef } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import type { Severity } from '@loadlight/facts/finding';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { mayBe } from '@loadlight/facts/value';
import { isAtLeast } from '@loadlight/facts/version-range';
import { argumentPlace } from './argument-place.js';
import { isHubRepository, pinOf, repositoryOf } from './repository.js';
import type { Context, Report, Rule } from './rule.js';

const messages: MessageTemplates = {
  'moving-repository':
    'Python files of `{repository}` run here, and they can change under you. Drop `trust_remote_code`, or pin `revision` to a commit you have read.',
  'unknown-repository':
    'Python files of whatever repository is named here run on your machine. Drop `trust_remote_code` unless the model needs it.',
  'pinned-repository':
    'Python files of `{repository}` run here, at the pinned commit. Drop `trust_remote_code` if the model does not need it.',
  'own-folder':
    'Python files of the folder `{repository}` run here. Drop `trust_remote_code` if the model does not need it.',
  ignored: 'datasets {version} no longer runs repository code and ignores `trust_remote_code`. Drop it.',
  'fix-drop': 'Drop trust_remote_code',
  'fix-drop-review': 'Drop trust_remote_code (loading fails if the repository needs its own code)'
};

/** LL201: code from a hub repository runs on loading. */
export const trustsRemoteCode: Rule<'model-ref' | 'dataset-ref'> = {
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
  reads: ['model-ref', 'dataset-ref'],
  check(reference, context) {
    const trust = reference.trustRemoteCode;
    if (!mayBe(trust, true)) return [];
    const place = argumentPlace(reference.call, 'trust_remote_code');
    return [{ ...judge(reference, context), place }];
  }
};

function judge(reference: HubRef, context: Context): Omit<Report, 'place'> {
  const drop = (title: string, kind: Fix['kind']): Fix[] => [
    {
      title: say(messages, title),
      kind,
      intents: [{ kind: 'removeArgument', call: reference.call.place, name: 'trust_remote_code' }]
    }
  ];
  const datasets = reference.kind === 'dataset-ref' ? context.version('datasets') : undefined;
  if (datasets && isAtLeast(datasets, '4.0') === 'yes') {
    const message = say(messages, 'ignored', { version: datasets.written });
    return { severity: 'information', message, fixes: drop('fix-drop', 'safe') };
  }
  const { id, severity } = weigh(reference);
  const message = say(messages, id, { repository: repositoryOf(reference) ?? '' });
  return { severity, message, fixes: drop('fix-drop-review', 'review') };
}

function weigh(reference: HubRef): { id: string; severity: Severity } {
  const { origin } = reference;
  const local = origin.kind === 'file' || origin.kind === 'written-here';
  if (repositoryOf(reference) === undefined) return { id: 'unknown-repository', severity: 'warning' };
  if (local || !isHubRepository(reference)) return { id: 'own-folder', severity: 'information' };
  if (pinOf(reference) === 'pinned') return { id: 'pinned-repository', severity: 'information' };
  return { id: 'moving-repository', severity: pinOf(reference) === 'unknown' ? 'warning' : 'error' };
}
