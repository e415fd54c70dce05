import type { Contents } from '@jupyterlab/services';

/** Folders that are listed at one look, those that were asked about last first. */
const MOST_FOLDERS = 32;
const MOST_PATHS = 10_000;

/** What stands for a path where nothing is. */
const NOTHING = '';

/** A folder as it was when it was asked about. */
interface KnownFolder {
  /** What its files looked like, by path. */
  readonly files: Map<string, string>;
  /** The paths in it, where it was listed. */
  paths: ReadonlySet<string> | undefined;
}

/**
 * What somebody was told of files. Jupyter tells nobody of files that are changed by a terminal, a kernel or another
 * program: so what was told is compared, now and then, with what is there.
 */
export class KnownFiles {
  private readonly folders = new Map<string, KnownFolder>();
  private count = 0;

  constructor(private readonly list: (folder: string) => Promise<readonly Contents.IModel[]>) {}

  /** This was told of a path; undefined: that nothing is there. */
  note(path: string, model: Contents.IModel | undefined): void {
    if (this.count >= MOST_PATHS) return;
    const { files } = this.folder(folderOf(path));
    if (!files.has(path)) this.count++;
    files.set(path, model ? look(model) : NOTHING);
  }

  /** These were said to be all that a folder holds. */
  noteList(folder: string, models: readonly Contents.IModel[]): void {
    this.folder(folder).paths = new Set(models.map(({ path }) => path));
  }

  /** The paths of which something else was told than is there now; they are forgotten until they are asked about again. */
  async changed(): Promise<string[]> {
    const changed: string[] = [];
    for (const [folder, known] of [...this.folders].slice(-MOST_FOLDERS)) {
      const models = await this.list(folder).catch(() => undefined);
      // A server that is away for a moment has changed nothing.
      if (models) changed.push(...this.compare(known, models));
    }
    return changed;
  }

  private compare(known: KnownFolder, models: readonly Contents.IModel[]): Set<string> {
    const changed = new Set<string>();
    const now = new Map(models.map(model => [model.path, look(model)]));
    for (const [path, told] of known.files) {
      if (told === (now.get(path) ?? NOTHING)) continue;
      changed.add(path);
      known.files.delete(path);
      this.count--;
    }
    if (known.paths) {
      for (const path of now.keys()) if (!known.paths.has(path)) changed.add(path);
      for (const path of known.paths) if (!now.has(path)) changed.add(path);
      known.paths = new Set(now.keys());
    }
    return changed;
  }

  private folder(path: string): KnownFolder {
    const folder = this.folders.get(path) ?? { files: new Map<string, string>(), paths: undefined };
    this.folders.delete(path);
    this.folders.set(path, folder);
    return folder;
  }
}

/** Of a folder only that it is one: what is in it is told by its own list. */
function look({ type, last_modified, size }: Contents.IModel): string {
  return type === 'directory' ? type : `${last_modified} ${size ?? ''}`;
}

/** The root of a drive where the path names no folder. */
function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash >= 0) return path.slice(0, slash);
  return path.slice(0, path.indexOf(':') + 1);
}
