import type { Arm, Scope } from '../scope.js';
import type { Site } from '../unit.js';
import type { Source } from '../origin.js';

interface EventBase {
  /** Where the program does it. */
  readonly site: Site;
  /** The function around it; undefined at module level. */
  readonly scope: Scope | undefined;
  /** Where a module does it, which the program imports at `site`. */
  readonly inModule?: Site;
}

/** What the program does to files, or to the folder that paths are seen from. */
export type FileEvent =
  | (EventBase & {
      readonly kind: 'holds';
      /** A path, or a key (see `filePath`); with `folder` what is below it too. */
      readonly path: string;
      readonly folder: boolean;
      /** The key speaks of names of the function only. */
      readonly local: boolean;
      /** What it then holds, the first that is known counts for each; of several the least trusted. */
      readonly sources: readonly Source[];
      /** It may not happen: then what was there before may still be there. */
      readonly conditional: boolean;
    })
  /** Paths are seen from there from now on; undefined where that is not known. */
  | (EventBase & { readonly kind: 'folder'; readonly path: string | undefined })
  /** Files come into the folder under names that whoever sends them gives them. */
  | (EventBase & { readonly kind: 'arrives'; readonly by: string })
  /** The clone in that folder holds that commit, branch or tag. */
  | (EventBase & { readonly kind: 'checkout'; readonly folder: string; readonly revision: string })
  /**
   * A checksum of the file is compared; of files of a list where the path is undefined. `stops`: with one that stands there, and
   * nothing goes on where it is another; what may be skipped around that.
   */
  | (EventBase & { readonly kind: 'verify'; readonly path: string | undefined; readonly stops?: readonly Arm[] })
  /** The function with that stretch is given an upload as that parameter. */
  | (EventBase & { readonly kind: 'upload'; readonly parameter: string; readonly within: Site; readonly by: string });

/** Where in the program something stands, and in which function. */
export interface FilePoint {
  readonly site: Site;
  readonly scope: Scope | undefined;
}

/** The function that the scope belongs to; undefined at module level. */
export function functionOf(scope: Scope): Scope | undefined {
  let at: Scope | undefined = scope;
  while (at && at.kind !== 'function') at = at.parent;
  return at;
}
