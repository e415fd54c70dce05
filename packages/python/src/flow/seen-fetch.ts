import type { Call, Evidence, Fetch, Sureness } from '@loadlight/facts/fact';
import type { Draft, Publishing } from '../facts/draft.js';
import type { Source } from '../origin.js';
import { isCommit } from './address.js';
import type { FilePoint } from './file-event.js';
import { normalise } from './file-path.js';

/** A download as its own line says it, before it is known what becomes of it. */
export interface SeenFetch {
  readonly tool: string;
  readonly source: Source;
  readonly revision: string | undefined;
  readonly destination: string | undefined;
  readonly checksum: boolean;
  readonly tls: boolean;
  /** Python files of the repository are run. */
  readonly runsCode?: boolean;
}

/** The fact, with what later lines add: a checksum that is compared, a commit that is checked out. */
export function fetchDraft(
  seen: SeenFetch,
  point: FilePoint,
  call: ((publishing: Publishing) => Call) | undefined,
  evidence: (publishing: Publishing) => Evidence[],
  sureness: Sureness
): Draft {
  return publishing => {
    const { origin } = seen.source;
    // What a program wrote under that name is no repository.
    if (seen.runsCode && isMadeHere(seen.source, point, publishing)) return undefined;
    const later = seen.destination === undefined ? undefined : publishing.checkout(seen.destination, point);
    const revision = later?.kind === 'checkout' ? later.revision : seen.revision;
    const url = origin.kind === 'http' && origin.url !== '' ? origin.url : undefined;
    const verified = [seen.destination, url].some(
      path => path !== undefined && publishing.verified(path, point) !== undefined
    );
    return {
      kind: 'fetch',
      tool: seen.tool,
      origin: fetched(origin, revision),
      revision,
      destination: seen.destination,
      checksum: seen.checksum || verified,
      tls: seen.tls,
      ...(seen.runsCode && { runsCode: true }),
      call: call?.(publishing),
      place: publishing.place(point.site),
      evidence: evidence(publishing),
      sureness
    };
  };
}

function isMadeHere(source: Source, point: FilePoint, publishing: Publishing): boolean {
  if (source.subject === undefined) return false;
  return publishing.file({ ...source, path: { path: normalise(source.subject), local: false } }, point) !== undefined;
}

function fetched(origin: Source['origin'], revision: string | undefined): Fetch['origin'] {
  if (origin.kind === 'hub') return { ...origin, pinned: isCommit(revision) };
  return origin.kind === 'http' ? origin : { kind: 'http', url: '' };
}
