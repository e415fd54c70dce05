/** Text of a word whose parts are not all known: each unknown stretch is this one character. */
export const UNKNOWN_TEXT = '…';

interface EffectBase {
  /** Where the command stands in the script, 0-based UTF-16. */
  readonly start: number;
  readonly end: number;
  /** It may not run. */
  readonly conditional: boolean;
}

/** What is brought from outside. */
export interface Download {
  /** `wget`, `git clone`. */
  readonly tool: string;
  /** The address; the name of a repository where `hub` says which kind. */
  readonly url: string;
  readonly hub: 'model' | 'dataset' | 'space' | undefined;
  readonly revision: string | undefined;
  /** A checksum is given to the program itself. */
  readonly checksum: boolean;
  /** False where certificates are not checked. */
  readonly tls: boolean;
  /** Python files of the repository are run, as the command says itself. */
  readonly runsCode: boolean;
}

/** What a command does with files. Paths are as the script names them, seen from the folder where it starts. */
export type Effect =
  /** `path` is undefined where nothing is left on disk, or its name cannot be known; `folder`: what is below it too. */
  | (EffectBase & {
      readonly kind: 'download';
      readonly download: Download;
      readonly path: string | undefined;
      readonly folder: boolean;
    })
  /** `to` holds what `from` held; a folder's files with it, or `from` itself where `to` is a folder. */
  | (EffectBase & { readonly kind: 'copy'; readonly from: string; readonly to: string })
  /** The archive's files are below `folder`; of the folder it was started in only those named like the archive. */
  | (EffectBase & { readonly kind: 'unpack'; readonly archive: string; readonly folder: string })
  | (EffectBase & { readonly kind: 'write'; readonly path: string })
  /** What the clone in `folder` holds is now that commit, branch or tag. */
  | (EffectBase & { readonly kind: 'checkout'; readonly folder: string; readonly revision: string })
  /** A checksum of that file is compared; of files that a list names where `path` is undefined. */
  | (EffectBase & { readonly kind: 'verify'; readonly path: string | undefined });
