import type { Bounds } from '@loadlight/facts/recently-used';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { candidates, lastNameOf, parentOf } from '@loadlight/python/modules/module-path';
import type { Modules } from '@loadlight/python/modules/modules';
import { WorkspaceModule } from '@loadlight/python/modules/workspace-module';
import { rootAround } from './folders.js';
import { ModuleFiles } from './module-files.js';
import { ModuleGraph, type Link, type Resolved } from './module-graph.js';
import { runFile } from './module-of-file.js';
import type { FilesPort } from './ports.js';

/** What a document says itself of the modules around it. */
export interface Importing {
  /** Names that stand for modules. */
  readonly imports: readonly string[];
  /** Files that its own cells write, by URI: they go before what is on the disk. */
  readonly written: ReadonlyMap<string, WorkspaceModule>;
}

/** The modules that a document reaches as far as they are known, and what is still being read. */
export interface FoundModules {
  readonly modules: Modules;
  readonly pending: Promise<void> | undefined;
}

/** How many folders and modules are kept, and how often the modules of any document were gathered. */
export interface ModuleWork {
  readonly folders: number;
  readonly modules: number;
  readonly gathered: number;
}

interface Known extends FoundModules {
  readonly importing: Importing;
  readonly uris: ReadonlySet<string>;
  /** Files and folders that it was asked of, by URI. */
  readonly asked: ReadonlySet<string>;
  isOutdated: boolean;
  /** What may be read for it whatever other documents reach, by URI. */
  readonly reached: ReadonlySet<string>;
  /** Some of it may not have been read, because other documents reach so much. */
  readonly isLimited: boolean;
}

/** Where a name in an import leads, by URI. */
interface Place {
  readonly uri: string;
  /** A folder of modules without an `__init__.py`. */
  readonly isFolder: boolean;
}

interface Location {
  readonly name: string;
  readonly at: Place;
}

/** Where the imports of a module lead; those that are not of the workspace are left out. */
interface Links {
  readonly module: WorkspaceModule;
  readonly locations: readonly Location[];
  /** Folders that this rests on, and the module itself. */
  readonly asked: ReadonlySet<string>;
}

/** What one look-up met: files and folders that it rests on, and reads that are still to come. */
class Met {
  readonly asked = new Set<string>();
  readonly pending = new Set<Promise<void>>();

  /** Where that is given, nothing else is read. */
  constructor(readonly only?: ReadonlySet<string>) {}

  readonly mayRead = (uri: string): boolean => this.only?.has(uri) ?? true;
}

/** Which modules of the workspace each document rests on. */
export class WorkspaceModules {
  private readonly files: ModuleFiles;
  private readonly graphs = new Map<string, Known>();
  /** By workspace folder and module, where its imports lead, until a folder that this rests on changes. */
  private readonly links = new Map<string, Links>();
  /** By file or folder, the keys of the links that rest on it. */
  private readonly restingOn = new Map<string, Set<string>>();
  private roots: readonly string[] = [];
  private made = 0;

  /** `openText` is the text of a file that is open; it goes before what is on the disk. `kept`: how much is kept of modules. */
  constructor(
    files: FilesPort,
    grammar: PythonGrammar,
    openText: (uri: string) => string | undefined,
    kept: Bounds | undefined
  ) {
    this.files = new ModuleFiles(files, grammar, openText, kept, uri => {
      for (const known of this.graphs.values()) if (known.asked.has(uri)) known.isOutdated = true;
      for (const key of this.restingOn.get(uri) ?? []) this.links.delete(key);
      this.restingOn.delete(uri);
    });
  }

  /** What is kept, and how often the modules of a document were gathered. */
  get work(): ModuleWork {
    return { ...this.files.kept, gathered: this.made };
  }

  setRoots(roots: readonly string[]): void {
    this.roots = roots.map(root => root.replace(/\/+$/, ''));
    this.files.forgetFolders();
    this.links.clear();
    this.restingOn.clear();
    for (const known of this.graphs.values()) known.isOutdated = true;
  }

  /** A document may have another text now, or is closed. Gives the documents to which that makes a difference. */
  touch(uri: string): string[] {
    if (!this.files.touch(uri)) return [];
    return [...this.graphs]
      .filter(([document, { uris }]) => document !== uri && uris.has(uri))
      .map(([document]) => document);
  }

  forget(document: string): void {
    this.files.release(this.graphs.get(document)?.asked ?? []);
    this.graphs.delete(document);
    this.trim();
    if (this.files.hasRoom) for (const known of this.graphs.values()) known.isOutdated ||= known.isLimited;
  }

  /** The module as it was read from the workspace last. */
  known(uri: string): WorkspaceModule | undefined {
    const module = rootAround(uri, this.roots) === undefined ? undefined : this.files.module(uri, false);
    return module instanceof WorkspaceModule ? module : undefined;
  }

  /** The file still holds what was read of it. */
  isAsRead(uri: string): Promise<boolean> {
    return this.files.isAsRead(uri);
  }

