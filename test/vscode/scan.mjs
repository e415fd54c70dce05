import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cellWith, notebookShown } from './notebook.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

/** The scan of a workspace into the Problems panel. `session()` gives the window and its folder. */
export function scan(session) {
  const disk = name => path.join(session().vscode.workspace, name);
  const message = text => session().page.locator('.notification-toast').filter({ hasText: text });
  const tabs = () => session().page.locator('.tabs-container .tab').count();
  const codes = async name =>
    (await workbench.problems(session().page))
      .filter(({ resource }) => resource.endsWith(`/${name}`))
      .map(problem => problem.code.value);

  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.command(session().page, 'Loadlight: Clear scan results');
    await workbench.command(session().page, 'Notifications: Clear All Notifications');
    await workbench.closeAll(session().page);
  });

  it('finds what stands in files that no editor shows, keeps up with them, and is cleared', async () => {
    const { page, shoot } = session();
    await workbench.command(page, 'Loadlight: Scan workspace');
    await message(/files looked at/).waitFor({ timeout: 30_000 });
    assert.match(await message(/files looked at/).innerText(), /Loadlight: \d+ files looked at; .*\d+ warnings/);
    assert.deepEqual(await codes('scanned.py'), ['LL101']);
    assert.deepEqual(await codes('scanned.ipynb'), ['LL101']);
    assert.deepEqual(await codes('copy.ipynb'), [], 'copies that Jupyter keeps are left out');
    assert.deepEqual(await codes('r.ipynb'), [], 'a notebook of another language has no Python');
    assert.equal(await tabs(), 0, 'no editor was opened');
    // Everything was selected, to be read.
    await page.keyboard.press('Escape');
    await shoot('scan');

    await workbench.openFile(page, 'scanned/scanned.py');
    await workbench.editor(page).locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await until(async () =>
      assert.deepEqual(await codes('scanned.py'), ['LL101'], 'said once while an editor shows the file')
    );
    await workbench.openFile(page, 'scanned/scanned.ipynb');
    await notebookShown(page, 2);
    await page.locator('.notebookOverlay').locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await until(async () =>
      assert.deepEqual(await codes('scanned.ipynb'), ['LL101'], 'said once while an editor shows the notebook')
    );
    await workbench.closeAll(page);
    await until(async () => assert.deepEqual(await codes('scanned.py'), ['LL101']));
    await until(async () => assert.deepEqual(await codes('scanned.ipynb'), ['LL101']));

    const source = readFileSync(disk('scanned/scanned.py'), 'utf8');
    writeFileSync(disk('scanned/scanned.py'), source.replace('weights_only=False', 'weights_only=True'));
    await until(async () => assert.deepEqual(await codes('scanned.py'), []));
    await workbench.command(page, 'Loadlight: Clear scan results');
    await until(async () => assert.deepEqual(await workbench.problems(page), []));
  });

  describe('that is under way', () => {
    const looked = async () => {
      await message(/stopped\. \d+ files? looked at/).waitFor({ timeout: 30_000 });
      return Number(/stopped\. (\d+)/.exec(await message(/stopped/).innerText())[1]);
    };

    beforeEach(async () => {
      mkdirSync(disk('many'));
      for (let i = 0; i < 4000; i++)
        writeFileSync(disk(`many/file${i}.py`), 'import torch\n\na = torch.load("a.pt")\n');
      await workbench.command(session().page, 'Loadlight: Scan workspace');
      await message(/\d+ of \d+ files/).waitFor();
    });
    afterEach(() => rmSync(disk('many'), { recursive: true }));

    it('is stopped by its button, and says how far it came', async () => {
      await message(/\d+ of \d+ files/)
        .locator('.monaco-button')
        .filter({ hasText: 'Cancel' })
        .click();
      assert.ok((await looked()) < 4000);
    });

    it('is stopped when its results are cleared, and none come in afterwards', async () => {
      const { page } = session();
      await workbench.command(page, 'Loadlight: Clear scan results');
      assert.ok((await looked()) < 4000);
      assert.deepEqual(await workbench.problems(page), []);
    });
  });

  it('looks at a single file from the menu of the explorer', async () => {
    const { page } = session();
    await workbench.openFile(page, 'scanned/scanned.ipynb');
    await workbench.closeAll(page);
    await until(async () => {
      await page.keyboard.press('Escape');
      await workbench.explorerRow(page, 'scanned.ipynb').click({ button: 'right', timeout: 2000 });
      const item = page.locator('.context-view .monaco-menu .action-item').filter({ hasText: 'Scan with Loadlight' });
      await item.waitFor({ timeout: 2000 });
      // VS Code takes no click in the moment in which the menu opens.
      await until(async () => {
        await item.click({ timeout: 500 });
        await item.waitFor({ state: 'detached', timeout: 500 });
      }, 5000);
    });
    await message(/1 file looked at; 1 (error|warning)/).waitFor();
    await until(async () => assert.deepEqual(await codes('scanned.ipynb'), ['LL101']));
    assert.deepEqual(await codes('scanned.py'), []);
  });

  it('looks at the notebook in front alone where asked', async () => {
    const { page } = session();
    await workbench.openFile(page, 'scanned/scanned.ipynb');
    await notebookShown(page, 2);
    await workbench.command(page, 'Loadlight: Scan notebook');
    await message(/1 file looked at; 1 (error|warning)/).waitFor();

    // What it found stays when the tab goes, and leads back to the cell.
    await workbench.closeAll(page);
    await until(async () => assert.deepEqual(await codes('scanned.ipynb'), ['LL101']));
    const row = page.locator('.markers-panel .monaco-list-row');
    await until(async () => {
      // A click on the file's row opens and closes it.
      if ((await row.count()) === 1) await row.click();
      await row.filter({ hasText: 'runs whatever' }).dblclick({ timeout: 1000 });
    });
    await notebookShown(page, 2);
    await cellWith(page, 'torch.load').locator('.monaco-editor.focused').waitFor();
  });
}
