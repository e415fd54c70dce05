import { normaliseName } from '@loadlight/dependencies/package-name';
import type { Declared } from '@loadlight/dependencies/declared';
import { mergeDeclared, pickRequirementFiles, readRequirementFile } from '@loadlight/dependencies/requirement-files';
import { LONGEST_FILE } from '@loadlight/dependencies/declared';
import { parseSpecifier } from '@loadlight/dependencies/specifier';
import type { VersionRange } from '@loadlight/facts/version-range';
import { foldersUpwards } from './folders.js';
import type { FilesPort } from './ports.js';

/** Versions that the user states; they go before what requirement files say. */
export interface Said {
  readonly versions: readonly (readonly [string, string])[];
  /** For the hover: `settings`, `loadlight.toml`. */
  readonly source: string;
}

type Packages = ReadonlyMap<string, VersionRange>;

const NOTHING: Packages = new Map();
const MAX_INCLUDES = 20;

/** Versions of packages as settings and the nearest requirement files have them, looked up from a file upwards. */
export class Versions {
  private readonly folders = new Map<string, Packages | Promise<void>>();
  private roots: readonly string[] = [];

  constructor(private readonly files: FilesPort) {
    files.changed(uri => this.forget(uri));
  }

  /** Look-ups end at these folders. A document outside all of them is looked up in its own folder only. */
  setRoots(roots: readonly string[]): void {
    this.roots = roots.map(root => root.replace(/\/+$/, ''));
    this.folders.clear();
  }

  /** The answer as far as it is known, and what is still being read. */
  lookUp(
    document: string,
    name: string,
    said: readonly Said[]
  ): { range: VersionRange | undefined; pending: Promise<void> | undefined } {
    for (const { versions, source } of said) {
      const found = versions.find(([key]) => normaliseName(key) === normaliseName(name));
      if (!found) continue;
      const range = parseSpecifier(found[1]);
      return { range: { ...range, written: `${found[1].trim()} (${source})` }, pending: undefined };
    }
    for (const folder of foldersUpwards(document, this.roots)) {
      const packages = this.packages(folder);
      if (packages instanceof Promise) return { range: undefined, pending: packages };
      const range = packages.get(normaliseName(name));
      if (range) return { range, pending: undefined };
    }
    return { range: undefined, pending: undefined };
  }

  private forget(uri: string): void {
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    // An include may lie in another folder, so everything below is read anew.
    for (const known of [...this.folders.keys()])
      if (known.startsWith(folder) || folder.startsWith(known)) this.folders.delete(known);
  }

  private packages(folder: string): Packages | Promise<void> {
    const known = this.folders.get(folder);
    if (known) return known;
    const reading = this.read(folder).then(
      packages => void this.folders.set(folder, packages),
      () => void this.folders.set(folder, NOTHING)
    );
    this.folders.set(folder, reading);
    return reading;
  }

  private async read(folder: string): Promise<Packages> {
    const names = (await this.files.list(folder)).filter(entry => entry.kind === 'file').map(entry => entry.name);
    const read: Declared[] = [];
    const seen = new Set<string>();
    const queue = pickRequirementFiles(names).map(name => `${folder}/${encodeURIComponent(name)}`);
    for (let uri = queue.shift(); uri !== undefined && seen.size < MAX_INCLUDES; uri = queue.shift()) {
      if (seen.has(uri)) continue;
      seen.add(uri);
      const declared = await this.declared(uri);
      if (!declared) continue;
      read.push(declared);
      for (const include of declared.includes)
        if (!/^[a-z]+:/i.test(include.path)) queue.push(join(folder, include.path));
    }
    return mergeDeclared(read);
  }

  private async declared(uri: string): Promise<Declared | undefined> {
    try {
      const bytes = await this.files.read(uri, 0, LONGEST_FILE);
      return readRequirementFile(new TextDecoder().decode(bytes), uri);
    } catch {
      return undefined;
    }
  }
}

function join(folder: string, path: string): string {
  const parts = folder.split('/');
  for (const part of path.replace(/\\/g, '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}
