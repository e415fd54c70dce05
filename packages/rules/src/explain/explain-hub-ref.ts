import type { Explanation } from '@loadlight/facts/explanation';
import type { HubRef } from '@loadlight/facts/fact';
import type { Message } from '@loadlight/facts/message';
import type { Value } from '@loadlight/facts/value';
import { isHubRepository, pinOf, repositoryOf } from '../repository.js';
import { hoverWords } from './explanation-wording.js';
import { headline } from './headline.js';

/** What a model or data set reference can run, from where, and how firmly it is pinned. */
export function explainHubRef(reference: HubRef): Pick<Explanation, 'headline' | 'rows'> {
  const rows: Explanation['rows'][number][] = [];
  const trust = reference.trustRemoteCode;
  const isTorchHub = reference.hub === 'torch-hub';
  rows.push({ label: hoverWords('can-run'), text: isTorchHub ? hoverWords('hubconf') : canRun(trust) });
  const name = repositoryOf(reference);
  if (name !== undefined)
    rows.push({
      label: hoverWords('from'),
      text: isHubRepository(reference) ? hoverWords(isTorchHub ? 'github' : 'hub', { repository: name }) : name
    });
  const pin = pinOf(reference);
  if (name !== undefined && isHubRepository(reference) && pin !== 'unknown') {
    rows.push({ label: hoverWords('revision'), text: hoverWords(pin === 'none' ? 'not-pinned' : pin) });
  }
  return { headline: headline(reference.call, isTorchHub ? ['trust_repo'] : ['trust_remote_code', 'revision']), rows };
}

function canRun(trust: Value | undefined): Message {
  if (trust && trust.kind !== 'literal') return hoverWords('repository-code-at-run-time');
  return hoverWords(trust?.value ? 'repository-code' : 'no-repository-code');
}
