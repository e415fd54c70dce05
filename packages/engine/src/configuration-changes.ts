import type { ConfiguringIntent, Edit } from '@loadlight/facts/fix';
import { changeConfiguration } from '@loadlight/policy/change-configuration';
import { RULE_IDS, type Configurations } from './configurations.js';
import { pathFrom } from './folders.js';

/** The last change that was worked out, with the text that it is for. */
interface Known {
  readonly text: string | undefined;
  readonly edit: Edit | undefined;
}

/** Edits of the configuration that counts for a document. */
export class ConfigurationChanges {
  /** By file and change; worked out again only when the file has another text. */
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly configurations: Configurations,
    /** The text of a configuration file that is open, which may be newer than the file. */
    private readonly openText: (uri: string) => string | undefined
  ) {}

  /**
   * The edit that does the intent for the document: in the nearest configuration, or as a new file in its workspace
   * folder. Undefined where the configuration is still being read, is broken, or has no place.
   */
  edit(document: string, intent: ConfiguringIntent): Edit | undefined {
    const { found, pending } = this.configurations.lookUp(document);
    if (pending) return undefined;
    const uri = found.uri ?? this.configurations.placeForNew(document);
    if (uri === undefined) return undefined;
    const text = this.openText(uri) ?? found.text;
    const path = pathFrom(uri.slice(0, uri.lastIndexOf('/') + 1), document);
    const key = `${uri}\n${intent.kind === 'turnOff' ? intent.rule : `/${path}`}`;
    const known = this.known.get(key);
    if (known && known.text === text) return known.edit;
    const change = intent.kind === 'turnOff' ? intent : ({ kind: 'exclude', path } as const);
    const edit = changeConfiguration(text, uri, change, RULE_IDS);
    this.known.set(key, { text, edit });
    return edit;
  }
}
