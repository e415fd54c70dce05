import assert from 'node:assert/strict';
import { join } from 'node:path';
import { loadlight, notebook, temporaryFolder } from './run-cli.mjs';

const LOAD = 'import torch\ntorch.load("a.pt")\n';
const LOCK = '[[package]]\nname = "torch"\nversion = "2.4.0"\n';

describe('loadlight and the versions of packages', () => {
  const folder = temporaryFolder({
    'pyproject.toml': '[project]\ndependencies = ["torch>=2.13"]\n',
    'a.py': LOAD,
    'locked/uv.lock': LOCK,
    'locked/a.py': LOAD,
    'cell/uv.lock': LOCK,
    'cell/a.ipynb': notebook(['%pip install torch==2.3.0', LOAD]),
    'venv/uv.lock': LOCK,
    'venv/.venv/lib/python3.12/site-packages/torch-2.2.0.dist-info/METADATA': '',
    'venv/deep/a.py': LOAD,
    'active/lib/python3.12/site-packages/torch-2.1.0.dist-info/METADATA': ''
  });
  const messages = (args, options) => {
    const { stdout } = loadlight(folder, ['scan', '--format', 'json', ...args], options);
    return JSON.parse(stdout)
      .findings.filter(({ rule }) => rule === 'LL101')
      .map(({ message }) => /torch ([\d.>=]+ \([^)]*\))/.exec(message)?.[1]);
  };

  for (const [file, expected] of [
    ['a.py', '>=2.13 (pyproject.toml)'],
    ['locked/a.py', '2.4.0 (uv.lock)'],
    ['cell/a.ipynb', '2.3.0 (pip install in this notebook)'],
    ['venv/deep/a.py', '2.2.0 (.venv)']
  ])
    it(`takes ${expected} for ${file}`, () => assert.deepEqual(messages([file]), [expected]));

  it('takes those of the environment that is active in the shell', () => {
    const env = { VIRTUAL_ENV: join(folder, 'active') };
    assert.deepEqual(messages(['venv/deep/a.py'], { env }), ['2.1.0 (active)']);
  });
});
