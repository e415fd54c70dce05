import type { FileCapabilities, FilesPort, FileStat } from '@loadlight/engine/ports';

/** A host's or a client's files, with changes announced by whoever hears of them. */
export class ServedFiles implements FilesPort {
  private readonly listeners: ((uri: string) => void)[] = [];

  constructor(private readonly inner: FilesPort) {
    inner.changed(uri => this.announce([uri]));
  }

  get capabilities(): FileCapabilities {
    return this.inner.capabilities;
  }

  stat(uri: string): Promise<FileStat | undefined> {
    return this.inner.stat(uri);
  }

  read(uri: string, offset: number, length: number): Promise<Uint8Array> {
    return this.inner.read(uri, offset, length);
  }

  list(uri: string): ReturnType<FilesPort['list']> {
    return this.inner.list(uri);
  }

  changed(listener: (uri: string) => void): void {
    this.listeners.push(listener);
  }

  /** Says that these files changed, appeared or went. */
  announce(uris: readonly string[]): void {
    for (const uri of uris) for (const listener of this.listeners) listener(uri);
  }
}
