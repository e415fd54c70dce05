import type { Draft } from '../facts/draft.js';
import type { Site } from '../unit.js';

/** A call that installs packages, said at the call. */
export function installDraft(command: string, site: Site): Draft {
  return publishing => ({
    kind: 'install',
    command,
    place: publishing.place(site),
    evidence: [],
    sureness: 'certain'
  });
}
