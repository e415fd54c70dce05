import { hasEnds, type Packages } from '@loadlight/dependencies/declared';
import { normaliseName } from '@loadlight/dependencies/package-name';
import { tierOf } from '@loadlight/dependencies/requirement-files';
import { parseSpecifier } from '@loadlight/dependencies/specifier';
import type { Wording } from '@loadlight/facts/message';
import type { VersionRange } from '@loadlight/facts/version-range';
import { versionFrom } from '@loadlight/facts/version-wording';
import { Environments } from './environments.js';
import { ENVIRONMENTS, readFolder, readRequirements, type FolderPackages } from './folder-packages.js';
import { foldersUpwards, rootAround } from './folders.js';
import type { FilesPort } from './ports.js';

/** Versions that somebody states; they go before what files say. */
export interface Said {
  readonly versions: readonly (readonly [string, string])[];
  /** For the hover: `settings`, `loadlight.toml`. */
  readonly source: Wording;
}

/** What a look-up starts with, nearest first. */
export interface Asked {
  readonly said: readonly Said[];
  /** What the document itself installs or asks for. */
  readonly own: Packages;
  /** URIs of requirement files that it installs from. */
  readonly ownFiles: readonly string[];
  /** URI of the environment that the program runs in, where one is chosen. */
  readonly environment: string | undefined;
}

/** The answer as far as it is known, and what is still being read. */
export interface FoundVersion {
  readonly range: VersionRange | undefined;
  readonly pending: Promise<void> | undefined;
}

const NOTHING: FolderPackages = { packages: new Map(), files: new Set(), environments: [] };

/**
 * Versions of packages: as settings have them, the document itself, the environment that it runs in, and then the files and
 * environments of the folders from it upwards. docs/configuration.md has the order as a table.
 */
export class Versions {
  private readonly folders = new Map<string, FolderPackages | Promise<void>>();
  /** Requirement files that documents name, by URI. */
  private readonly named = new Map<string, FolderPackages | Promise<void>>();
  private readonly environments: Environments;
  private roots: readonly string[] = [];

  constructor(
    private readonly files: FilesPort,
    private readonly log: (line: string) => void = () => undefined
  ) {
    this.environments = new Environments(files);
    files.changed(uri => this.forget(uri));
  }

  /** Look-ups end at these folders. A document outside all of them is looked up in its own folder only. */
  setRoots(roots: readonly string[]): void {
    this.roots = roots.map(root => root.replace(/\/+$/, ''));
    this.folders.clear();
    this.named.clear();
  }

  lookUp(document: string, name: string, { said, own, ownFiles, environment }: Asked): FoundVersion {
    const key = normaliseName(name);
    for (const { versions, source } of said) {
      const found = versions.find(([stated]) => normaliseName(stated) === key);
      if (!found) continue;
      const range = parseSpecifier(found[1]);
      return { range: { ...range, written: versionFrom(found[1].trim(), source) }, pending: undefined };
    }
    const inDocument = own.get(key);
    if (inDocument) return { range: inDocument, pending: undefined };
    for (const uri of ownFiles) {
      const found = this.requirements(uri, document);
      if (found instanceof Promise) return { range: undefined, pending: found };
      const range = found.packages.get(key);
      if (range && hasEnds(range)) return { range, pending: undefined };
    }
    if (environment !== undefined) {
      const installed = this.installed(environment, key);
      if (installed.range ?? installed.pending) return installed;
    }
    return this.inFolders(document, key);
  }

  /** A package that a folder names without a version says nothing yet where a folder above knows more. */
  private inFolders(document: string, key: string): FoundVersion {
    let unbounded: VersionRange | undefined;
    for (const folder of foldersUpwards(document, this.roots)) {
      const found = this.folder(folder);
      if (found instanceof Promise) return { range: undefined, pending: found };
      for (const environment of found.environments) {
        const installed = this.installed(environment, key);
        if (installed.range ?? installed.pending) return installed;
      }
      const range = found.packages.get(key);
      if (range && hasEnds(range)) return { range, pending: undefined };
      unbounded ??= range;
    }
    return { range: unbounded, pending: undefined };
  }

  private installed(environment: string, key: string): FoundVersion {
    const packages = this.environments.packages(environment.replace(/\/+$/, ''));
    if (packages instanceof Promise) return { range: undefined, pending: packages };
    return { range: packages.get(key), pending: undefined };
  }

  private forget(uri: string): void {
    this.environments.forget(uri);
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    // A lock has megabytes, and most files that change say no versions: then all stays as it is.
    if (tierOf(name) !== undefined || ENVIRONMENTS.includes(name)) this.folders.delete(folder);
    if (name === 'pyvenv.cfg') this.folders.delete(folder.slice(0, folder.lastIndexOf('/')));
    for (const [known, found] of this.folders)
      if (!(found instanceof Promise) && found.files.has(uri)) this.folders.delete(known);
    for (const [known, found] of this.named)
      if (known === uri || (!(found instanceof Promise) && found.files.has(uri))) this.named.delete(known);
  }

  /** A file that is not in the document's workspace folder is not read. */
  private requirements(uri: string, document: string): FolderPackages | Promise<void> {
    const root = rootAround(document, this.roots) ?? document.slice(0, document.lastIndexOf('/'));
    if (!uri.startsWith(`${root}/`)) return NOTHING;
    const within = (other: string): boolean => other.startsWith(`${root}/`);
    return this.read(this.named, uri, () =>
      readRequirements(this.files, [{ uri, as: 'range' }], within, this.log).then(found => ({ ...NOTHING, ...found }))
    );
  }

  private folder(folder: string): FolderPackages | Promise<void> {
    const root = rootAround(`${folder}/`, this.roots) ?? folder;
    return this.read(this.folders, folder, () =>
      readFolder(this.files, folder, uri => uri.startsWith(`${root}/`), this.log)
    );
  }

  /** What is kept, or is being read; what changed while it was read is read again. */
  private read(
    kept: Map<string, FolderPackages | Promise<void>>,
    key: string,
    start: () => Promise<FolderPackages>
  ): FolderPackages | Promise<void> {
    const known = kept.get(key);
    if (known) return known;
    const keep = (found: FolderPackages): void => {
      if (kept.get(key) === reading) kept.set(key, found);
    };
    const reading: Promise<void> = start().then(keep, () => keep(NOTHING));
    kept.set(key, reading);
    return reading;
  }
}