  lookUp(document: string, importing: Importing): FoundModules {
    const before = this.graphs.get(document);
    if (before && !before.isOutdated && before.importing === importing) return before;
    // What it reached before is read again whatever others reach.
    const { hasRoom } = this.files;
    const reached = before?.reached ?? new Set();
    const met = new Met(hasRoom ? undefined : reached);
    this.made++;
    const graph = new ModuleGraph(importing.imports, {
      resolve: (name, mayRead) => this.resolve(name, document, document, importing, met, mayRead),
      links: (module, room) => this.linksOf(module, document, importing, met, room)
    });
    const isSame = before !== undefined && graph.isSameAs(before.modules);
    const { asked, pending } = met;
    const found: Known = {
      importing,
      asked,
      isOutdated: false,
      isLimited: !hasRoom,
      reached: !hasRoom ? reached : pending.size > 0 ? new Set([...reached, ...asked]) : asked,
      uris: graph.uris,
      modules: isSame ? before.modules : graph,
      pending: pending.size > 0 ? Promise.all(pending).then(() => undefined) : undefined
    };
    this.graphs.set(document, found);
    if (!found.pending) this.trim();
    return found;
  }

  /** What an open document rests on stays: else reading it again would push out what another one rests on. */
  private trim(): void {
    this.files.trim(() => new Set([...this.graphs.values()].flatMap(({ asked }) => [...asked])));
  }

  /** What the imports of a module stand for; where it is, is looked up once for all documents that rest on the same folders. */
  private linksOf(
    module: WorkspaceModule,
    document: string,
    importing: Importing,
    met: Met,
    room: number
  ): readonly Link[] {
    const locations = this.locationsOf(module, document, importing, met, room);
    const before = met.pending.size;
    return locations.flatMap(({ name, at }) => {
      const hit = this.found(at, document, importing, met, met.pending.size - before < room);
      return hit ? [{ name, hit }] : [];
    });
  }

  private locationsOf(
    module: WorkspaceModule,
    document: string,
    importing: Importing,
    met: Met,
    room: number
  ): readonly Location[] {
    const key = `${rootAround(document, this.roots) ?? ''}\n${module.document}`;
    const isOwn = importing.written.size > 0 || module.document === document;
    const known = isOwn ? undefined : this.links.get(key);
    if (known?.module === module) {
      for (const uri of known.asked) met.asked.add(uri);
      return known.locations;
    }
    const own = new Met(met.only);
    own.asked.add(module.document);
    const locations = module.imports.flatMap(name => {
      const at = this.locate(name, module.document, document, importing, own, own.pending.size < room);
      return at ? [{ name, at }] : [];
    });
    for (const uri of own.asked) met.asked.add(uri);
    for (const reading of own.pending) met.pending.add(reading);
    if (!isOwn && room > 0 && !met.only && own.pending.size === 0) {
      this.links.set(key, { module, locations, asked: own.asked });
      for (const uri of own.asked) this.restingOn.set(uri, (this.restingOn.get(uri) ?? new Set()).add(key));
    }
    return locations;
  }

  private resolve(
    name: string,
    importer: string,
    document: string,
    importing: Importing,
    met: Met,
    mayRead: boolean
  ): Resolved | undefined {
    const at = this.locate(name, importer, document, importing, met, mayRead);
    return at && this.found(at, document, importing, met, mayRead);
  }

  /** What is at that place, as the document sees it: it is no module to itself. */
  private found(
    { uri, isFolder }: Place,
    document: string,
    { written }: Importing,
    { asked, pending, mayRead: isAllowed }: Met,
    mayRead: boolean
  ): Resolved | undefined {
    if (isFolder) return { uri, found: 'folder' };
    if (uri === document) return undefined;
    const own = written.get(uri);
    if (own) return { uri, found: own };
    asked.add(uri);
    const found = this.files.module(uri, mayRead && isAllowed(uri));
    if (found instanceof Promise) {
      pending.add(found);
      return { uri, found: 'reading' };
    }
    return found instanceof WorkspaceModule ? { uri, found } : undefined;
  }

  /** Where a module of that name is; it is looked for in the importing document's own workspace folder only. */
  private locate(
    name: string,
    importer: string,
    document: string,
    { written }: Importing,
    { asked, pending }: Met,
    mayRead: boolean
  ): Place | undefined {
    const root = rootAround(document, this.roots);
    const has = (folder: string, file: string, kind: 'file' | 'directory'): boolean => {
      const uri = `${folder}/${encodeURIComponent(file)}`;
      if (kind === 'file' && (written.has(uri) || this.files.openText(uri) !== undefined)) return true;
      asked.add(folder);
      const names = this.files.list(folder, mayRead);
      if (names instanceof Promise) pending.add(names);
      return !(names instanceof Promise) && names?.get(file) === kind;
    };
    const file = (uri: string): Place => ({ uri, isFolder: false });
    if (name.startsWith('%run ')) {
      const uri = runFile(name.slice('%run '.length), document);
      return uri !== undefined && has(parentOf(uri), lastNameOf(uri), 'file') ? file(uri) : undefined;
    }
    const { folders, path } = candidates(name, importer, root, folder => has(folder, '__init__.py', 'file'));
    for (const start of folders) {
      let folder = start;
      const last = path.at(-1);
      for (const part of path.slice(0, -1)) folder = has(folder, part, 'directory') ? `${folder}/${part}` : '';
      if (folder === '') continue;
      if (last === undefined)
        return has(folder, '__init__.py', 'file') ? file(`${folder}/__init__.py`) : { uri: folder, isFolder: true };
      const isFolder = has(folder, last, 'directory');
      if (isFolder && has(`${folder}/${last}`, '__init__.py', 'file')) return file(`${folder}/${last}/__init__.py`);
      if (has(folder, `${last}.py`, 'file')) return file(`${folder}/${last}.py`);
      if (isFolder) return { uri: `${folder}/${last}`, isFolder: true };
    }
    return undefined;
  }
}
