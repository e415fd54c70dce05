import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

export const PYTHON_STAND_IN = fileURLToPath(new URL('python-stand-in', import.meta.url));

/** A folder with a virtual environment, a lock that says otherwise, and a conda environment that nobody has chosen yet. */
export const ENVIRONMENTS = {
  'load.py': 'import torch\n\nstate = torch.load("model.pt")\n',
  'uv.lock': '[[package]]\nname = "torch"\nversion = "2.11.0"\n',
  '.venv/pyvenv.cfg': 'home = /usr/bin\nversion = 3.12.3\n',
  '.venv/lib/python3.12/site-packages/torch-2.4.0+cpu.dist-info/METADATA': '',
  'envs/train/conda-meta/pytorch-2.3.1-py3.12_cpu_0.json': '{}',
  'envs/train/lib/python3.12/site-packages/numpy-2.0.0.dist-info/METADATA': ''
};

/** Versions from Python environments. `session()` gives the window and its folder. */
export function environments(session) {
  const disk = name => path.join(session().vscode.workspace, name);
  const message = async () => {
    const found = await workbench.problems(session().page);
    return found.find(({ resource }) => resource.endsWith('/load.py'))?.message ?? '';
  };
  const says = version => until(async () => assert.match(await message(), version), 30_000);

  afterEach(function () {
    return session().failed(this.currentTest);
  });

  it('come from the virtual environment of the folder, and anew when a package is replaced there', async () => {
    const site = '.venv/lib/python3.12/site-packages';
    await workbench.openFile(session().page, 'load.py');
    await says(/torch 2\.4\.0\+cpu \(\.venv\)/);
    renameSync(disk(`${site}/torch-2.4.0+cpu.dist-info`), disk(`${site}/torch-2.5.1+cpu.dist-info`));
    await says(/torch 2\.5\.1\+cpu \(\.venv\)/);
  });

  it('come from the interpreter that the Python extension has, when that is chosen and when it changes', async () => {
    await workbench.command(session().page, 'Stand-in: Choose the environment envs/train');
    await says(/torch 2\.3\.1 \(train\)/);
    rmSync(disk('envs/train/conda-meta/pytorch-2.3.1-py3.12_cpu_0.json'));
    mkdirSync(disk('envs/train/lib/python3.12/site-packages/torch-2.5.0.dist-info'));
    await says(/torch 2\.5\.0 \(train\)/);
  });
}
