import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cellWith, codeCellsOnDisk, notebookOf, notebookShown } from './notebook.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const UNSAFE = 'state = torch.load("model.pt", weights_only=False)';
const MARK = '.squiggly-warning, .squiggly-error';

export const TYPED = {
  'keys.py': `import torch\n\n${UNSAFE}\n`,
  'keys.ipynb': notebookOf(['import torch', UNSAFE]),
  'preview.py': `import torch\n\n${UNSAFE}\n`,
  'deep/found.py': `import torch\n\n${UNSAFE}\n`,
  'elsewhere/other.py': `import torch\n\n${UNSAFE}\n`
};

/** Everything without a mouse: no test here clicks, drags or points. `session()` gives the window and its folder. */
export function keyboard(session) {
  const press = async (...keys) => {
    for (const key of keys) await session().page.keyboard.press(key);
  };
  const disk = name => path.join(session().vscode.workspace, name);
  const read = name => readFileSync(disk(name), 'utf8');
  const quickInput = () => session().page.locator('.quick-input-widget input.input');
  const run = title =>
    until(async () => {
      await press('Escape', 'F1');
      await quickInput().waitFor({ timeout: 2000 });
      await session().page.keyboard.type(title);
      const row = session().page.locator('.quick-input-widget .monaco-list-row.focused').filter({ hasText: title });
      await row.waitFor({ timeout: 3000 });
      await press('Enter');
    });
  const open = name =>
    until(async () => {
      await press('Escape', 'Control+p');
      await quickInput().waitFor({ timeout: 2000 });
      await session().page.keyboard.type(name);
      const row = session().page.locator('.quick-input-widget .monaco-list-row.focused').filter({ hasText: name });
      await row.waitFor({ timeout: 3000 });
      await press('Enter');
      await session().page.locator('.tabs-container .tab.active').filter({ hasText: name }).waitFor({ timeout: 5000 });
    });
  /** Opens the menu of fixes at the cursor. */
  const fixes = () =>
    until(async () => {
      await press('Control+.');
      await session().page.locator('.action-widget .monaco-list-row.action').first().waitFor({ timeout: 2000 });
    });

  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.closeAll(session().page);
  });

  it('goes to a finding, reads it, fixes it and saves', async () => {
    const { page } = session();
    await open('keys.py');
    const editor = workbench.editor(page);
    await editor.locator(MARK).first().waitFor({ timeout: 30_000 });
    await press('F8');
    const peek = page.locator('.marker-widget').filter({ hasText: 'runs whatever code' });
    await peek.waitFor();
    await press('Escape');
    await press('Control+k', 'Control+i');
    await page.locator('.monaco-hover').filter({ hasText: 'Can run' }).first().waitFor();
    await press('Escape');
    await fixes();
    await press('Enter');
    await until(async () => assert.match(await workbench.textOf(editor), /weights_only=True/));
    await press('Control+s');
    await until(() => assert.equal(read('keys.py'), TYPED['keys.py'].replace('False', 'True')));
  });

  it('looks at a preview, and applies it', async () => {
    const { page } = session();
    await open('preview.py');
    await workbench.editor(page).locator(MARK).first().waitFor();
    await press('F8', 'Escape');
    await run('Loadlight: Preview a fix at the cursor');
    await page
      .locator('.quick-input-widget .monaco-list-row.focused')
      .filter({ hasText: 'weights_only=True' })
      .waitFor();
    await press('Enter');
    await page.locator('.bulk-edit-panel').getByText('preview.py').first().waitFor();
    assert.equal(read('preview.py'), TYPED['preview.py']);
    // The change stands unchecked, because it asked for a look.
    await page.locator('.bulk-edit-panel .monaco-list').first().focus();
    await press('Home', 'Space');
    await page.locator('.bulk-edit-panel input:checked, .bulk-edit-panel .monaco-checkbox.checked').first().waitFor();
    const apply = page.locator('.bulk-edit-panel .monaco-button').filter({ hasText: 'Apply' });
    await until(async () => {
      if (await apply.evaluate(node => node === document.activeElement)) return;
      await press('Tab');
      assert.fail('not there yet');
    });
    await press('Enter');
    await page.locator('.bulk-edit-panel').waitFor({ state: 'hidden' });
    await until(async () => assert.match(await workbench.textOf(workbench.editor(page)), /weights_only=True/));
  });

  it('fixes a cell of a notebook', async () => {
    const { page } = session();
    await open('keys.ipynb');
    await notebookShown(page, 2);
    const cell = cellWith(page, 'torch.load');
    await cell.locator(MARK).first().waitFor();
    await until(async () => {
      await press('Escape', 'ArrowDown', 'Enter');
      await cell.locator('.monaco-editor.focused').waitFor({ timeout: 2000 });
    });
    await press('End');
    await fixes();
    await press('Enter');
    await until(async () => assert.match(await workbench.textOf(cell), /weights_only=True/));
    await press('Control+s');
    await until(() => assert.match(codeCellsOnDisk(disk('keys.ipynb'))[1], /weights_only=True/));
  });

  it('opens the page of a rule, and the walkthrough', async () => {
    const { page } = session();
    await run('Loadlight: Open rule page');
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'LL101' }).waitFor();
    await page.keyboard.type('LL101');
    await press('Enter');
    await page.locator('.tabs-container .tab.active').filter({ hasText: 'LL101' }).waitFor();
    await run('Welcome: Open Walkthrough...');
    await quickInput().waitFor();
    await page.keyboard.type('Loadlight');
    await page.locator('.quick-input-widget .monaco-list-row.focused').filter({ hasText: 'Loadlight' }).waitFor();
    await press('Enter');
    await page.locator('.gettingStartedContainer .getting-started-step').first().waitFor();
  });

  it('scans one folder from the menu of the explorer, and clears what was found', async () => {
    const { page } = session();
    const found = async () => (await workbench.problems(page)).map(({ resource }) => path.basename(resource));
    await run('File: Focus on Files Explorer');
    await page.keyboard.type('deep');
    await page.locator('.explorer-folders-view .monaco-list-row.focused').filter({ hasText: 'deep' }).waitFor();
    await press('Shift+F10');
    const item = page.locator('.context-view .monaco-menu .action-item').filter({ hasText: 'Scan with Loadlight' });
    await item.waitFor();
    await until(async () => {
      if (await item.evaluate(node => node.classList.contains('focused'))) return;
      await press('ArrowDown');
      assert.fail('not there yet');
    });
    await press('Enter');
    await page
      .locator('.notification-toast')
      .filter({ hasText: /1 file looked at/ })
      .waitFor();
    await until(async () => assert.deepEqual(await found(), ['found.py']));
    await run('Loadlight: Clear scan results');
    await until(async () => assert.deepEqual(await found(), []));
    await run('Notifications: Clear All Notifications');
  });
}
