import assert from 'node:assert/strict';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

/** What the folder of this test brings: settings and a configuration that would switch Loadlight off, and a file that it has to mark. */
export const HOSTILE = {
  '.vscode/settings.json': JSON.stringify({ 'loadlight.enable': false, 'loadlight.versions': { torch: '2.11.0' } }),
  'loadlight.toml': 'exclude = ["*"]\n',
  'load.py': 'import torch\n\nstate = torch.load("model.pt", weights_only=False)\n'
};

/** A folder that nobody trusts cannot switch Loadlight off; one that is trusted can. */
export function trust(session) {
  afterEach(function () {
    return session().failed(this.currentTest);
  });

  it('does not listen to the settings of a folder before it is trusted', async () => {
    const { page } = session();
    await workbench.openFile(page, 'load.py');
    const marks = workbench.editor(page).locator('.squiggly-warning, .squiggly-error');
    await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
    await marks.first().waitFor({ timeout: 30_000 });

    await workbench.command(page, 'Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor .monaco-button').filter({ hasText: 'Trust' }).first().click();
    await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await until(async () => assert.equal(await marks.count(), 0));
  });
}
