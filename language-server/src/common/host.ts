import type { ChecksumPort, FilesPort, PartsPort } from '@loadlight/engine/ports';
import type { InitializationOptions } from '@loadlight/protocol/initialization';

/** What differs between the places a server runs in. */
export interface Host {
  /** For the log: `node 20.20.2`, `worker`. */
  readonly name: string;
  /** The host's own files, for a client that serves none. */
  files(): FilesPort;
  /** How checksums of files are worked out here; undefined where they cannot be. */
  readonly checksums: ChecksumPort | undefined;
  /** URI of the user's cache of the Hugging Face hub, where the host can read it. */
  readonly hubCache?: string;
  /** Address of the rule pages that the host has itself, with `{rule}` in it; for a client that shows none. */
  readonly rulePages?: string;
  /** URI of the Python environment that is active where the server runs. */
  readonly environment?: string;
  parts(options: InitializationOptions): PartsPort;
}
