import { fromBase64 } from '@loadlight/protocol/base64';
import type { FileCapabilities, FilesPort, FileStat } from '@loadlight/engine/ports';
import type { InitializationOptions } from '@loadlight/protocol/initialization';
import type { FsListResult, FsReadResult, FsStatResult } from '@loadlight/protocol/messages';
import { FS_LIST, FS_READ, FS_STAT } from '@loadlight/protocol/messages';
import type { Connection } from 'vscode-languageserver';

/** The client's files, over `loadlight/fs.*`: the client holds the login, and knows what may be read. */
export class ClientFiles implements FilesPort {
  readonly capabilities: FileCapabilities;

  constructor(
    private readonly connection: Connection,
    { ranges, watch, maxWhole }: NonNullable<InitializationOptions['files']>
  ) {
    this.capabilities = { ranges, watch, maxWhole, write: false };
  }

  async stat(uri: string): Promise<FileStat | undefined> {
    const stat = await this.connection.sendRequest<FsStatResult>(FS_STAT, { uri }).catch(() => null);
    return stat ?? undefined;
  }

  async read(uri: string, offset: number, length: number): Promise<Uint8Array> {
    const { data } = await this.connection.sendRequest<FsReadResult>(FS_READ, { uri, offset, length });
    return fromBase64(data);
  }

  async list(uri: string): Promise<FsListResult> {
    return await this.connection.sendRequest<FsListResult>(FS_LIST, { uri }).catch(() => []);
  }

  /** The client says so itself, with `loadlight/fs.changed`. */
  changed(): void {}
}
