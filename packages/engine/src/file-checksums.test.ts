import assert from 'node:assert/strict';
import { FileChecksums } from './file-checksums.js';
import { NODE_CHECKSUMS } from './node/checksums.js';
import type { ChecksumPort } from './ports.js';
import { MemoryFiles } from './testing/memory-files.js';

const DOCUMENT = 'file:///project/notebooks/a.ipynb';
const { sha256 } = NODE_CHECKSUMS;
// Of "abc" and of nothing, as FIPS 180-2 has them.
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('checksums of the files that a program loads', () => {
  let files: MemoryFiles;
  const make = (port: ChecksumPort = { sha256, most: 10_000_000 }): FileChecksums => {
    const checksums = new FileChecksums(files, port);
    checksums.setRoots(['file:///project']);
    return checksums;
  };
  const isThere = async (checksums: FileChecksums, path: string): Promise<boolean> => {
    await checksums.lookUp(DOCUMENT, path).pending;
    return checksums.lookUp(DOCUMENT, path).there;
  };
  beforeEach(() => {
    files = new MemoryFiles();
    files.set('file:///project/notebooks/m.pkl', 'abc');
    files.set('file:///project/my%20data/m.pkl', '');
    files.set('file:///elsewhere/m.pkl', 'abc');
  });

  it('are known once the file was looked for, and read only for a fix', async () => {
    const checksums = make();
    assert.equal(checksums.lookUp(DOCUMENT, 'm.pkl').there, false);
    assert.equal(await isThere(checksums, 'm.pkl'), true);
    assert.deepEqual(files.reads, []);
    assert.equal(await checksums.of(DOCUMENT, 'm.pkl'), ABC);
    assert.equal(await checksums.of(DOCUMENT, '../my data/m.pkl'), NOTHING);
  });

  it('list a folder once for all files that are looked for in it', async () => {
    const checksums = make();
    let listed = 0;
    const list = files.list.bind(files);
    files.list = folder => {
      listed++;
      return list(folder);
    };
    const found = await Promise.all(Array.from({ length: 1000 }, (_, i) => isThere(checksums, `${i}.pkl`)));
    assert.equal(found.includes(true), false);
    assert.equal(listed, 2);
  });

  it('are of files of the workspace', async () => {
    const checksums = make();
    for (const path of [
      'gone.pkl',
      '../../elsewhere/m.pkl',
      '/elsewhere/m.pkl',
      'file:///elsewhere/m.pkl',
      '~/m.pkl',
      '..'
    ]) {
      assert.equal(await isThere(checksums, path), false, path);
      assert.equal(await checksums.of(DOCUMENT, path), undefined, path);
    }
    assert.deepEqual(files.reads, []);
  });

  it('are looked for again when the file comes or goes', async () => {
    const checksums = make();
    assert.equal(await isThere(checksums, 'late.pkl'), false);
    files.set('file:///project/notebooks/late.pkl', 'abc');
    assert.equal(await isThere(checksums, 'late.pkl'), true);
    files.set('file:///project/notebooks/late.pkl', undefined);
    assert.equal(await isThere(checksums, 'late.pkl'), false);
  });

  it('are read part by part, and no file is too large to be refused', async () => {
    const text = 'x'.repeat(9_000_000);
    files.set('file:///project/notebooks/large.pt', text);
    assert.equal(await make().of(DOCUMENT, 'large.pt'), await sha256(chunksOf([text]), text.length));
    assert.equal(files.reads.length, 3);
    assert.equal(await isThere(make({ sha256, most: 8_000_000 }), 'large.pt'), false);
    const none = new FileChecksums(files, undefined);
    none.setRoots(['file:///project']);
    assert.equal(await isThere(none, 'm.pkl'), false);
  });

  it('are of no file that changes while it is read', async () => {
    const checksums = make({
      most: 100,
      sha256: async (chunks, size) => {
        const read = await sha256(chunks, size);
        files.set('file:///project/notebooks/m.pkl', 'abd');
        return read;
      }
    });
    assert.equal(await checksums.of(DOCUMENT, 'm.pkl'), undefined);
  });
});

async function* chunksOf(texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(new TextEncoder().encode(text));
}
