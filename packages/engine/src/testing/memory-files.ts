import type { FileCapabilities, FilesPort, FileStat } from '../ports.js';

/** Files that a test makes, by URI, with their folders. */
export class MemoryFiles implements FilesPort {
  readonly capabilities: FileCapabilities = { ranges: true, watch: true, maxWhole: Infinity, write: false };
  /** Every file that was read, in order. */
  readonly reads: string[] = [];
  private readonly files = new Map<string, Uint8Array>();
  private readonly listeners: ((uri: string) => void)[] = [];

  /** Writes the file, or takes it away, and says so. */
  set(uri: string, text: string | undefined): void {
    if (text === undefined) this.files.delete(uri);
    else this.files.set(uri, new TextEncoder().encode(text));
    for (const listener of this.listeners) listener(uri);
  }

  clear(): void {
    for (const uri of [...this.files.keys()]) this.set(uri, undefined);
  }

  stat(uri: string): Promise<FileStat | undefined> {
    const file = this.files.get(uri);
    if (file) return Promise.resolve({ kind: 'file', size: file.length });
    const isFolder = [...this.files.keys()].some(known => known.startsWith(`${uri}/`));
    return Promise.resolve(isFolder ? { kind: 'directory', size: 0 } : undefined);
  }

  read(uri: string, offset: number, length: number): Promise<Uint8Array> {
    this.reads.push(uri);
    const file = this.files.get(uri);
    return file ? Promise.resolve(file.subarray(offset, offset + length)) : Promise.reject(new Error(`no ${uri}`));
  }

  list(uri: string): Promise<{ name: string; kind: 'file' | 'directory' }[]> {
    const found = new Map<string, 'file' | 'directory'>();
    for (const known of this.files.keys()) {
      if (!known.startsWith(`${uri}/`)) continue;
      const [name = '', ...below] = known.slice(uri.length + 1).split('/');
      found.set(name, below.length > 0 ? 'directory' : 'file');
    }
    return Promise.resolve([...found].map(([name, kind]) => ({ name, kind })));
  }

  changed(listener: (uri: string) => void): void {
    this.listeners.push(listener);
  }
}
