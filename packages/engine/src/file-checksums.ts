import { rootAround } from './folders.js';
import { fileSeenFrom } from './module-of-file.js';
import type { ChecksumPort, FilesPort, FileStat } from './ports.js';

type Names = WeakMap<FilesPort, Map<string, Promise<ReadonlySet<string>>>>;

/** So much is read at a time, in bytes. */
const CHUNK = 4 * 1024 * 1024;

/**
 * SHA-256 of the files that programs load, as they lie in the workspace. Whether there is such a file is looked up while a
 * document is analysed; it is read only when a fix is made.
 */
export class FileChecksums {
  private roots: readonly string[] = [];
  private readonly known = new Map<string, boolean | Promise<void>>();
  /** The names in folders, by port and folder: a notebook may load a thousand files of one. */
  private names: Names = new WeakMap();
  /** Files that are read just now, and did not change since that began. */
  private readonly reading = new Set<string>();

  constructor(
    private readonly files: FilesPort,
    private readonly port: ChecksumPort | undefined
  ) {
    files.changed(uri => {
      this.known.delete(uri);
      this.names = new WeakMap();
      this.reading.delete(uri);
    });
  }

  setRoots(roots: readonly string[]): void {
    this.roots = roots.map(root => root.replace(/\/+$/, ''));
    this.known.clear();
    for (const files of [this.files, this.port?.files]) if (files) this.names = new WeakMap();
  }

  /** Whether the checksum of the file at that path, seen from the document, can be worked out. */
  lookUp(document: string, path: string): { there: boolean; pending: Promise<void> | undefined } {
    const uri = this.uriOf(document, path);
    if (uri === undefined) return { there: false, pending: undefined };
    const known = this.known.get(uri);
    if (typeof known === 'boolean') return { there: known, pending: undefined };
    if (known) return { there: false, pending: known };
    const looking = this.look(uri).then(found => {
      if (this.known.get(uri) === looking) this.known.set(uri, found !== undefined);
    });
    this.known.set(uri, looking);
    return { there: false, pending: looking };
  }

  /** Undefined where the file cannot be read, or changes while it is. */
  async of(document: string, path: string): Promise<string | undefined> {
    const uri = this.uriOf(document, path);
    this.names = new WeakMap();
    const found = uri === undefined ? undefined : await this.look(uri);
    if (uri === undefined || !found || !this.port) return undefined;
    this.reading.add(uri);
    try {
      const { files, stat } = found;
      const checksum = await this.port.sha256(bytesOf(files, uri, stat.size), stat.size);
      const after = await files.stat(uri);
      const isSame = after?.size === stat.size && after.modified === stat.modified;
      return this.reading.has(uri) && isSame ? checksum : undefined;
    } catch {
      return undefined;
    } finally {
      this.reading.delete(uri);
    }
  }

  /** The file, if it is one that can be read here, and the port that reads it. */
  private async look(uri: string): Promise<{ files: FilesPort; stat: FileStat } | undefined> {
    if (!this.port) return undefined;
    for (const files of this.port.files ? [this.port.files, this.files] : [this.files]) {
      const stat = (await this.isListed(files, uri)) ? await files.stat(uri).catch(() => undefined) : undefined;
      if (!stat) continue;
      const most = files.capabilities.ranges ? this.port.most : Math.min(this.port.most, files.capabilities.maxWhole);
      return stat.kind === 'file' && stat.size <= most ? { files, stat } : undefined;
    }
    return undefined;
  }

  /** Seen in the folders down to it: a browser writes every file that is asked for and not there on its console. */
  private async isListed(files: FilesPort, uri: string): Promise<boolean> {
    if (this.roots.includes(uri)) return true;
    const slash = uri.lastIndexOf('/');
    const folder = uri.slice(0, slash);
    if (rootAround(uri, this.roots) === undefined || !(await this.isListed(files, folder))) return false;
    return (await this.namesIn(files, folder)).has(uri.slice(slash + 1));
  }

  /** As they are written in an address too. */
  private namesIn(files: FilesPort, folder: string): Promise<ReadonlySet<string>> {
    const folders = this.names.get(files) ?? new Map<string, Promise<ReadonlySet<string>>>();
    this.names.set(files, folders);
    let names = folders.get(folder);
    if (!names) {
      names = files.list(folder).then(
        entries => new Set(entries.flatMap(({ name }) => [name, encodeURIComponent(name)])),
        () => new Set()
      );
      folders.set(folder, names);
    }
    return names;
  }

  /** Only within the workspace: what a program names may lead anywhere. */
  private uriOf(document: string, path: string): string | undefined {
    const uri = this.port && fileSeenFrom(document, path);
    return uri !== undefined && rootAround(uri, this.roots) !== undefined ? uri : undefined;
  }
}

async function* bytesOf(files: FilesPort, uri: string, size: number): AsyncIterable<Uint8Array> {
  const step = files.capabilities.ranges ? CHUNK : size;
  for (let offset = 0; offset < size; offset += step) {
    const length = Math.min(step, size - offset);
    const bytes = await files.read(uri, offset, length);
    if (bytes.length !== length) throw new Error(`${uri} changed while it was read`);
    yield bytes;
  }
}
