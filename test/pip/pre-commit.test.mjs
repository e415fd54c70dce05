// The hooks of .pre-commit-hooks.yaml and those of docs/command-line.md for npm, with the real pre-commit and git.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { makeTarball } from '../../packages/cli/tarball.mjs';
import { root } from '../../scripts/steps/run.mjs';
import { notebook } from '../cli/run-cli.mjs';
import { emptyFolder, mustRun, preCommitPython, wheelFolder } from './environment.mjs';

const UNSAFE = 'import torch\ntorch.load("a.pt", weights_only=False)\n';
const SAFE = 'import torch\ntorch.load("a.pt", weights_only=True)\n';

const TOKEN = inventSecrets(92).huggingface();

/** A notebook file whose one cell printed that. */
function printing(text) {
  const outputs = [{ name: 'stdout', output_type: 'stream', text: [text] }];
  const cell = { cell_type: 'code', execution_count: 1, id: 'one', metadata: {}, outputs, source: ['run()'] };
  return `${JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

describe('the pre-commit hooks', function () {
  this.timeout(900_000);
  let home;
  let env;
  let source;
  before(() => {
    home = emptyFolder();
    env = {
      ...process.env,
      GIT_CONFIG_GLOBAL: path.join(home, 'gitconfig'),
      GIT_CONFIG_SYSTEM: '/dev/null',
      PRE_COMMIT_HOME: path.join(home, 'cache'),
      PIP_FIND_LINKS: wheelFolder(),
      PATH: `${path.dirname(preCommitPython())}${path.delimiter}${process.env.PATH}`
    };
    writeFileSync(env.GIT_CONFIG_GLOBAL, '[user]\nname = Dev\nemail = dev@example.org\n[init]\ndefaultBranch = main\n');
    source = hooks('pip-hooks', ['.pre-commit-hooks.yaml', 'pyproject.toml']);
  });

  const git = (folder, ...args) => mustRun('git', args, { cwd: folder, env });

  /** A repository with a commit of these files of ours, to take hooks from. */
  function hooks(name, files) {
    const folder = path.join(home, name);
    for (const file of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      cpSync(path.join(root, file), path.join(folder, file));
    }
    git(folder, 'init', '-q');
    git(folder, 'add', '-A', '-f');
    git(folder, 'commit', '-q', '-m', 'Hooks');
    return { folder, revision: git(folder, 'rev-parse', 'HEAD').trim() };
  }

  /** Somebody's repository that uses that hook. */
  function project(name, { folder: from, revision }, id, args = '') {
    return emptyProject(
      name,
      `repos:\n  - repo: ${from}\n    rev: ${revision}\n    hooks:\n      - id: ${id}\n${args}`
    );
  }

  function emptyProject(name, configuration) {
    const folder = path.join(home, name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, '.pre-commit-config.yaml'), configuration);
    git(folder, 'init', '-q');
    mustRun('pre-commit', ['install', '--install-hooks'], { cwd: folder, env });
    return folder;
  }

  /** What a commit of these files comes to. */
  function commit(folder, files) {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    git(folder, 'add', '-A');
    const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', 'Change'], {
      cwd: folder,
      env,
      encoding: 'utf8'
    });
    return { status, said: stdout + stderr };
  }

  it('of pip keeps an unsafe load in a file or a notebook from being committed, and lets the fixed one pass', () => {
    const folder = project('with-pip', source, 'loadlight-scan');
    const unsafe = notebook(['import torch', 'torch.load("a.pt", weights_only=False)']);
    const refused = commit(folder, { 'load.py': UNSAFE, 'load.ipynb': unsafe, 'notes.md': 'x\n' });
    assert.equal(refused.status, 1);
    assert.match(refused.said, /loadlight scan\.+Failed/);
    assert.match(refused.said, /load\.ipynb {2}cell 2, line 1\n {2}warning LL101/);
    assert.match(refused.said, /load\.py:2:\d+\n {2}warning LL101/);
    const passed = commit(folder, {
      'load.py': SAFE,
      'load.ipynb': unsafe.replace('weights_only=False', 'weights_only=True')
    });
    assert.equal(passed.status, 0, passed.said);
    assert.match(passed.said, /loadlight scan\.+Passed/);
  });

  it('of pip honours what the configuration excludes, and a baseline', () => {
    const args = '        args: [--baseline, known.json]\n';
    const folder = project('with-baseline', source, 'loadlight-scan', args);
    const known = JSON.stringify({ version: 1, salt: 'x', findings: [] });
    const excluded = commit(folder, {
      'load.py': UNSAFE,
      'loadlight.toml': 'exclude = ["load.py"]\n',
      'known.json': known
    });
    assert.equal(excluded.status, 0, excluded.said);
    const refused = commit(folder, { 'new.py': UNSAFE });
    assert.equal(refused.status, 1);
    assert.match(refused.said, /new\.py:2/);
  });

  it('of pip keeps a notebook back that is not ready to be shared, or cleans it, and lets the clean one pass', () => {
    const looks = project('with-share', source, 'loadlight-share');
    const files = { 'run.ipynb': printing(`token ${TOKEN}`), 'load.py': UNSAFE };
    const refused = commit(looks, files);
    assert.equal(refused.status, 1);
    assert.match(refused.said, /loadlight share\.+Failed/);
    assert.match(refused.said, /run\.ipynb +Not ready: 1 thing\n {2}● Cell 1 output {2}LL303/);
    assert.ok(!refused.said.includes(TOKEN));
    assert.equal(commit(looks, { 'run.ipynb': printing('loss 0.1') }).status, 0);

    const cleans = project('with-cleaning', source, 'loadlight-share', '        args: [--in-place]\n');
    const changed = commit(cleans, files);
    assert.equal(changed.status, 1);
    assert.match(changed.said, /files were modified by this hook/);
    assert.equal(commit(cleans, {}).status, 0);
    assert.equal(git(cleans, 'show', 'HEAD:run.ipynb'), printing('token [removed by loadlight: a Hugging Face token]'));
  });

  it('stands at the version of the packages', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'packages/cli/package.json'), 'utf8'));
    const project = readFileSync(path.join(root, 'pyproject.toml'), 'utf8');
    assert.ok(project.includes(`version = "${version}"`) && project.includes(`"loadlight==${version}"`));
  });

  it('of npm does the same', () => {
    const tarball = makeTarball();
    const local = [
      'repos:',
      '  - repo: local',
      '    hooks:',
      ...hooksOfDocs().map(line => `      ${line}`.replace('loadlight@0.1.0', tarball))
    ];
    const folder = emptyProject('with-npm', `${local.join('\n')}\n`);
    const refused = commit(folder, { 'load.py': UNSAFE });
    assert.equal(refused.status, 1);
    assert.match(refused.said, /load\.py:2:\d+\n {2}warning LL101/);
    const shared = commit(folder, { 'load.py': SAFE, 'run.ipynb': printing(`token ${TOKEN}`) });
    assert.equal(shared.status, 1);
    assert.match(shared.said, /loadlight scan\.+Failed[^]*loadlight share\.+Failed[^]*run\.ipynb +Not ready: 1 thing/);
    const ready = commit(folder, { 'run.ipynb': printing('loss 0.1') });
    assert.equal(ready.status, 0, ready.said);
    assert.match(ready.said, /loadlight share\.+Passed/);
  });
});

/** The hooks that the documentation shows for npm, without its indent. */
function hooksOfDocs() {
  const docs = readFileSync(path.join(root, 'docs/command-line.md'), 'utf8');
  const [, hook] = /repo: local\n {4}hooks:\n((?: {6}.*\n)+)/.exec(docs);
  return hook
    .trimEnd()
    .split('\n')
    .map(line => line.slice(6));
}
