import type { FileCapabilities, FilesPort } from '@loadlight/engine/ports';

/** The files of a worker whose client serves none: there is nothing to read. */
export class NoFiles implements FilesPort {
  readonly capabilities: FileCapabilities = { ranges: false, watch: false, maxWhole: 0, write: false };

  stat(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  read(): Promise<Uint8Array> {
    return Promise.reject(new Error('this editor serves no files'));
  }

  list(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  changed(): void {}
}
