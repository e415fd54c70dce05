import { RecentlyUsed, type Bounds } from '@loadlight/facts/recently-used';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { lastNameOf, parentOf } from '@loadlight/python/modules/module-path';
import type { WorkspaceModule } from '@loadlight/python/modules/workspace-module';
import { decodeText } from './decode-text.js';
import { moduleOf } from './module-of-file.js';
import type { FilesPort } from './ports.js';
import { Reads } from './reads.js';

/** Longer files are not read, in bytes. */
const LONGEST_MODULE = 1_000_000;

/** Beside those that open documents reach, so many modules are kept, and so much text of them, in UTF-16 units. */
const MODULES = { count: 1000, weight: 4_000_000 };

/** Where open documents reach so much text, in UTF-16 units, no more is read for them. */
const MOST_TEXT = 16_000_000;

/** Beside those that open documents look into, so many folders are kept, and so many names in them. */
const FOLDERS = { count: 1000, weight: 100_000 };

/** Of modules that were parsed and that no open document reaches, so much text is kept with its syntax, in UTF-16 units. */
const PARSED = { count: 1000, weight: 4_000_000 };

/** Where more is kept, so many names of a folder. */
const NAMES_OF_A_FOLDER = 20;

type Names = ReadonlyMap<string, 'file' | 'directory'>;

/** A module as it was read; `none` where there is none that can be. */
interface Read {
  readonly module: WorkspaceModule | 'none';
  /** From the disk, and not from a text that is open. */
  readonly isOnDisk: boolean;
}

/**
 * Folders and modules of the workspace, each read once, so many at a time. `changed` hears of each file or folder, by URI, of
 * which something else may be said now.
 */
export class ModuleFiles {
  private readonly folders: RecentlyUsed<Names | Promise<void>>;
  private readonly modules: RecentlyUsed<Read | Promise<void>>;
  /** Those that were parsed, as they were released last. */
  private readonly parsed = new RecentlyUsed<WorkspaceModule>(PARSED, (_, module) => module.source.length);
  private readonly reads = new Reads();
  /** What is kept from documents that are closed leaves room for those that are open. */
  private readonly mostText: number;
  /** Files that are open, in folders that do not have them. */
  private readonly unsaved = new Set<string>();

  /**
   * `openText` is the text of a file that is open; it goes before what is on the disk. `kept`: how much is kept beside what open
   * documents reach, instead of what is right for an editor.
   */
  constructor(
    private readonly files: FilesPort,
    private readonly grammar: PythonGrammar,
    readonly openText: (uri: string) => string | undefined,
    kept: Bounds | undefined,
    private readonly changed: (uri: string) => void
  ) {
    this.mostText = MOST_TEXT + (kept?.weight ?? 0);
    this.modules = new RecentlyUsed(kept ?? MODULES, (_, read) =>
      read instanceof Promise || read.module === 'none' ? 0 : read.module.source.length
    );
    this.folders = new RecentlyUsed(
      kept ? { count: kept.count, weight: kept.count * NAMES_OF_A_FOLDER } : FOLDERS,
      (_, names) => (names instanceof Promise ? 0 : names.size)
    );
    files.changed(uri => {
      this.modules.delete(uri);
      this.parsed.delete(uri);
      this.forgetFolderOf(uri);
      changed(uri);
    });
  }

  /** How many folders and modules are kept. */
  get kept(): { readonly folders: number; readonly modules: number } {
    return { folders: this.folders.size, modules: this.modules.size };
  }

  /** More may be read: what is kept is below the bound that holds for all open documents together. */
  get hasRoom(): boolean {
    return this.modules.weight < this.mostText;
  }

  forgetFolders(): void {
    this.folders.clear();
  }

  /** With those around it as far as they do not know of it: it may be as new as the file. */
  private forgetFolderOf(uri: string): void {
    const folder = parentOf(uri);
    this.folders.delete(folder);
    this.changed(folder);
    const around = folder === uri ? undefined : this.folders.get(parentOf(folder));
    if (around instanceof Map && !around.has(lastNameOf(folder))) this.forgetFolderOf(folder);
  }

