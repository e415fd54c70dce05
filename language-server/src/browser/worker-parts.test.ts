import { deepEqual, equal, rejects } from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WorkerParts } from './worker-parts.js';
import type { WorkerScope } from './worker-scope.js';

/** A scope whose scripts say by themselves what they export, as JSON; browsers are tried elsewhere. */
class JsonScope implements WorkerScope {
  loadlightParts?: Readonly<Record<string, unknown>>;
  readonly imported: string[] = [];

  constructor(private readonly exports: Readonly<Record<string, unknown>>) {}

  importScripts(url: string): void {
    this.imported.push(url);
    this.loadlightParts = this.exports;
  }
}

const nobody = (): Promise<never> => Promise.reject(new Error('nobody is to be asked'));

describe('the parts of a worker', () => {
  const served = new Map<string, Buffer>();
  let server: Server;
  let base: string;
  before(async () => {
    server = createServer((request, response) => {
      const body = served.get(request.url ?? '');
      response.writeHead(body ? 200 : 404).end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('come from where the client says, or came along', async () => {
    served.set('/runtime.wasm', Buffer.of(1, 2, 3));
    const sources = {
      'web-tree-sitter.wasm': { url: `${base}/runtime.wasm` },
      'tree-sitter-python.wasm': { bytes: Uint8Array.of(4, 5) }
    };
    const parts = new WorkerParts(sources, new JsonScope({}), nobody);
    deepEqual(await parts.bytes('web-tree-sitter.wasm'), Uint8Array.of(1, 2, 3));
    deepEqual(await parts.bytes('tree-sitter-python.wasm'), Uint8Array.of(4, 5));
  });

  it('say what is missing', async () => {
    const parts = new WorkerParts({ 'web-tree-sitter.wasm': { url: `${base}/gone.wasm` } }, new JsonScope({}), nobody);
    await rejects(
      parts.bytes('web-tree-sitter.wasm'),
      /web-tree-sitter\.wasm could not be fetched: the answer was 404/
    );
    await rejects(parts.bytes('tree-sitter-python.wasm'), /did not say where tree-sitter-python\.wasm is/);
  });

  it('are loaded once, from a Blob, whether by address or as bytes', async () => {
    served.set('/secrets.js', Buffer.from('//'));
    for (const secrets of [{ url: `${base}/secrets.js` }, { bytes: Uint8Array.of(47, 47) }]) {
      const scope = new JsonScope({ secrets: 'exports' });
      const parts = new WorkerParts({ secrets }, scope, nobody);
      deepEqual(await Promise.all([parts.module('secrets'), parts.module('secrets')]), ['exports', 'exports']);
      deepEqual(
        scope.imported.map(url => url.slice(0, 5)),
        ['blob:']
      );
    }
  });

  it('are asked of the client, once and only when they are needed, where it says so', async () => {
    const asked: string[] = [];
    const parts = new WorkerParts({ scripts: { asked: true } }, new JsonScope({ scripts: 'exports' }), name => {
      asked.push(name);
      return Promise.resolve(Uint8Array.of(47, 47));
    });
    deepEqual(asked, []);
    deepEqual(await Promise.all([parts.module('scripts'), parts.module('scripts')]), ['exports', 'exports']);
    deepEqual(asked, ['scripts']);
  });

  it('are tried again after they failed', async () => {
    served.delete('/late.js');
    const parts = new WorkerParts(
      { secrets: { url: `${base}/late.js` } },
      new JsonScope({ secrets: 'exports' }),
      nobody
    );
    await rejects(parts.module('secrets'), /the answer was 404/);
    served.set('/late.js', Buffer.from('//'));
    equal(await parts.module('secrets'), 'exports');
  });
});
