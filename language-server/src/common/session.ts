import type { Engine } from '@loadlight/engine/engine';
import type { Connection, Event } from 'vscode-languageserver';
import type { Analyses } from './analyses.js';
import type { Client } from './client.js';
import type { Documents } from './documents.js';
import type { Log } from './log.js';
import type { NamedCredentials } from './named-credentials.js';
import type { ServedFiles } from './served-files.js';
import type { Translation } from './translation.js';

/** What a feature works with, from `initialize` on. */
export interface Session {
  readonly connection: Connection;
  /** The client is ready for requests and registrations. */
  readonly onInitialized: Event<void>;
  readonly client: Client;
  readonly engine: Engine;
  readonly documents: Documents;
  readonly analyses: Analyses;
  readonly files: ServedFiles;
  readonly log: Log;
  readonly translation: Translation;
  /** What the client was told of and takes out of all files; undefined where it does not. */
  readonly credentials: NamedCredentials | undefined;
  /** Address of a rule's page, with `{rule}` in it. */
  readonly rulePages: string;
}