  /** A file is open with another text now, or is closed. True where that makes it another module. */
  touch(uri: string): boolean {
    this.noteUnsaved(uri);
    const read = this.modules.get(uri);
    if (read === undefined) return false;
    if (!(read instanceof Promise) && read.module !== 'none') {
      const text = this.openText(uri);
      if (text === undefined ? read.isOnDisk : text === read.module.source) return false;
    }
    // What is not open any more is read again.
    this.modules.delete(uri);
    this.parsed.delete(uri);
    this.changed(uri);
    return true;
  }

  /** A file that is open and not on the disk: while it is open, its folder has one more. */
  private noteUnsaved(uri: string): void {
    const around = this.folders.get(parentOf(uri));
    const isUnsaved = this.openText(uri) !== undefined && around instanceof Map && !around.has(lastNameOf(uri));
    if (isUnsaved === this.unsaved.has(uri)) return;
    if (isUnsaved) this.unsaved.add(uri);
    else this.unsaved.delete(uri);
    this.changed(parentOf(uri));
  }

  /** The names in the folder; undefined where they are not known and `mayRead` does not hold. */
  list(folder: string, mayRead: boolean): Names | Promise<void> | undefined {
    const known = this.folders.get(folder);
    if (known || !mayRead) return known;
    const reading: Promise<void> = this.reads
      .run(() => this.files.list(folder))
      .then(
        entries => this.keep(this.folders, folder, reading, new Map(entries.map(({ name, kind }) => [name, kind]))),
        () => this.keep(this.folders, folder, reading, new Map())
      );
    this.folders.set(folder, reading);
    return reading;
  }

  /** The module in that file; undefined where it is not known and `mayRead` does not hold. */
  module(uri: string, mayRead: boolean): WorkspaceModule | 'none' | Promise<void> | undefined {
    const known = this.modules.get(uri);
    if (known) return known instanceof Promise ? known : known.module;
    if (!mayRead) return undefined;
    const text = this.openText(uri);
    if (text !== undefined) {
      const module = text.length > LONGEST_MODULE ? 'none' : moduleOf(this.grammar, uri, text);
      this.modules.set(uri, { module, isOnDisk: false });
      return module;
    }
    const none: Read = { module: 'none', isOnDisk: true };
    const reading: Promise<void> = this.reads
      .run(() => this.load(uri))
      .then(
        module => this.keep(this.modules, uri, reading, { module, isOnDisk: true }),
        () => this.keep(this.modules, uri, reading, none)
      );
    this.modules.set(uri, reading);
    return reading;
  }

  /** The file still holds what was read of it. */
  async isAsRead(uri: string): Promise<boolean> {
    const known = this.modules.get(uri);
    if (!known || known instanceof Promise || known.module === 'none') return false;
    const now = await this.load(uri).catch(() => 'none' as const);
    return now !== 'none' && now.source === known.module.source;
  }

  /** An open document that reached these files, by URI, is closed: the syntax of modules among them may go. */
  release(uris: Iterable<string>): void {
    for (const uri of uris) {
      const read = this.modules.get(uri);
      if (!read || read instanceof Promise || read.module === 'none') continue;
      if (read.module.isParsed) this.parsed.set(uri, read.module);
    }
  }

  /** Forgets what is too much, but nothing of what is in use, by the URIs of files and folders. */
  trim(inUse: () => ReadonlySet<string>): void {
    if (!this.modules.isFull && !this.folders.isFull && !this.parsed.isFull) return;
    const used = inUse();
    for (const uri of this.parsed.trim(one => used.has(one))) {
      const read = this.modules.get(uri);
      if (read && !(read instanceof Promise) && read.module !== 'none') read.module.forgetSyntax();
    }
    const gone = this.modules.trim((uri, read) => read instanceof Promise || used.has(uri));
    for (const uri of gone) {
      this.parsed.delete(uri);
      this.changed(uri);
    }
    this.folders.trim((uri, names) => names instanceof Promise || used.has(uri));
  }

  private async load(uri: string): Promise<WorkspaceModule | 'none'> {
    const stat = await this.files.stat(uri);
    if (stat?.kind !== 'file' || stat.size > LONGEST_MODULE) return 'none';
    return moduleOf(this.grammar, uri, decodeText(await this.files.read(uri, 0, LONGEST_MODULE)));
  }

  /** What changed while it was read is read again. */
  private keep<T>(into: RecentlyUsed<T | Promise<void>>, uri: string, reading: Promise<void>, value: T): void {
    if (into.get(uri) !== reading) return;
    into.set(uri, value);
    this.changed(uri);
  }
}
