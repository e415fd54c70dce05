import type { Explanation } from '@loadlight/facts/explanation';
import type { HubRef } from '@loadlight/facts/fact';
import type { Value } from '@loadlight/facts/value';
import { isHubRepository, pinOf, repositoryOf } from '../repository.js';
import { headline } from './headline.js';

/** What a model or data set reference can run, from where, and how firmly it is pinned. */
export function explainHubRef(reference: HubRef): Pick<Explanation, 'headline' | 'rows'> {
  const rows: Explanation['rows'][number][] = [];
  const trust = reference.trustRemoteCode;
  rows.push({ label: 'Can run', text: canRun(trust) });
  const name = repositoryOf(reference);
  if (name !== undefined)
    rows.push({ label: 'From', text: isHubRepository(reference) ? `hub repository ${name}` : name });
  const pin = pinOf(reference);
  if (name !== undefined && isHubRepository(reference) && pin !== 'unknown') {
    const text =
      pin === 'pinned' ? 'pinned to a commit' : pin === 'moving' ? 'a branch or tag, which can move' : 'not pinned';
    rows.push({ label: 'Revision', text });
  }
  return { headline: headline(reference.call, ['trust_remote_code', 'revision']), rows };
}

function canRun(trust: Value | undefined): string {
  if (trust && trust.kind !== 'literal')
    return 'Python files of the repository, where trust_remote_code turns out true';
  return trust?.value ? 'Python files of the repository' : 'no code of the repository';
}
