import type { Fetch, HubRef } from '@loadlight/facts/fact';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { argumentPlace } from './argument-place.js';
import { PIN_MESSAGES, pinFixes } from './pin-fixes.js';
import { hubArgumentPlace } from './hub-argument.js';
import { isHubRepository, isToldHere, pinOf, repositoriesOf } from './repository.js';
import type { Report, Rule } from './rule.js';

const messages: MessageTemplates = {
  none: '`{repository}` can change under you: no revision is pinned. Pass `revision` with the 40-character commit that you tested.',
  several:
    'This can be {count} repositories, `{repository}` among them, and each can change under you: no revision is pinned. Keep a 40-character commit beside each name, and pass it as `revision`.',
  'none-in-name':
    '`{repository}` can change under you: no revision is pinned. Write `@` and the 40-character commit that you tested behind its name.',
  'none-in-dictionary':
    '`{repository}` can change under you: no revision is pinned. Pass `revision` in `model_kwargs`, with the 40-character commit that you tested.',
  moving:
    '`{repository}` can change under you: `{revision}` is a branch or a tag, which can move. Pass the 40-character commit instead.',
  'through-none':
    '`{call}` loads `{repository}` in {module} with no revision pinned, so it can change under you. Let it hand `revision` on, and pass the 40-character commit that you tested.',
  'through-moving':
    '`{call}` loads `{repository}` in {module} at `{revision}`, a branch or a tag, which can move. Pass the 40-character commit instead.',
  command:
    '`{repository}` can change under you: this downloads whatever it holds today. Add `--revision` with the 40-character commit that you tested.',
  clone:
    '`{repository}` can change under you: this clones whatever it holds today. Check out the 40-character commit that you tested in the line below.',
  ...PIN_MESSAGES
};

const NONE = { revision: 'none', name: 'none-in-name', dictionary: 'none-in-dictionary' } as const;

/** LL202: better practice, so information; one report a repository is enough. */
export const unpinnedHubRevision: Rule<'model-ref' | 'dataset-ref' | 'fetch'> = {
  meta: {
    id: 'LL202',
    name: 'unpinned-hub-revision',
    summary: 'a hub model or data set without a pinned commit',
    severity: 'information',
    equivalents: ['B615', 'S615'],
    cwe: [494],
    messages,
    references: [
      'https://huggingface.co/docs/transformers/main_classes/model',
      'https://huggingface.co/docs/huggingface_hub/guides/download#download-from-a-specific-version'
    ]
  },
  reads: ['model-ref', 'dataset-ref', 'fetch'],
  check(reference, context) {
    if (reference.kind === 'fetch') return ofCommand(reference);
    if (reference.hub !== 'hugging-face' || reference.pinnedBy === 'nothing') return [];
    const [repository, ...others] = repositoriesOf(reference);
    if (repository === undefined || !reference.named || !isHubRepository(reference)) return [];
    if (!isToldHere(reference, 'repository', 'revision')) return [];
    if (isSavedHere(reference, repository)) return [];
    const pin = pinOf(reference);
    if (pin === 'pinned' || pin === 'unknown') return [];
    const revision = reference.revision?.kind === 'literal' ? String(reference.revision.value) : '';
    if (reference.through !== undefined) {
      const { call, through } = reference;
      const args = { call: call.written, repository, revision, module: `\`${through}\`` };
      const message = say(messages, `through-${pin}`, args);
      const subject = [repository, ...others].join(' ');
      return [{ severity: 'information', message, place: call.calleePlace, fixes: [], subject }];
    }
    return [
      {
        severity: 'information',
        message:
          pin === 'none' && others.length > 0
            ? say(messages, 'several', { count: others.length + 1, repository })
            : say(messages, pin === 'none' ? NONE[reference.pinnedBy] : pin, { repository, revision }),
        place:
          pin === 'moving' && reference.pinnedBy !== 'name'
            ? hubArgumentPlace(reference, 'revision')
            : argumentPlace(reference.call, repositoryParameter(reference)),
        fixes: others.length > 0 ? [] : pinFixes(reference, context),
        subject: [repository, ...others].join(' ')
      }
    ];
  }
};

/** `model.save_pretrained("out")`: the name is a folder that the program writes, though what is in it came from a hub. */
function isSavedHere({ origin }: HubRef, repository: string): boolean {
  return origin.kind === 'hub' && origin.repository !== repository;
}

/** A shell line; what Python calls is a reference. */
function ofCommand({ origin, call, tool, revision, place, through, runsCode }: Fetch): Report[] {
  // Where code runs, the rule on that says it.
  if (runsCode || call !== undefined || through !== undefined || origin.kind !== 'hub' || origin.pinned) return [];
  const { repository } = origin;
  if (repository === undefined || !/^[\w.-]+(?:\/[\w.-]+)?$/.test(repository)) return [];
  const id = revision !== undefined ? 'moving' : tool.startsWith('git') ? 'clone' : 'command';
  const message = say(messages, id, { repository, revision: revision ?? '' });
  return [{ severity: 'information', message, place, fixes: [], subject: repository }];
}

/** The parameter that names the repository: the one with the same value. */
function repositoryParameter(reference: HubRef): string {
  const names = repositoriesOf(reference).join(' ');
  for (const [name, { value }] of reference.call.arguments) {
    if (reference.pinnedBy === 'name' && value.kind === 'literal' && String(value.value).includes(names)) return name;
    if (repositoriesOf({ ...reference, repository: value }).join(' ') === names) return name;
  }
  return '';
}
