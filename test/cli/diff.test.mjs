import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadlight, notebook, temporaryFolder } from './run-cli.mjs';

const UNSAFE = 'import torch\nstate = torch.load("ckpt.pt", weights_only=False)\n';

/** Runs git as somebody whose own configuration does not count. */
function git(folder, ...args) {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

/** A repository with one commit of these files. */
function repository(files) {
  const folder = temporaryFolder(files);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'config', 'user.email', 'dev@example.org');
  git(folder, 'config', 'user.name', 'Dev');
  commit(folder);
  return folder;
}

function commit(folder) {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'Change');
}

const scan = (folder, revision, ...args) => loadlight(folder, ['scan', '--diff', revision, ...args]);

describe('loadlight scan --diff', function () {
  this.timeout(30_000);

  it('reports only what is new, in files that changed or are not tracked yet', () => {
    const folder = repository({
      'old.py': UNSAFE,
      'train.py': UNSAFE,
      'a.ipynb': notebook(['import torch\ntorch.load("a.pt", weights_only=False)'])
    });
    assert.deepEqual(scan(folder, 'HEAD'), {
      status: 0,
      stdout: 'Nothing to scan has changed since HEAD.\n',
      stderr: ''
    });
    writeFileSync(join(folder, 'train.py'), `# above\n${UNSAFE}torch.load("new.pt", weights_only=False)\n`);
    writeFileSync(
      join(folder, 'a.ipynb'),
      notebook([
        'x = 1',
        'import torch\ntorch.load("a.pt", weights_only=False)',
        'torch.load("b.pt", weights_only=False)'
      ])
    );
    mkdirSync(join(folder, 'häßlich name'));
    writeFileSync(join(folder, 'häßlich name/neu.py'), UNSAFE);
    const { status, stdout } = scan(folder, 'HEAD');
    assert.equal(status, 1);
    assert.deepEqual(stdout.match(/^\S.*(?=\n {2}warning)/gm), [
      'a.ipynb  cell 3, line 1',
      'häßlich name/neu.py:2:31',
      'train.py:4:22'
    ]);
    assert.match(stdout, /3 files, 3 warnings, 2 from before HEAD\./);
  });

  it('reports a call that became unsafe because another line of its file changed', () => {
    const folder = repository({
      'a.py': 'import torch\nkw = {}\ntorch.load("b.pt", **kw)\n'
    });
    writeFileSync(
      join(folder, 'a.py'),
      readFileSync(join(folder, 'a.py'), 'utf8').replace('kw = {}', 'kw = {"weights_only": False}')
    );
    const { status, stdout } = scan(folder, 'HEAD');
    assert.equal(status, 1);
    assert.match(stdout, /^a\.py:3:/m);
  });

  it('knows a file by the name that it had', () => {
    const folder = repository({ 'a.py': `${UNSAFE}x = 1\ny = 2\n` });
    renameSync(join(folder, 'a.py'), join(folder, 'b.py'));
    git(folder, 'add', '-A');
    assert.deepEqual(scan(folder, 'HEAD').stdout, 'Nothing new in 1 file, 1 from before HEAD.\n');
  });

  it('takes the commit where the branch left it', () => {
    const folder = repository({ 'a.py': 'x = 1\n' });
    git(folder, 'checkout', '-q', '-b', 'work');
    writeFileSync(join(folder, 'mine.py'), UNSAFE);
    commit(folder);
    git(folder, 'checkout', '-q', 'main');
    writeFileSync(join(folder, 'a.py'), UNSAFE);
    commit(folder);
    git(folder, 'checkout', '-q', 'work');
    assert.match(scan(folder, 'main...').stdout, /^mine\.py:2:[^]*1 file, 1 warning\./);
  });

  it('reads the paths that are named, from a folder inside the repository too', () => {
    const folder = repository({ 'src/a.py': 'x = 1\n', 'b.py': 'x = 1\n' });
    writeFileSync(join(folder, 'src/a.py'), UNSAFE);
    writeFileSync(join(folder, 'b.py'), UNSAFE);
    assert.match(scan(join(folder, 'src'), 'HEAD').stdout, /^a\.py:2:[^]*1 file, 1 warning\./);
  });

  it('starts no program that the repository names', () => {
    const folder = repository({ 'a.py': 'x = 1\n', '.gitattributes': '*.py diff=own\n' });
    const marker = join(folder, 'ran');
    for (const key of ['core.fsmonitor', 'diff.own.command', 'diff.own.textconv', 'diff.external'])
      git(folder, 'config', key, `touch '${marker}' #`);
    writeFileSync(join(folder, 'a.py'), UNSAFE);
    assert.equal(scan(folder, 'HEAD').status, 1);
    assert.throws(() => readFileSync(marker), /ENOENT/);
  });

  it('is refused where there is no such revision, no repository, or a baseline too', () => {
    const folder = repository({ 'a.py': UNSAFE });
    const refused = (where, ...args) => {
      const { status, stdout, stderr } = loadlight(where, ['scan', ...args]);
      assert.deepEqual([status, stdout], [2, '']);
      return stderr;
    };
    assert.match(refused(folder, '--diff', 'no-such'), /--diff no-such does not work: there is no such revision/);
    assert.match(refused(folder, '--diff', '--output=x'), /--diff/);
    assert.match(refused(folder, '--diff', 'HEAD', '--baseline', 'b.json'), /write one of them/);
    assert.match(refused(temporaryFolder({ 'a.py': UNSAFE }), '--diff', 'HEAD'), /not a git repository/);
  });
});
