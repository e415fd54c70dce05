import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NodeFiles } from './files.js';
import { NodeParts } from './parts.js';

describe('the ports on Node', () => {
  let folder = '';
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loadlight-'));
    await writeFile(join(folder, 'a b.txt'), 'hello');
    await mkdir(join(folder, 'sub'));
    await symlink(join(folder, 'sub'), join(folder, 'link'));
    await symlink(join(folder, 'gone'), join(folder, 'dangling'));
    await writeFile(join(folder, 'secrets.cjs'), 'module.exports = { answer: 42 };');
  });
  after(() => rm(folder, { recursive: true }));

  it('say what is there', async () => {
    const files = new NodeFiles();
    const { mtimeMs } = await stat(join(folder, 'a b.txt'));
    assert.deepEqual(await files.stat(uri('a b.txt')), { kind: 'file', size: 5, modified: mtimeMs });
    assert.deepEqual(await files.stat(uri('sub')), { kind: 'directory', size: 0 });
    assert.equal(await files.stat(uri('gone')), undefined);
    assert.equal(await files.stat('untitled:x'), undefined);
  });

  it('read a stretch, and less at the end', async () => {
    const files = new NodeFiles();
    const text = async (offset: number, length: number): Promise<string> =>
      new TextDecoder().decode(await files.read(uri('a b.txt'), offset, length));
    assert.equal(await text(1, 3), 'ell');
    assert.equal(await text(3, 100), 'lo');
    assert.equal(await text(100, 1), '');
    await assert.rejects(files.read(uri('gone'), 0, 1));
  });

  it('list a folder, links as what they lead to', async () => {
    const names = await new NodeFiles().list(uri('.'));
    assert.deepEqual(names.map(({ name, kind }) => `${kind} ${name}`).sort(), [
      'directory link',
      'directory sub',
      'file a b.txt',
      'file secrets.cjs'
    ]);
    assert.deepEqual(await new NodeFiles().list(uri('gone')), []);
  });

  it('give parts from a folder', async () => {
    const parts = new NodeParts(folder);
    assert.deepEqual(await parts.module('secrets'), { answer: 42 });
    await assert.rejects(parts.bytes('tree-sitter-python.wasm'));
    await assert.rejects(new NodeParts(join(folder, 'sub')).module('secrets'));
  });
});
