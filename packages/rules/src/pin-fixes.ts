import type { Call, HubRef } from '@loadlight/facts/fact';
import type { Fix, NewValue } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { passArgument } from './argument-fix.js';
import { literalInQuotes } from './literal-argument.js';
import { repositoryOf } from './repository.js';
import type { Context } from './rule.js';

/** Titles of the fixes below, for every rule that offers them. */
export const PIN_MESSAGES: MessageTemplates = {
  'fix-pin': 'Pin to the commit in your cache, {short} (the hub may have a newer one)',
  'fix-pin-asked': 'Pin to a commit …'
};

/** Pinning a reference to the commit that the user's own cache has, and to one that they type. */
export function pinFixes(reference: HubRef, context: Context): readonly Fix[] {
  const { kind, call, revision, through } = reference;
  const repository = repositoryOf(reference);
  if (repository === undefined || through !== undefined) return [];
  const asked = (before: string): NewValue => ({ kind: 'asked', what: 'commit', before });
  const title = say(PIN_MESSAGES, 'fix-pin-asked');
  if (reference.hub === 'torch-hub')
    return behindName(call, repository, ':', asked(`${repository.split(':')[0] ?? ''}:`));
  if (reference.pinnedBy === 'name')
    return behindName(call, repository, '@', asked(`${repository.split('@')[0] ?? ''}@`));
  if (reference.pinnedBy !== 'revision') return [];
  const branch = revision?.kind === 'literal' && typeof revision.value === 'string' ? revision.value : 'main';
  const commit = context.commit(kind === 'dataset-ref' ? 'dataset' : 'model', repository, branch);
  const cached =
    commit === undefined
      ? []
      : passArgument(call, 'revision', commit, say(PIN_MESSAGES, 'fix-pin', { short: commit.slice(0, 8) }));
  return [...cached, ...passArgument(call, 'revision', asked(''), title)];
}

/** The commit stands behind the name, where that is written out in the call. */
function behindName(call: Call, repository: string, mark: string, value: NewValue): readonly Fix[] {
  const place = [...call.arguments.keys()]
    .map(name => literalInQuotes(call, name, text => text === repository || text.startsWith(repository + mark)))
    .find(found => found !== undefined);
  if (!place) return [];
  const title = say(PIN_MESSAGES, 'fix-pin-asked');
  return [{ title, kind: 'review', intents: [{ kind: 'replaceLiteral', place, value }] }];
}
