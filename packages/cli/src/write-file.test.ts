import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusedError, replaceFile, replaceFiles } from './write-file.js';

describe('replaceFile', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loadlight-write-'));
    writeFileSync(join(folder, 'a.py'), 'before');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps the mode and leaves nothing else behind', () => {
    chmodSync(join(folder, 'a.py'), 0o751);
    replaceFile(join(folder, 'a.py'), Buffer.from('before'), 'after é');
    assert.equal(readFileSync(join(folder, 'a.py'), 'utf8'), 'after é');
    assert.equal(statSync(join(folder, 'a.py')).mode & 0o777, 0o751);
    assert.deepEqual(readdirSync(folder), ['a.py']);
  });

  it('writes what a link leads to', () => {
    symlinkSync('a.py', join(folder, 'link.py'));
    replaceFile(join(folder, 'link.py'), Buffer.from('before'), 'after');
    assert.ok(lstatSync(join(folder, 'link.py')).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'a.py'), 'utf8'), 'after');
  });

  it('refuses a file that changed meanwhile, or is gone', () => {
    assert.throws(() => replaceFile(join(folder, 'a.py'), Buffer.from('other'), 'after'), RefusedError);
    assert.equal(readFileSync(join(folder, 'a.py'), 'utf8'), 'before');
    assert.throws(() => replaceFile(join(folder, 'gone.py'), Buffer.from(''), 'after'), RefusedError);
    assert.deepEqual(readdirSync(folder), ['a.py']);
  });

  it('writes files that belong together, or none of them', () => {
    const both = (before: string): void => {
      replaceFiles([
        { path: join(folder, '.env'), before: undefined, text: 'KEY=1\n', mode: 0o600 },
        { path: join(folder, 'a.py'), before: Buffer.from(before), text: 'after' }
      ]);
    };
    assert.throws(() => {
      both('another');
    }, /^Error: a\.py: it changed meanwhile/);
    assert.deepEqual(readdirSync(folder), ['a.py']);
    both('before');
    assert.deepEqual(readdirSync(folder).sort(), ['.env', 'a.py']);
    assert.equal(readFileSync(join(folder, 'a.py'), 'utf8'), 'after');
    assert.equal(statSync(join(folder, '.env')).mode & 0o777, 0o600);
    assert.throws(() => {
      both('after');
    }, /\.env: it changed meanwhile/);
  });
});
