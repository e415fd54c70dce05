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

/** What the imports of a module stand for; those that are not of the workspace are left out. */
interface Links {
  readonly module: WorkspaceModule;
  readonly links: readonly Link[];
  readonly asked: ReadonlySet<string>;
}

/** What one look-up met: files and folders that it rests on, and reads that are still to come. */
class Met {
  readonly asked = new Set<string>();
  readonly pending = new Set<Promise<void>>();

  /** Where that is given, nothing else is read. */
  constructor(readonly only?: ReadonlySet<string>) {}

  mayRead(uri: string): boolean {
    return this.only?.has(uri) ?? true;
  }
}

/** Which modules of the workspace each document rests on. */
export class WorkspaceModules {
  private readonly files: ModuleFiles;
  private readonly graphs = new Map<string, Known>();
  /** By workspace folder and module, what its imports stand for, until a file or folder that this rests on changes. */
  private readonly links = new Map<string, Links>();
  private roots: readonly string[] = [];
  private made = 0;

  /** `openText` is the text of a file that is open; it goes before what is on the disk. */
  constructor(files: FilesPort, grammar: PythonGrammar, openText: (uri: string) => string | undefined) {
    this.files = new ModuleFiles(files, grammar, openText, uri => {
      for (const known of this.graphs.values()) if (known.asked.has(uri)) known.isOutdated = true;
      for (const [key, { asked }] of this.links) if (asked.has(uri)) this.links.delete(key);
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
    this.graphs.delete(document);
    this.trim();
    if (this.files.hasRoom) for (const known of this.graphs.values()) known.isOutdated ||= known.isLimited;
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

  /** What the imports of a module stand for; looked up once for all documents that rest on the same files. */
  private linksOf(
    module: WorkspaceModule,
    document: string,
    importing: Importing,
    met: Met,
    room: number
  ): readonly Link[] {
    const key = `${rootAround(document, this.roots) ?? ''}\n${module.document}`;
    const isOwn = importing.written.size > 0 || module.document === document;
    const known = isOwn ? undefined : this.links.get(key);
    if (known?.module === module && !known.asked.has(document)) {
      for (const uri of known.asked) met.asked.add(uri);
      return known.links;
    }
    const own = new Met(met.only);
    own.asked.add(module.document);
    const links = module.imports.flatMap(name => {
      const hit = this.resolve(name, module.document, document, importing, own, own.pending.size < room);
      return hit ? [{ name, hit }] : [];
    });
    for (const uri of own.asked) met.asked.add(uri);
    for (const reading of own.pending) met.pending.add(reading);
    if (!isOwn && room > 0 && !met.only && own.pending.size === 0 && !own.asked.has(document))
      this.links.set(key, { module, links, asked: own.asked });
    return links;
  }

  /** A module is looked for in the importing document's own workspace folder only. */
  private resolve(
    name: string,
    importer: string,
    document: string,
    { written }: Importing,
    met: Met,
    mayRead: boolean
  ): Resolved | undefined {
    const { asked, pending } = met;
    const root = rootAround(document, this.roots);
    const at = (uri: string): Resolved | undefined => {
      if (uri === document) return undefined;
      const own = written.get(uri);
      if (own) return { uri, found: own };
      asked.add(uri);
      const found = this.files.module(uri, mayRead && met.mayRead(uri));
      if (found instanceof Promise) {
        pending.add(found);
        return { uri, found: 'reading' };
      }
      return found instanceof WorkspaceModule ? { uri, found } : undefined;
    };
    const has = (folder: string, file: string, kind: 'file' | 'directory'): boolean => {
      const uri = `${folder}/${encodeURIComponent(file)}`;
      if (kind === 'file' && (written.has(uri) || this.files.openText(uri) !== undefined)) return true;
      asked.add(folder);
      const names = this.files.list(folder, mayRead);
      if (names instanceof Promise) pending.add(names);
      return !(names instanceof Promise) && names?.get(file) === kind;
    };
    if (name.startsWith('%run ')) {
      const uri = runFile(name.slice('%run '.length), document);
      return uri !== undefined && has(parentOf(uri), lastNameOf(uri), 'file') ? at(uri) : undefined;
    }
    const { folders, path } = candidates(name, importer, root, folder => has(folder, '__init__.py', 'file'));
    for (const start of folders) {
      let folder = start;
      const last = path.at(-1);
      for (const part of path.slice(0, -1)) folder = has(folder, part, 'directory') ? `${folder}/${part}` : '';
      if (folder === '') continue;
      if (last === undefined)
        return has(folder, '__init__.py', 'file') ? at(`${folder}/__init__.py`) : { uri: folder, found: 'folder' };
      const isFolder = has(folder, last, 'directory');
      if (isFolder && has(`${folder}/${last}`, '__init__.py', 'file')) return at(`${folder}/${last}/__init__.py`);
      if (has(folder, `${last}.py`, 'file')) return at(`${folder}/${last}.py`);
      if (isFolder) return { uri: `${folder}/${last}`, found: 'folder' };
    }
    return undefined;
  }
}
