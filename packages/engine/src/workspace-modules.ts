import { readCell } from '@loadlight/notebook/blank-magics';
import { readPercentFile } from '@loadlight/notebook/percent-file';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { candidates, lastNameOf, parentOf } from '@loadlight/python/modules/module-path';
import type { Modules } from '@loadlight/python/modules/modules';
import { WorkspaceModule } from '@loadlight/python/modules/workspace-module';
import { decodeText } from './decode-text.js';
import { rootAround } from './folders.js';
import { ModuleGraph, type Resolved } from './module-graph.js';
import type { FilesPort } from './ports.js';

/** Longer files are not read, in bytes. */
const LONGEST_MODULE = 1_000_000;

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

interface Known extends FoundModules {
  readonly importing: Importing;
  readonly generation: number;
  readonly uris: ReadonlySet<string>;
}

/** Files of the workspace as modules, each read once, and which documents rest on which. */
export class WorkspaceModules {
  private readonly folders = new Map<string, ReadonlyMap<string, 'file' | 'directory'> | Promise<void>>();
  private readonly read = new Map<string, WorkspaceModule | 'none' | Promise<void>>();
  private readonly graphs = new Map<string, Known>();
  private roots: readonly string[] = [];
  private generation = 0;

  /** `openText` is the text of a file that is open; it goes before what is on the disk. */
  constructor(
    private readonly files: FilesPort,
    private readonly grammar: PythonGrammar,
    private readonly openText: (uri: string) => string | undefined
  ) {
    files.changed(uri => {
      this.folders.delete(parentOf(uri));
      this.read.delete(uri);
      this.generation++;
    });
  }

  setRoots(roots: readonly string[]): void {
    this.roots = roots.map(root => root.replace(/\/+$/, ''));
    this.folders.clear();
    this.generation++;
  }

  /** A document may have another text now, or is closed. Gives the documents to which that makes a difference. */
  touch(uri: string): string[] {
    const known = this.read.get(uri);
    const text = this.openText(uri);
    if (known === undefined || (known instanceof WorkspaceModule && known.source === text)) return [];
    // What is not open any more is read again.
    this.read.delete(uri);
    this.generation++;
    return [...this.graphs]
      .filter(([document, { uris }]) => document !== uri && uris.has(uri))
      .map(([document]) => document);
  }

  forget(document: string): void {
    this.graphs.delete(document);
  }

  lookUp(document: string, importing: Importing): FoundModules {
    const before = this.graphs.get(document);
    if (before?.generation === this.generation && before.importing === importing) return before;
    const pending = new Set<Promise<void>>();
    const graph = new ModuleGraph(document, importing.imports, (name, importer) =>
      this.resolve(name, importer, document, importing, pending)
    );
    const isSame = before !== undefined && graph.isSameAs(before.modules);
    const found: Known = {
      importing,
      generation: this.generation,
      uris: graph.uris,
      modules: isSame ? before.modules : graph,
      pending: pending.size > 0 ? Promise.all(pending).then(() => undefined) : undefined
    };
    this.graphs.set(document, found);
    return found;
  }

  /** A module is looked for in the importing document's own workspace folder only. */
  private resolve(
    name: string,
    importer: string,
    document: string,
    { written }: Importing,
    pending: Set<Promise<void>>
  ): Resolved | undefined {
    const root = rootAround(document, this.roots);
    const at = (uri: string): Resolved | undefined => {
      if (uri === document) return undefined;
      const own = written.get(uri);
      if (own) return { uri, found: own };
      const found = this.module(uri);
      if (found instanceof Promise) pending.add(found);
      return found instanceof WorkspaceModule ? { uri, found } : undefined;
    };
    const has = (folder: string, file: string, kind: 'file' | 'directory'): boolean => {
      const uri = `${folder}/${encodeURIComponent(file)}`;
      if (kind === 'file' && (written.has(uri) || this.openText(uri) !== undefined)) return true;
      const names = this.list(folder);
      if (names instanceof Promise) pending.add(names);
      return !(names instanceof Promise) && names.get(file) === kind;
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

  private list(folder: string): ReadonlyMap<string, 'file' | 'directory'> | Promise<void> {
    const known = this.folders.get(folder);
    if (known) return known;
    const reading: Promise<void> = this.files.list(folder).then(
      entries => this.keep(this.folders, folder, reading, new Map(entries.map(({ name, kind }) => [name, kind]))),
      () => this.keep(this.folders, folder, reading, new Map())
    );
    this.folders.set(folder, reading);
    return reading;
  }

  private module(uri: string): WorkspaceModule | 'none' | Promise<void> {
    const known = this.read.get(uri);
    if (known) return known;
    const text = this.openText(uri);
    if (text !== undefined) {
      const module = text.length > LONGEST_MODULE ? 'none' : this.make(uri, text);
      this.read.set(uri, module);
      return module;
    }
    const reading: Promise<void> = this.load(uri).then(
      found => this.keep(this.read, uri, reading, found),
      () => this.keep(this.read, uri, reading, 'none')
    );
    this.read.set(uri, reading);
    return reading;
  }

  private async load(uri: string): Promise<WorkspaceModule | 'none'> {
    const stat = await this.files.stat(uri);
    if (stat?.kind !== 'file' || stat.size > LONGEST_MODULE) return 'none';
    return this.make(uri, decodeText(await this.files.read(uri, 0, LONGEST_MODULE)));
  }

  private make(uri: string, text: string): WorkspaceModule {
    return moduleOf(this.grammar, uri, text);
  }

  /** What changed while it was read is read again. */
  private keep<T>(into: Map<string, T | Promise<void>>, key: string, reading: Promise<void>, value: T): void {
    if (into.get(key) !== reading) return;
    into.set(key, value);
    this.generation++;
  }
}

/** The file's text as a module; of a notebook its Python cells. Throws where a notebook cannot be read. */
function moduleOf(grammar: PythonGrammar, uri: string, text: string): WorkspaceModule {
  if (!uri.endsWith('.ipynb'))
    return new WorkspaceModule(grammar, uri, [{ id: '', ...readPercentFile(text) }], true, text);
  const notebook = readNotebook(text);
  const cells = notebook.cells
    .filter(cell => cell.kind === 'code' && (cell.language ?? notebook.language) === 'python')
    .map(cell => ({ id: cell.id, ...readCell(cell.source.text) }));
  return new WorkspaceModule(grammar, uri, cells, false, text);
}

/** The file that `%run` names, seen from the document's folder. */
function runFile(path: string, document: string): string | undefined {
  const named = /\.(py|ipy|ipynb)$/.test(path) ? path : `${path}.py`;
  return fileSeenFrom(document, named);
}

/** The URI of a relative path, seen from the document's folder; undefined for any other path. */
export function fileSeenFrom(document: string, path: string): string | undefined {
  if (/^([/~\\]|[a-z]+:)/i.test(path)) return undefined;
  const parts = parentOf(document).split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}
