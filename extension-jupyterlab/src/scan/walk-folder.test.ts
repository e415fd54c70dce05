import assert from 'node:assert/strict';
import { type FolderEntry, walkFolder } from './walk-folder.js';

const BOUNDS = { files: 10, folders: 10, size: 100 };

/** Lists a tree given by the paths of its files. */
const lister =
  (...paths: string[]) =>
  (folder: string): Promise<FolderEntry[]> => {
    if (folder.endsWith('locked')) return Promise.reject(new Error('403'));
    const prefix = folder === '' ? '' : `${folder}/`;
    const below = paths.filter(path => path.startsWith(prefix)).map(path => path.slice(prefix.length));
    const names = new Map(below.map(path => [path.split('/')[0] ?? '', path.includes('/')]));
    return Promise.resolve(
      [...names].map(([name, isFolder]) => ({
        name,
        path: prefix + name,
        isFolder,
        size: name.startsWith('big') ? 101 : 100
      }))
    );
  };
const walk = (list: ReturnType<typeof lister>, bounds = BOUNDS, signal = new AbortController().signal) =>
  walkFolder('', list, bounds, signal);

describe('the files of a folder scan', () => {
  it('are notebooks and Python files, not those of tools, copies and environments', async () => {
    const list = lister(
      'b.py',
      'a.ipynb',
      'notes.md',
      'sub/c.py',
      '.ipynb_checkpoints/a.ipynb',
      'node_modules/x.py',
      'mine/pyvenv.cfg',
      'mine/lib/y.py'
    );
    assert.deepEqual(await walk(list), { files: ['a.ipynb', 'b.py', 'sub/c.py'], leftOut: [], stopped: false });
  });
  it('are left out where they are too large or cannot be read', async () => {
    const { files, leftOut } = await walk(lister('big.ipynb', 'a.py', 'locked/x.py'));
    assert.deepEqual([files, leftOut], [['a.py'], ['big.ipynb', 'locked']]);
  });
  it('stop at the bounds, and say so', async () => {
    const list = lister('a.py', 'b.py', 'c/d.py');
    assert.deepEqual(await walk(list, { ...BOUNDS, files: 1 }), { files: ['a.py'], leftOut: [], stopped: true });
    assert.deepEqual(await walk(list, { ...BOUNDS, folders: 1 }), {
      files: ['a.py', 'b.py'],
      leftOut: [],
      stopped: true
    });
  });
  it('are none once it is cancelled', async () => {
    assert.deepEqual((await walk(lister('a.py'), BOUNDS, AbortSignal.abort())).files, []);
  });
});
