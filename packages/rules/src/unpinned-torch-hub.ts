import type { HubRef } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { mayBe } from '@loadlight/facts/value';
import { argumentPlace } from './argument-place.js';
import { dropHubArgument } from './hub-argument.js';
import { PIN_MESSAGES, pinFixes } from './pin-fixes.js';
import { isToldHere, pinOf, repositoryOf } from './repository.js';
import type { Rule } from './rule.js';

/** Owners whose repositories torch.hub runs without asking (`_TRUSTED_REPO_OWNERS` in torch/hub.py). */
const TRUSTED_BY_TORCH: ReadonlySet<string> = new Set([
  'facebookresearch',
  'facebookincubator',
  'pytorch',
  'fairinternal'
]);

const PIN = 'Write `:` and the commit that you have read behind its name.';

const messages: MessageTemplates = {
  'runs-unasked': `\`hubconf.py\` of \`{repository}\` runs here without a question, and it can change under you. ${PIN}`,
  runs: `\`hubconf.py\` of \`{repository}\` runs here, and it can change under you. ${PIN}`,
  'unknown-repository':
    '`hubconf.py` of whatever repository is named here runs on your machine without a question. Name it, with the commit that you have read.',
  'named-at-run-time': '`hubconf.py` of whatever repository is named here runs on your machine.',
  through:
    '`{call}` runs `hubconf.py` of `{repository}` in {module}, and it can change under you. Write `:` and the commit that you have read behind its name.',
  'fix-ask': 'Drop trust_repo=True (newer versions of torch then ask before a repository runs for the first time)',
  ...PIN_MESSAGES
};

/** LL203: `torch.hub.load`, `list` and `help` import hubconf.py of a GitHub repository. */
export const unpinnedTorchHub: Rule<'model-ref' | 'dataset-ref'> = {
  meta: {
    id: 'LL203',
    name: 'unpinned-torch-hub',
    summary: 'torch.hub.load of a repository without a pinned commit, whose hubconf.py runs',
    severity: 'error',
    equivalents: [],
    cwe: [494, 829],
    messages,
    references: ['https://docs.pytorch.org/docs/stable/hub.html']
  },
  reads: ['model-ref', 'dataset-ref'],
  check(reference, context) {
    if (reference.hub !== 'torch-hub' || isOwn(reference) || pinOf(reference) === 'pinned') return [];
    if (!isToldHere(reference, 'repository', 'trust_repo')) return [];
    const unasked = mayBe(reference.call.arguments.get('trust_repo')?.value, true);
    const { id, severity } = weigh(reference, unasked);
    const repository = repositoryOf(reference) ?? '';
    const { through, call } = reference;
    if (through !== undefined && repository) {
      const message = say(messages, 'through', { call: call.written, repository, module: `\`${through}\`` });
      return [{ severity, message, place: call.calleePlace, fixes: [], subject: repository }];
    }
    return [
      {
        severity,
        message: say(messages, id, { repository }),
        place: unasked ? argumentPlace(reference.call, 'trust_repo') : repositoryPlace(reference),
        fixes: [
          ...pinFixes(reference, context),
          // Of owners that torch trusts it never asks.
          ...(unasked && id !== 'runs' && through === undefined
            ? dropHubArgument(reference, 'trust_repo', say(messages, 'fix-ask'), 'review')
            : [])
        ],
        ...(repository && { subject: repository })
      }
    ];
  }
};

function weigh(reference: HubRef, unasked: boolean): { id: string; severity: Severity } {
  const repository = repositoryOf(reference);
  if (repository === undefined)
    return unasked
      ? { id: 'unknown-repository', severity: 'warning' }
      : { id: 'named-at-run-time', severity: 'information' };
  if (TRUSTED_BY_TORCH.has(repository.split('/', 1)[0] ?? '')) return { id: 'runs', severity: 'information' };
  return unasked ? { id: 'runs-unasked', severity: 'error' } : { id: 'runs', severity: 'warning' };
}

function isOwn({ origin }: HubRef): boolean {
  return origin.kind === 'file' || origin.kind === 'written-here';
}

function repositoryPlace({ call }: HubRef): ReturnType<typeof argumentPlace> {
  return argumentPlace(call, call.arguments.has('repo_or_dir') ? 'repo_or_dir' : 'github');
}
