import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { FOREIGN_FOLDERS } from '@loadlight/facts/foreign-folders';
import { IgnoreFiles } from './ignore-files.js';

/** A file to read. */
export interface FoundFile {
  /** Absolute, as it was named or found. */
  readonly path: string;
  /** How it is shown: relative to the working folder, with `/`. */
  readonly shown: string;
  /** It was named on the command line, not found in a folder. */
  readonly named: boolean;
  /** It is looked at even where the configuration excludes it. */
  readonly forced: boolean;
  /** Only credentials are looked for: settings, and the copies that Jupyter keeps. */
  readonly onlySecrets: boolean;
}

/** Something that cannot be read, and why. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
  /** It was named on the command line. */
  readonly named: boolean;
  /** It could be read, but is data by its size rather than settings. */
  readonly isData?: true;
}

export interface Found {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly Skipped[];
}

const NEVER = new Set(FOREIGN_FOLDERS);

function isSource(name: string): boolean {
  return /\.(py|ipynb)$/i.test(name);
}

/** Settings, which hold what code reads its credentials from. Locks hold hashes by the thousand. */
function isSettings(name: string): boolean {
  return (
    /^\.env(?:\.[\w-]+)*$|\.(?:env|ya?ml|toml|json|ini|cfg|conf)$/i.test(name) &&
    !/(?:^|[.-])lock\.(?:json|ya?ml)$/i.test(name)
  );
}

/** Larger files of these kinds are data, of which there may be many; in bytes. JSON holds data more often than settings. */
const largestSettings = (name: string): number => (/\.json$/i.test(name) ? 1_000_000 : 16_000_000);
const CHECKPOINTS = '.ipynb_checkpoints';

/**
 * The files under these paths, each once, in the order of the paths and of the alphabet. Links in folders are not
 * followed, so that loops cannot hold it up; a path that is named is followed. With `secrets` also those in which only
 * credentials are looked for.
 */
export function findFiles(paths: readonly string[], cwd: string, respectIgnore: boolean, secrets = false): Found {
  const finder = new Finder(cwd, respectIgnore, secrets);
  for (const path of paths) finder.take(resolve(cwd, path));
  return finder;
}

class Finder implements Found {
  readonly files: FoundFile[] = [];
  readonly skipped: Skipped[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly cwd: string,
    private readonly respectIgnore: boolean,
    private readonly secrets: boolean
  ) {}

  take(path: string): void {
    const skip = (reason: string): void =>
      void this.skipped.push({ file: shownPath(path, this.cwd), reason, named: true });
    let kind;
    try {
      kind = statSync(path);
    } catch (error) {
      return skip(reasonOf(error));
    }
    if (kind.isDirectory()) return this.walk(path, this.rulesFor(path), true);
    if (!kind.isFile()) return skip('it is no file and no folder');
    const isSettingsFile = this.secrets && isSettings(basename(path));
    if (!isSource(path) && !isSettingsFile) return skip('it is neither a .py nor an .ipynb file');
    this.add(path, true, isSettingsFile);
  }

  private rulesFor(folder: string): IgnoreFiles | undefined {
    if (!this.respectIgnore) return undefined;
    const above = dirname(folder) === folder ? undefined : IgnoreFiles.of(dirname(folder));
    return above?.ignores(folder, 'directory') ? IgnoreFiles.only(folder) : IgnoreFiles.of(folder);
  }

  private walk(folder: string, rules: IgnoreFiles | undefined, named: boolean, onlySecrets = false): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.skipped.push({ file: shownPath(folder, this.cwd), reason: reasonOf(error), named });
      return;
    }
    if (!named && isEnvironment(entries)) return;
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isFile()) {
        const isCode = isSource(entry.name) && !onlySecrets;
        if (!isCode && !(this.secrets && (isSource(entry.name) || isSettings(entry.name)))) continue;
        if (rules?.ignores(path, 'file') || (!isSource(entry.name) && this.passesOver(path, entry.name))) continue;
        this.add(path, false, !isCode);
      } else if (entry.isDirectory() && this.isEntered(entry.name) && !rules?.ignores(path, 'directory')) {
        this.walk(path, rules?.under(path), false, onlySecrets || entry.name === CHECKPOINTS);
      }
    }
  }

  private isEntered(folder: string): boolean {
    return !NEVER.has(folder) || (this.secrets && folder === CHECKPOINTS);
  }

  /** Settings of that size are data: says so. */
  private passesOver(path: string, name: string): boolean {
    const largest = largestSettings(name);
    try {
      if (statSync(path).size <= largest) return false;
    } catch {
      // Reading it will say what is wrong.
      return false;
    }
    const reason = `it is larger than ${largest / 1_000_000} MB, more than settings are; name it to have its beginning looked at`;
    this.skipped.push({ file: shownPath(path, this.cwd), reason, named: false, isData: true });
    return true;
  }

  private add(path: string, named: boolean, onlySecrets: boolean): void {
    let real = path;
    try {
      real = realpathSync(path);
    } catch {
      // Reading it will say what is wrong.
    }
    if (this.seen.has(real)) return;
    this.seen.add(real);
    this.files.push({ path, shown: shownPath(path, this.cwd), named, forced: named, onlySecrets });
  }
}

/** A virtual or conda environment. */
function isEnvironment(entries: readonly Dirent[]): boolean {
  return entries.some(({ name }) => name === 'pyvenv.cfg' || name === 'conda-meta');
}

/** Relative to the working folder, with `/`. */
export function shownPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/') || '.';
}

/** The system's error in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'it is not there';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read';
    case 'ELOOP':
      return 'it is a link that leads in a circle';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
