import type { Declared, Packages } from '@loadlight/dependencies/declared';
import {
  constrain,
  firstOf,
  longestOf,
  mergePackages,
  pickRequirementFiles,
  readRequirementFile,
  tierOf
} from '@loadlight/dependencies/requirement-files';
import { decodeText } from './decode-text.js';
import type { FilesPort } from './ports.js';

/** What the files of one folder say of packages. */
export interface FolderPackages {
  readonly packages: Packages;
  /** Every file that was read or looked for, includes in other folders among them, by URI. */
  readonly files: ReadonlySet<string>;
  /** URIs of the virtual environments that lie in the folder. */
  readonly environments: readonly string[];
}

const MOST_FILES = 40;
/** What folders of virtual environments are called. */
export const ENVIRONMENTS: readonly string[] = ['.venv', 'venv'];

/**
 * Reads a folder's requirement and lock files, with what they include (`-r`, `-c`), each once. A lock goes before ranges.
 * `within` says which files may be included; `log` hears of files that are not read.
 */
export async function readFolder(
  files: FilesPort,
  folder: string,
  within: (uri: string) => boolean,
  log: (line: string) => void
): Promise<FolderPackages> {
  const entries = await files.list(folder);
  const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const wanted = pickRequirementFiles(names).map((name): Wanted => {
    return { uri: `${folder}/${encodeURIComponent(name)}`, as: tierOf(name) ?? 'range' };
  });
  const { packages, files: seen } = await readRequirements(files, wanted, within, log);
  return {
    packages,
    files: seen,
    environments: ENVIRONMENTS.filter(name => entries.some(e => e.name === name && e.kind === 'directory')).map(
      name => `${folder}/${name}`
    )
  };
}

/** Reads those files, with what they include; gives what they say, and every file that was read or looked for. */
export async function readRequirements(
  files: FilesPort,
  wanted: readonly Wanted[],
  within: (uri: string) => boolean,
  log: (line: string) => void
): Promise<Pick<FolderPackages, 'packages' | 'files'>> {
  const queue = [...wanted];
  const read: Record<Wanted['as'], Packages[]> = { lock: [], range: [], constraint: [] };
  const seen = new Set<string>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { uri, as } = next;
    if (seen.has(uri)) continue;
    if (seen.size >= MOST_FILES) {
      log(`no more than ${MOST_FILES} requirement files are read with ${wanted[0]?.uri ?? ''}`);
      break;
    }
    seen.add(uri);
    const declared = await readDeclared(files, uri, log);
    if (!declared) continue;
    read[as].push(declared.packages);
    for (const { kind, path } of declared.includes) {
      const included = resolveInclude(uri, path);
      if (included !== undefined && within(included))
        queue.push({ uri: included, as: kind === 'constraints' ? 'constraint' : as });
    }
  }
  const ranges = constrain(mergePackages(read.range), mergePackages(read.constraint));
  return { packages: firstOf([mergePackages(read.lock), ranges]), files: seen };
}

interface Wanted {
  readonly uri: string;
  readonly as: 'lock' | 'range' | 'constraint';
}

async function readDeclared(files: FilesPort, uri: string, log: (line: string) => void): Promise<Declared | undefined> {
  const longest = longestOf(uri.slice(uri.lastIndexOf('/') + 1));
  try {
    const stat = await files.stat(uri);
    if (stat?.kind !== 'file') return undefined;
    if (stat.size > longest) {
      log(`${uri} is not read for versions: ${stat.size} bytes are more than ${longest}`);
      return undefined;
    }
    return readRequirementFile(decodeText(await files.read(uri, 0, longest)), uri);
  } catch (error) {
    log(`${uri} could not be read for versions: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** The URI of a path relative to the file that names it; undefined for an address. */
export function resolveInclude(from: string, path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path) || /^[/\\]/.test(path)) return undefined;
  const parts = from.slice(0, from.lastIndexOf('/')).split('/');
  for (const part of path.replace(/\\/g, '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}
