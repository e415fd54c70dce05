import { type Contents, ServerConnection } from '@jupyterlab/services';
import { fromBase64 } from '@loadlight/protocol/base64';
import type { FileStat } from '@loadlight/protocol/files';
import { KnownFiles } from './known-files.js';

/** The largest file, in bytes, that is read whole where parts of it cannot be had. */
export const MAX_WHOLE = 32 * 1024 * 1024;

/** Up to this size, in bytes, a file is asked of the contents manager, which knows best what it holds. */
const MAX_CONTENT = 1024 * 1024;

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** Reads files where the contents manager has them, with its login; paths are the contents manager's. */
export class JupyterFiles {
  private readonly known = new KnownFiles(folder => this.models(folder));

  constructor(
    private readonly contents: Contents.IManager,
    private readonly settings: ServerConnection.ISettings
  ) {}

  /** Rejects where nothing is there. */
  async stat(path: string): Promise<FileStat> {
    let model: Contents.IModel | undefined;
    try {
      model = await this.contents.get(path, { content: false });
    } finally {
      this.known.note(path, model);
    }
    return { kind: kindOf(model.type), size: model.size ?? 0, modified: Date.parse(model.last_modified) };
  }

  /** Names in a folder. Rejects where it cannot be read: who is told so is told of all that it holds once it can be. */
  async list(path: string): Promise<Entry[]> {
    let models: readonly Contents.IModel[] = [];
    try {
      models = await this.models(path);
    } finally {
      this.known.noteList(path, models);
    }
    return models.map(({ name, type }) => ({ name, kind: kindOf(type) }));
  }

  /** Paths of what was asked for here and is not as it was then. Never rejects. */
  changed(): Promise<string[]> {
    return this.known.changed();
  }

  /** Up to `length` bytes from byte `offset`. Rejects where they cannot be had; `changed` then gives the path again. */
  async read(path: string, offset: number, length: number): Promise<Uint8Array> {
    if (length <= 0) return new Uint8Array();
    const { size } = await this.stat(path);
    try {
      const part = size > MAX_CONTENT ? await this.range(path, size, offset, length) : undefined;
      return part ?? (await this.content(path, size)).subarray(offset, offset + length);
    } catch (error) {
      // Who could not read it now is told of it once more at the next look.
      this.known.note(path, undefined);
      throw error;
    }
  }

  /**
   * A part of a large file by its address, which knows ranges where the server does; undefined where the address has
   * another file or none. JupyterLite's has the file as it was shipped, another drive's that of the same name beside it.
   */
  private async range(path: string, size: number, offset: number, length: number): Promise<Uint8Array | undefined> {
    if (this.contents.driveName(path) !== '') return undefined;
    const address = await this.contents.getDownloadUrl(path);
    const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
    const response = await ServerConnection.makeRequest(address, { method: 'GET', headers }, this.settings).catch(
      () => undefined
    );
    if (response?.status === 206) {
      const isIt = response.headers.get('Content-Range')?.endsWith(`/${size}`) ?? false;
      return isIt ? new Uint8Array(await response.arrayBuffer()) : undefined;
    }
    if (response?.status === 200 && size <= MAX_WHOLE) {
      const whole = new Uint8Array(await response.arrayBuffer());
      return whole.length === size ? whole.subarray(offset, offset + length) : undefined;
    }
    await response?.body?.cancel();
    return undefined;
  }

  private async models(path: string): Promise<readonly Contents.IModel[]> {
    const folder = await this.contents.get(path, { type: 'directory', content: true });
    return folder.content as Contents.IModel[];
  }

  private async content(path: string, size: number): Promise<Uint8Array> {
    if (size > MAX_WHOLE) throw new Error(`${size} bytes are too large to read here`);
    const file = await this.contents.get(path, { content: true, type: 'file' });
    const content: unknown = file.content;
    if (file.format === 'base64') return fromBase64(String(content));
    return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  }
}

function kindOf(type: string): 'file' | 'directory' {
  return type === 'directory' ? 'directory' : 'file';
}
