import type { ConfiguringIntent, Edit, Fix } from '@loadlight/facts/fix';
import type { Message } from '@loadlight/facts/message';
import type { Configuration } from '@loadlight/policy/configuration';
import type { PythonGrammar } from '@loadlight/python/grammar';
import type { Owned } from './own-packages.js';
import type { SecretScans } from './secret-scans.js';
import type { FetchScripts } from './share/sharing-input.js';
import type { FoundVersion } from './versions.js';
import type { FoundModules, Importing } from './workspace-modules.js';

/** What a document asks of the engine around it. */
export interface DocumentServices {
  readonly grammar: PythonGrammar;
  readonly secrets: SecretScans;
  /** The part that reads scripts of web pages. */
  readonly scripts: FetchScripts;
  /** The modules of the workspace that the document reaches. */
  modules(document: string, importing: Importing): FoundModules;
  /** `own` is what the document itself says of packages. */
  version(document: string, name: string, own: Owned): FoundVersion;
  commit(
    kind: 'model' | 'dataset',
    repository: string,
    revision: string
  ): { commit: string | undefined; pending: Promise<void> | undefined };
  /** The edits of a fix in another document that is open or a module of the workspace; undefined where they cannot be made. */
  editsElsewhere(fix: Fix): Edit[] | undefined;
  /** There is a file at that path, seen from the document, whose checksum can be worked out. */
  canChecksum(document: string, path: string): { there: boolean; pending: Promise<void> | undefined };
  /** The configuration that counts for the document, and its path seen from there. */
  configuration(document: string): {
    configuration: Configuration;
    path: string;
    file: string;
    evenIfExcluded: boolean;
    pending: Promise<void> | undefined;
  };
  /** Somebody can be asked for what a fix needs to know. */
  readonly asksUser: boolean;
  /** Cells' metadata can be written. */
  readonly editsCellMetadata: boolean;
  /**
   * The edits of other files that keep the variable with that value; undefined where they cannot be made, a promise while files
   * are read.
   */
  keptVariable(document: string, variable: string, value: string): readonly Edit[] | undefined | Promise<void>;
  /** Stored outputs can be taken away. */
  readonly clearsOutputs: boolean;
  /** The configuration that counts for the document can be changed so. */
  canConfigure(document: string, intent: ConfiguringIntent): boolean;
  notes(): readonly Message[];
}
