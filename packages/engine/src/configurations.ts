import { EMPTY_CONFIGURATION, type Configuration, type ConfigurationProblem } from '@loadlight/policy/configuration';
import { readConfiguration } from '@loadlight/policy/read-configuration';
import { RULES } from '@loadlight/rules/rules';
import { foldersUpwards, rootAround } from './folders.js';
import type { FilesPort } from './ports.js';

/** The configuration that counts for a document. */
export interface FoundConfiguration {
  /** The file it is from; undefined where there is none. */
  readonly uri: string | undefined;
  /** The file as it was read. */
  readonly text: string | undefined;
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

const NONE: FoundConfiguration = { uri: undefined, text: undefined, configuration: EMPTY_CONFIGURATION, problems: [] };
const FILES = ['loadlight.toml', 'pyproject.toml'] as const;
const LONGEST_FILE = 1_000_000;
export const RULE_IDS: readonly string[] = RULES.map(rule => rule.meta.id);

/** The nearest `loadlight.toml` (or `[tool.loadlight]` of a pyproject.toml) from a document upwards. */
export class Configurations {
  private readonly folders = new Map<string, FoundConfiguration | Promise<void>>();
  private roots: readonly string[] = [];

  constructor(private readonly files: FilesPort) {
    files.changed(uri => this.folders.delete(uri.slice(0, uri.lastIndexOf('/'))));
  }

  /** Look-ups end at these folders. */
  setRoots(roots: readonly string[]): void {
    this.roots = roots.map(root => root.replace(/\/+$/, ''));
    this.folders.clear();
  }

  /** What is known now, and what is still being read. */
  lookUp(document: string): { found: FoundConfiguration; pending: Promise<void> | undefined } {
    for (const folder of foldersUpwards(document, this.roots)) {
      const known = this.folders.get(folder) ?? this.start(folder);
      if (known instanceof Promise) return { found: NONE, pending: known };
      if (known.uri !== undefined) return { found: known, pending: undefined };
    }
    return { found: NONE, pending: undefined };
  }

  /** Where the configuration of a document without one would be made; undefined outside the workspace's folders. */
  placeForNew(document: string): string | undefined {
    const root = rootAround(document, this.roots);
    return root === undefined ? undefined : `${root}/${FILES[0]}`;
  }

  private start(folder: string): Promise<void> {
    const reading: Promise<void> = this.read(folder).then(
      found => this.keep(folder, reading, found),
      () => this.keep(folder, reading, NONE)
    );
    this.folders.set(folder, reading);
    return reading;
  }

  /** What changed while it was read is read again. */
  private keep(folder: string, reading: Promise<void>, found: FoundConfiguration): void {
    if (this.folders.get(folder) === reading) this.folders.set(folder, found);
  }

  private async read(folder: string): Promise<FoundConfiguration> {
    const names = (await this.files.list(folder)).map(entry => entry.name);
    for (const name of FILES.filter(file => names.includes(file))) {
      const uri = `${folder}/${name}`;
      const text = new TextDecoder().decode(await this.files.read(uri, 0, LONGEST_FILE));
      const read = readConfiguration(text, uri, RULE_IDS);
      if (read) return { uri, text, ...read };
    }
    return NONE;
  }
}
