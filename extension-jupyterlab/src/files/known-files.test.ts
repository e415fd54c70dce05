import type { Contents } from '@jupyterlab/services';
import assert from 'node:assert/strict';
import { KnownFiles } from './known-files.js';

describe('what the server was told of files', () => {
  const model = (path: string, modified: string, type = 'file'): Contents.IModel => ({
    path,
    type,
    name: path,
    last_modified: modified,
    size: type === 'directory' ? undefined : 1,
    created: '',
    writable: true,
    mimetype: '',
    content: null,
    format: null
  });
  const folders = new Map<string, Contents.IModel[]>();
  const make = (): KnownFiles =>
    new KnownFiles(folder => {
      const found = folders.get(folder);
      return found ? Promise.resolve(found) : Promise.reject(new Error('away'));
    });
  beforeEach(() => folders.clear());

  it('is as it was until a file is written, and then again until it is asked about', async () => {
    const known = make();
    known.note('a/b.py', model('a/b.py', '1'));
    folders.set('a', [model('a/b.py', '1'), model('a/other.pt', '1')]);
    assert.deepEqual(await known.changed(), []);
    folders.set('a', [model('a/b.py', '2'), model('a/other.pt', '2')]);
    assert.deepEqual(await known.changed(), ['a/b.py']);
    assert.deepEqual(await known.changed(), []);
  });
  it('knows of files that come and go, in the folder and in a list of it', async () => {
    const known = make();
    known.note('here.py', model('here.py', '1'));
    known.note('not.py', undefined);
    known.noteList('', [model('here.py', '1')]);
    folders.set('', [model('not.py', '1'), model('new.txt', '1')]);
    assert.deepEqual((await known.changed()).sort(), ['here.py', 'new.txt', 'not.py']);
    assert.deepEqual(await known.changed(), []);
  });
  it('takes a folder that cannot be listed for unchanged, and asks each drive for its own', async () => {
    const known = make();
    known.note('gone/b.py', model('gone/b.py', '1'));
    known.note('RTC:c.py', model('RTC:c.py', '1'));
    folders.set('RTC:', [model('RTC:c.py', '2')]);
    assert.deepEqual(await known.changed(), ['RTC:c.py']);
  });
  it('says nothing of a folder in which something was written', async () => {
    const known = make();
    known.note('a', model('a', '1', 'directory'));
    folders.set('', [model('a', '2', 'directory')]);
    assert.deepEqual(await known.changed(), []);
  });
});
