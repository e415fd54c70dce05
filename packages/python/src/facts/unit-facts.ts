import { certificateDrafts } from '../flow/certificates.js';
import { environmentDrafts } from '../flow/environment.js';
import type { FileEvent } from '../flow/file-event.js';
import { namedChecksums } from '../flow/named-checksums.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import type { Unit } from '../unit.js';
import { SeenCall } from './call-facts.js';
import { credentialUses } from './credential-uses.js';
import type { Draft, UnitFacts } from './draft.js';
import { replacedLoaders } from './replaced-loaders.js';
import { suppressionDrafts } from './suppressions.js';

/** Everything that the unit's calls and comments say. */
export function factsOfUnit(unit: Unit, resolver: Resolver): UnitFacts {
  const names = namesOf(unit);
  const drafts: Draft[] = [...suppressionDrafts(unit, names.comments)];
  const files: FileEvent[] = [];
  const reads = new Set<string>();
  for (const call of names.calls) {
    const seen = new SeenCall(unit, call, resolver);
    for (const name of seen.reads()) reads.add(name);
    drafts.push(...seen.drafts);
    files.push(...seen.files);
  }
  files.push(...namedChecksums(unit, resolver, reads));
  drafts.push(...environmentDrafts(unit, resolver, reads));
  drafts.push(...certificateDrafts(unit, resolver, reads));
  drafts.push(...replacedLoaders(unit, resolver, reads));
  drafts.push(...credentialUses(unit, resolver, reads));
  return { drafts, files, reads };
}
