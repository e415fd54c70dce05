import assert from 'node:assert/strict';
import { until } from '../../vscode/until.mjs';
import { closeAll, marks, openFile } from '../session.mjs';

const MIB = 1024 * 1024;

/** Lets a test ask what the server in the worker asks, `window.askClient(method, params)`, and hear what it hears. */
function spyOnWorker() {
  const waiting = new Map();
  let last = 0;
  window.Worker = class extends window.Worker {
    postMessage(message, ...rest) {
      const answer = message.method === undefined ? waiting.get(message.id) : undefined;
      if (answer === undefined) super.postMessage(message, ...rest);
      else answer(message);
    }
    set onmessage(listener) {
      super.onmessage = listener;
      window.askClient = (method, params) =>
        new Promise((resolve, reject) => {
          const id = `test-${last++}`;
          waiting.set(id, ({ error, result }) => (error ? reject(new Error(error.message)) : resolve(result)));
          listener.call(this, new MessageEvent('message', { data: { jsonrpc: '2.0', id, method, params } }));
        });
    }
  };
}

/** A drive as an extension registers one, which keeps its files in a folder of the server's and knows no more than it must. */
async function addDrive() {
  const { contents } = window.jupyterapp.serviceManager;
  const inFolder = path => (path === '' ? 'elsewhere' : `elsewhere/${path}`);
  const local = path => path.replace(/^elsewhere\/?/, '');
  const toLocal = model => ({
    ...model,
    path: local(model.path),
    content: model.type === 'directory' && model.content ? model.content.map(toLocal) : model.content
  });
  const { constructor } = contents.fileChanged;
  const drive = {
    name: 'far',
    serverSettings: contents.serverSettings,
    fileChanged: new constructor(contents),
    isDisposed: false,
    dispose: () => undefined,
    get: async (path, options) => toLocal(await contents.get(inFolder(path), options)),
    save: async (path, options) => toLocal(await contents.save(inFolder(path), options)),
    listCheckpoints: async () => [],
    createCheckpoint: async () => ({ id: 'none', last_modified: new Date().toISOString() }),
    // As drives do that take JupyterLab's own for theirs: the address of another file.
    getDownloadUrl: path => contents.getDownloadUrl(path)
  };
  contents.addDrive(drive);
}

/** Files of a drive that is not the server's own, and large ones. */
export function drives(session) {
  let window;
  before(async () => {
    window = await session().open({ prepare: page => page.addInitScript(spyOnWorker) });
    await window.page.evaluate(addDrive);
  });
  afterEach(() => closeAll(window.page));
  after(() => window.close());

  const read = (path, offset, length) =>
    window.page.evaluate(
      async ([name, from, wanted]) => {
        const [drive, rest] = name.includes(':') ? [`${encodeURIComponent('far:')}/`, name.slice(4)] : ['', name];
        const uri = `jupyter-file:///root/${drive}${rest}`;
        return (await window.askClient('loadlight/fs.read', { uri, offset: from, length: wanted })).data;
      },
      [path, offset, length]
    );
  const bytes = data => Buffer.from(data, 'base64');
  /** A file whose every byte says where it is. */
  const large = size => Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) & 255));

  it('knows a notebook there, and the versions beside it, not those of the same name elsewhere', async () => {
    const { write, text } = session();
    write('elsewhere/train.ipynb', text('work/bare.ipynb'));
    write('elsewhere/requirements.txt', 'torch==2.4.0\n');
    write('requirements.txt', 'torch==2.13.0\n');
    await openFile(window.page, 'far:train.ipynb');
    await until(async () =>
      assert.deepEqual(
        (await marks(window.page)).map(({ kind }) => kind),
        ['warning', 'warning']
      )
    );
  });

  it('reads a part of a large file by its range, and whole where the server knows no ranges', async () => {
    const { page, requests } = window;
    const content = large(3 * MIB);
    session().write('data/model.pt', content);
    const part = content.subarray(2 * MIB, 2 * MIB + 500);
    assert.deepEqual(bytes(await read('data/model.pt', 2 * MIB, 500)), part);
    assert.equal(requests('/files/data/model.pt').length, 1);
    assert.equal(requests('content=1').filter(url => url.includes('model.pt')).length, 0);
    await page.route('**/files/data/model.pt*', route =>
      route.continue({ headers: { ...route.request().headers(), range: '' } })
    );
    assert.deepEqual(bytes(await read('data/model.pt', 2 * MIB, 500)), part);
    await page.unroute('**/files/data/model.pt*');
  });

  it('reads a large file of another drive whole, never one of the same name, and none that is too large', async () => {
    const content = large(3 * MIB);
    session().write('elsewhere/model.pt', content);
    session().write('model.pt', large(3 * MIB).reverse());
    assert.deepEqual(bytes(await read('far:model.pt', MIB, 500)), content.subarray(MIB, MIB + 500));
    session().write('elsewhere/huge.pt', Buffer.alloc(33 * MIB));
    await assert.rejects(read('far:huge.pt', 0, 10), /too large to read here/);
  });
}
