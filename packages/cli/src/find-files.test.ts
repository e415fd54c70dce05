import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFiles } from './find-files.js';

describe('findFiles', () => {
  let folder = '';
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  const found = (paths: readonly string[] = ['.'], respectIgnore = true): string[] =>
    findFiles(paths, folder, respectIgnore).files.map(({ shown }) => shown);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loadlight-find-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds notebooks and Python files, and nothing else', () => {
    write({ 'a.py': '', 'b.ipynb': '', 'c.txt': '', 'd/e.py': '', 'Upper.IPYNB': '' });
    assert.deepEqual(found(), ['Upper.IPYNB', 'a.py', 'b.ipynb', 'd/e.py']);
  });

  it('stays out of environments and what tools write', () => {
    write({
      'env/pyvenv.cfg': '',
      'env/a.py': '',
      'conda/conda-meta/history': '',
      'conda/a.py': '',
      'node_modules/a.py': '',
      '__pycache__/a.py': '',
      '.ipynb_checkpoints/a.ipynb': '',
      'lib/site-packages/a.py': '',
      '.git/hooks/a.py': '',
      'own.py': ''
    });
    assert.deepEqual(found(), ['own.py']);
  });

  it('finds settings and copies that Jupyter keeps, for credentials, where they are asked for', () => {
    write({
      '.env': '',
      '.env.local': '',
      'app.toml': '',
      'conf/db.yaml': '',
      'kaggle.json': '',
      'setup.cfg': '',
      'tokenizer.json': ' '.repeat(1_000_001),
      'package-lock.json': '',
      'notes.txt': '',
      'train.py': '',
      '.ipynb_checkpoints/train-checkpoint.ipynb': '',
      '.ipynb_checkpoints/helper-checkpoint.py': '',
      'node_modules/settings.json': ''
    });
    const { files: all, skipped } = findFiles(['.'], folder, true, true);
    assert.deepEqual(
      skipped.map(({ file, reason }) => `${file}: ${reason}`),
      ['tokenizer.json: it is larger than 1 MB, more than settings are; name it to have its beginning looked at']
    );
    const names = (only: boolean): string[] => all.filter(f => f.onlySecrets === only).map(({ shown }) => shown);
    assert.deepEqual(names(false), ['train.py']);
    assert.deepEqual(names(true), [
      '.env',
      '.env.local',
      '.ipynb_checkpoints/helper-checkpoint.py',
      '.ipynb_checkpoints/train-checkpoint.ipynb',
      'app.toml',
      'conf/db.yaml',
      'kaggle.json',
      'setup.cfg'
    ]);
    assert.deepEqual(
      findFiles(['tokenizer.json', 'notes.txt'], folder, true, true).files.map(({ shown }) => shown),
      ['tokenizer.json']
    );
  });

  it('goes into an environment that is named', () => {
    write({ 'env/pyvenv.cfg': '', 'env/a.py': '' });
    assert.deepEqual(found(['env']), ['env/a.py']);
  });

  it('honours .gitignore at every level, the nearest first', () => {
    write({
      '.git/HEAD': '',
      '.git/info/exclude': 'secret.py\n',
      '.gitignore': 'build/\n*.tmp.py\n/only-here.py\n',
      'a.tmp.py': '',
      'secret.py': '',
      'only-here.py': '',
      'build/a.py': '',
      'src/.gitignore': '!keep.tmp.py\nlocal.py\n',
      'src/keep.tmp.py': '',
      'src/local.py': '',
      'src/only-here.py': '',
      'src/deep/local.py': ''
    });
    assert.deepEqual(found(), ['src/keep.tmp.py', 'src/only-here.py']);
    assert.deepEqual(found(['src']), ['src/keep.tmp.py', 'src/only-here.py']);
    assert.equal(found(['.'], false).length, 8);
  });

  it('never ignores what is named', () => {
    write({ '.git/HEAD': '', '.gitignore': 'out/\n*.py\n', 'a.py': '', 'out/b.ipynb': '' });
    assert.deepEqual(found(['a.py', 'out']), ['a.py', 'out/b.ipynb']);
  });

  it('survives links that lead in a circle, and lists a file once', () => {
    write({ 'a.py': '' });
    symlinkSync('.', join(folder, 'loop'));
    symlinkSync('a.py', join(folder, 'b.py'));
    assert.deepEqual(found(['.', 'a.py', 'loop/a.py', 'b.py']), ['a.py']);
  });

  it('says what it cannot read', function () {
    write({ 'a.txt': '', 'locked/a.py': '' });
    const skipped = findFiles(['gone', 'a.txt'], folder, true).skipped;
    assert.deepEqual(skipped, [
      { file: 'gone', reason: 'it is not there', named: true },
      { file: 'a.txt', reason: 'it is neither a .py nor an .ipynb file', named: true }
    ]);
    // Root may read everything, so there is nothing to see there.
    if (process.getuid?.() === 0) return;
    chmodSync(join(folder, 'locked'), 0);
    const [locked] = findFiles(['.'], folder, true).skipped;
    chmodSync(join(folder, 'locked'), 0o700);
    assert.deepEqual(locked, { file: 'locked', reason: 'it may not be read', named: false });
  });
});
