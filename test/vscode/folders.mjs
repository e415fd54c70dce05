import assert from 'node:assert/strict';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const LOAD = 'import torch\n\nstate = torch.load("model.pt")\n';

/** A workspace of three folders: two pin other versions, the settings of the third say one. */
export const FOLDERS = {
  'old/requirements.txt': 'torch==2.4.0\n',
  'old/old.py': LOAD,
  'new/requirements.txt': 'torch==2.11.0\n',
  'new/new.py': LOAD,
  'said/.vscode/settings.json': JSON.stringify({ 'loadlight.versions': { torch: '2.3.1' } }),
  'said/said.py': LOAD,
  'all.code-workspace': JSON.stringify({ folders: [{ path: 'old' }, { path: 'new' }, { path: 'said' }] })
};

/** The address at which this VS Code shows all folders. */
export function workspaceUrl({ url, workspace }) {
  return `${new URL(url).origin}/?workspace=${workspace}/all.code-workspace`;
}

/** Versions and settings count for their folder alone. `session()` gives the window. */
export function folders(session) {
  afterEach(function () {
    return session().failed(this.currentTest);
  });

  it('judges each folder by its own versions and settings', async () => {
    const { page } = session();
    for (const file of ['old/old.py', 'new/new.py', 'said/said.py']) {
      await workbench.openFile(page, file);
      // A preview tab gives way to the next file.
      await workbench.command(page, 'View: Keep Editor');
    }
    await workbench.command(page, 'Loadlight: Scan workspace');
    await until(async () => {
      const problems = await workbench.problems(page);
      const of = name => problems.find(({ resource }) => resource.endsWith(`/${name}`));
      assert.match(of('old.py')?.message ?? '', /torch 2\.4\.0/);
      assert.match(of('said.py')?.message ?? '', /torch 2\.3\.1/);
      assert.equal(of('new.py')?.severity, 2, 'as information alone');
    }, 20_000);
  });
}
