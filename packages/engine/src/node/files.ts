import { watch, type FSWatcher } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileCapabilities, FilesPort, FileStat } from '../ports.js';

/** Files of this machine, by `file:` URI. Other schemes read as "nothing is there". */
export class NodeFiles implements FilesPort {
  readonly capabilities: FileCapabilities;
  private readonly listeners: ((uri: string) => void)[] = [];
  private readonly watchers = new Map<string, FSWatcher>();

  /** `watchFolders`: URIs of folders whose changes are told to listeners, for hosts that live long. */
  constructor(watchFolders: readonly string[] = []) {
    this.capabilities = {
      ranges: true,
      watch: watchFolders.length > 0,
      maxWhole: Number.MAX_SAFE_INTEGER,
      write: true
    };
    for (const uri of watchFolders) this.watchFolder(uri);
  }

  async stat(uri: string): Promise<FileStat | undefined> {
    const path = pathOf(uri);
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
    if (found?.isFile()) return { kind: 'file', size: found.size, modified: found.mtimeMs };
    return found?.isDirectory() ? { kind: 'directory', size: 0 } : undefined;
  }

  async read(uri: string, offset: number, length: number): Promise<Uint8Array> {
    const path = pathOf(uri);
    if (path === undefined) throw new Error(`${uri} is not a file of this machine`);
    const handle = await open(path, 'r');
    try {
      const left = Math.max(0, (await handle.stat()).size - offset);
      const bytes = new Uint8Array(Math.min(length, left));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await handle.close();
    }
  }

  async list(uri: string): Promise<{ name: string; kind: 'file' | 'directory' }[]> {
    const path = pathOf(uri);
    const entries = path === undefined ? [] : await readdir(path, { withFileTypes: true }).catch(() => []);
    const known = await Promise.all(
      entries.map(async entry => {
        // A link is what it leads to.
        const is = entry.isSymbolicLink()
          ? await stat(join(entry.parentPath, entry.name)).catch(() => undefined)
          : entry;
        if (is?.isFile()) return { name: entry.name, kind: 'file' as const };
        return is?.isDirectory() ? { name: entry.name, kind: 'directory' as const } : undefined;
      })
    );
    return known.filter(entry => entry !== undefined);
  }

  changed(listener: (uri: string) => void): void {
    this.listeners.push(listener);
  }

  /** Stops watching. */
  dispose(): void {
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private watchFolder(uri: string): void {
    const folder = pathOf(uri);
    if (folder === undefined) return;
    try {
      const watcher = watch(folder, { recursive: true, persistent: false }, (_event, name) => {
        if (name === null) return;
        const changed = pathToFileURL(join(folder, name)).href;
        for (const listener of this.listeners) listener(changed);
      });
      // A folder that goes away, or a system that runs out of watches: what is known stays as it is.
      watcher.on('error', () => watcher.close());
      this.watchers.set(uri, watcher);
    } catch {
      // Not watched: the host still tells of the files that it knows.
    }
  }
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
