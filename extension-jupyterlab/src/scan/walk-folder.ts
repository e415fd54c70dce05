import { FOREIGN_FOLDERS } from '@loadlight/facts/foreign-folders';

/** What the contents manager says of an entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
  /** In bytes; undefined where it is not told. */
  readonly size: number | undefined;
}

/** How far a scan goes. */
export interface Bounds {
  readonly files: number;
  readonly folders: number;
  /** Bytes of one file. */
  readonly size: number;
}

export interface Walked {
  /** Paths of notebooks and Python files, folder by folder. */
  readonly files: readonly string[];
  /** Paths of files that are too large, and of folders that could not be read. */
  readonly leftOut: readonly string[];
  /** There was more than the bounds allow. */
  readonly stopped: boolean;
}

/** With the usual names of virtual environments: looking into each folder for its marks would be a request each. */
const SKIPPED = new Set([...FOREIGN_FOLDERS, 'venv', 'env']);

/** Finds notebooks and Python files below a folder; hidden folders and virtual environments are not entered. */
export async function walkFolder(
  root: string,
  list: (path: string) => Promise<readonly FolderEntry[]>,
  bounds: Bounds,
  signal: AbortSignal
): Promise<Walked> {
  const files: string[] = [];
  const leftOut: string[] = [];
  const waiting = [root];
  let folders = 0;
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    if (signal.aborted) break;
    if (folders++ >= bounds.folders) return { files, leftOut, stopped: true };
    const entries = await list(folder).catch(() => undefined);
    if (!entries) leftOut.push(folder);
    // The file that makes a folder a virtual environment.
    if (!entries || entries.some(({ name }) => name === 'pyvenv.cfg')) continue;
    for (const { name, path, isFolder, size = 0 } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isFolder) {
        if (!name.startsWith('.') && !SKIPPED.has(name)) waiting.push(path);
      } else if (/\.(py|ipynb)$/.test(name)) {
        if (files.length >= bounds.files) return { files, leftOut, stopped: true };
        if (size > bounds.size) leftOut.push(path);
        else files.push(path);
      }
    }
  }
  return { files, leftOut, stopped: false };
}
