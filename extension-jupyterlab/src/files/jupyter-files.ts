import { type Contents, ServerConnection } from '@jupyterlab/services';
import { fromBase64 } from '@loadlight/protocol/base64';

/** The largest file, in bytes, that is read whole where parts of it cannot be had. */
export const MAX_WHOLE = 32 * 1024 * 1024;

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** Reads files where the contents manager has them, with its login; paths are the contents manager's. */
export class JupyterFiles {
  constructor(
    private readonly contents: Contents.IManager,
    private readonly settings: ServerConnection.ISettings
  ) {}

  /** `size` in bytes. Rejects where nothing is there. */
  async stat(path: string): Promise<{ kind: 'file' | 'directory'; size: number }> {
    const { type, size } = await this.contents.get(path, { content: false });
    return { kind: kindOf(type), size: size ?? 0 };
  }

  /** Names in a folder. Rejects where it cannot be read. */
  async list(path: string): Promise<Entry[]> {
    const folder = await this.contents.get(path, { type: 'directory', content: true });
    return (folder.content as Contents.IModel[]).map(({ name, type }) => ({ name, kind: kindOf(type) }));
  }

  /** Up to `length` bytes from byte `offset`. Rejects where they cannot be had. */
  async read(path: string, offset: number, length: number): Promise<Uint8Array> {
    if (length <= 0) return new Uint8Array();
    const response = await this.range(path, offset, length);
    if (response?.status === 206) return new Uint8Array(await response.arrayBuffer());
    // A server that knows no ranges sends the whole file; one that serves no files at all still has their contents.
    const whole = response?.status === 200 ? await wholeOf(response) : await this.content(path);
    return whole.subarray(offset, offset + length);
  }

  private async range(path: string, offset: number, length: number): Promise<Response | undefined> {
    const address = await this.contents.getDownloadUrl(path);
    const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
    try {
      return await ServerConnection.makeRequest(address, { method: 'GET', headers }, this.settings);
    } catch {
      return undefined;
    }
  }

  private async content(path: string): Promise<Uint8Array> {
    const { size } = await this.contents.get(path, { content: false });
    if ((size ?? 0) > MAX_WHOLE) throw new Error(`${size} bytes are too many to read here`);
    const file = await this.contents.get(path, { content: true, type: 'file' });
    const content: unknown = file.content;
    if (file.format === 'base64') return fromBase64(String(content));
    return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  }
}

async function wholeOf(response: Response): Promise<Uint8Array> {
  if (Number(response.headers.get('Content-Length') ?? 0) > MAX_WHOLE) {
    await response.body?.cancel();
    throw new Error('the file is too large to read here');
  }
  return new Uint8Array(await response.arrayBuffer());
}

function kindOf(type: string): 'file' | 'directory' {
  return type === 'directory' ? 'directory' : 'file';
}
