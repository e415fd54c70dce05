import assert from 'node:assert/strict';
import { serversOf } from './server.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const UNSAFE = '.squiggly-warning, .squiggly-error';
const RESTARTS = 5;

export const NOTHING_YET = {
  'notes.txt': 'torch.load("model.pt", weights_only=False)\n',
  'other.py': 'import torch\n\nstate = torch.load("model.pt", weights_only=False)\n'
};

/** An extension that starts when it is needed, ends when it is not, and leaves nothing. `session()` gives the window. */
export function comingAndGoing(session) {
  const marks = () => workbench.editor(session().page).locator(UNSAFE);
  const servers = () => serversOf(session().vscode).length;
  /** What is disabled goes, and what is enabled comes, with the next start of the window. */
  const reload = async () => {
    const { page } = session();
    const reloaded = page.waitForEvent('load', { timeout: 60_000 });
    await workbench.command(page, 'Developer: Reload Window');
    await reloaded;
    await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
    await workbench.openFile(page, 'other.py');
  };

  afterEach(function () {
    return session().failed(this.currentTest);
  });

  it('does not start for a file that is not Python', async () => {
    const { page } = session();
    await workbench.openFile(page, 'notes.txt');
    await workbench.command(page, 'View: Keep Editor');
    assert.equal(servers(), 0);
    await workbench.openFile(page, 'other.py');
    await marks().first().waitFor({ timeout: 30_000 });
    assert.equal(servers(), 1);
  });

  it('has one server and says all once, however often it was started again', async () => {
    const { page } = session();
    for (let i = 0; i < RESTARTS; i++) {
      const [before] = serversOf(session().vscode);
      await workbench.command(page, 'Loadlight: Restart server');
      await until(() => {
        const [now, ...others] = serversOf(session().vscode);
        assert.deepEqual(others, []);
        assert.notEqual(now, before);
        assert.ok(now);
      });
    }
    await marks().first().waitFor();
    await until(async () => assert.equal((await workbench.problems(page)).length, 1));
    const editor = workbench.editor(page);
    const titles = await workbench.fixesAt(page, editor, 'torch.load', 'False');
    assert.deepEqual(titles, [...new Set(titles)], 'every listener that stayed would offer its own');
    await page.keyboard.press('Escape');
    const hover = await workbench.hoverAt(page, editor, 'torch.load', 'load');
    assert.equal(hover.match(/Can run/g)?.length, 1);
    await page.keyboard.press('Escape');
  });

  it('takes its server and its marks away when it is disabled, and brings them back', async () => {
    const { page } = session();
    await workbench.command(page, 'Extensions: Disable All Installed Extensions');
    await reload();
    await until(async () => {
      assert.equal(servers(), 0);
      assert.equal(await marks().count(), 0);
    }, 30_000);
    assert.deepEqual(await workbench.problems(page), []);

    await workbench.command(page, 'Extensions: Enable All Extensions');
    await reload();
    await marks().first().waitFor({ timeout: 30_000 });
    assert.equal(servers(), 1);
    await until(async () => assert.equal((await workbench.problems(page)).length, 1));
  });
}
