import assert from 'node:assert/strict';
import { violations } from '../violations.mjs';
import { until } from '../vscode/until.mjs';
import { FILES } from './fixtures.mjs';
import { closeAll, marks, openFile, run, selectCell, setTheme, sources } from './session.mjs';

const LONG = process.env.LOADLIGHT_LONG === '1';
// A change of theme takes JupyterLab a second or more.
const THEMES = LONG ? ['light', 'dark', 'high-contrast'] : ['light', 'high-contrast'];

/** The same in all themes. */
async function clean(page, what, selector, before = async () => undefined) {
  const found = [];
  for (const theme of THEMES) {
    await setTheme(page, theme);
    await before();
    found.push(...(await violations(page, selector)).map(each => `${what}, ${theme}: ${each}`));
  }
  assert.deepEqual(found, []);
}

/** The rules of axe-core on what is ours, and all of it without a mouse. */
export function accessibility(session) {
  const rows = page => page.locator('.ll-Panel .ll-Row-jump');
  const focused = page => page.evaluate(() => document.activeElement.textContent);

  it('keeps the rules of axe-core in the list, the status bar and the gutter', async () => {
    const { page } = session();
    await openFile(page, 'work/train.ipynb');
    await until(async () => assert.equal((await marks(page)).length, 2));
    await run(page, 'loadlight:show-panel');
    await rows(page).nth(1).waitFor();
    await rows(page).nth(0).focus();
    await clean(page, 'list', '.ll-Panel');
    await clean(page, 'status', '.ll-StatusItem');
    await clean(page, 'gutter', '.ll-Gutter');
    await openFile(page, 'work/clean.ipynb');
    await page.getByText('Nothing to worry about in this notebook').waitFor();
    await clean(page, 'empty list', '.ll-Panel');
  });

  it('keeps the rules of axe-core in the hover, the fix menu and the preview', async () => {
    const { page } = session();
    await openFile(page, 'work/train.ipynb');
    await until(async () => assert.equal((await marks(page)).length, 2));
    await clean(page, 'hover', '.ll-Card', async () => {
      await page.mouse.move(0, 0);
      await page.locator('.cm-lintRange').nth(1).hover();
      await page.locator('.ll-Card').waitFor();
    });
    await page.mouse.move(0, 0);
    const openMenu = async () => {
      await selectCell(page, 'again');
      await page.keyboard.press('Control+.');
      await page.locator('.ll-FixMenu').waitFor();
    };
    await clean(page, 'fix menu', '.ll-FixMenu', async () => {
      await page.keyboard.press('Escape');
      await openMenu();
    });
    await page.keyboard.press('Escape');
    await clean(page, 'preview', '.ll-Preview', async () => {
      if ((await page.locator('.jp-Dialog').count()) > 0) return;
      await openMenu();
      await page.locator('.ll-FixMenu').getByText('Preview:').first().click();
      await page.locator('.ll-Preview').waitFor();
    });
    await page.keyboard.press('Escape');
    await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
  });

  it('keeps the rules of axe-core in a scan, a rule’s page and our settings', async () => {
    const { page, write } = session();
    for (const name of ['requirements.txt', 'bare.ipynb', 'train.ipynb', 'broken.ipynb', 'speaks_r.ipynb'])
      write(`read/${name}`, FILES[`work/${name}`]);
    await run(page, 'loadlight:fix-folder', { path: 'read' });
    await page.locator('.ll-Plan summary').first().click();
    await page.locator('.ll-Plan .ll-Preview-lines').first().waitFor();
    await clean(page, 'scan', '.ll-Scan');
    await run(page, 'loadlight:open-rule', { rule: 'LL101' });
    await page.locator('.ll-RulePage h1').waitFor();
    await clean(page, 'rule page', '.ll-RulePage');
    await closeAll(page);
    await run(page, 'settingeditor:open', { query: 'Loadlight' });
    await page.locator('.jp-SettingsPanel').getByLabel('Show findings').waitFor();
    await clean(page, 'settings', '.jp-SettingsPanel');
  });

  it('does everything without a mouse', async () => {
    const { page, write, remove } = session();
    remove('held/c.ipynb');
    const key = (...keys) => keys.reduce((done, each) => done.then(() => page.keyboard.press(each)), Promise.resolve());
    await openFile(page, 'work/train.ipynb');
    await until(async () => assert.equal((await marks(page)).length, 2));
    await selectCell(page, 'about');
    // By the palette to the list: its first row has the keyboard.
    await palette(page, 'Show Findings');
    await rows(page).nth(1).waitFor();
    await tabTo(page, /ckpt\.pt/);
    // Jump, fix and undo in the cell.
    await key('Enter');
    await until(async () => assert.match(await focused(page), /checkpoint = torch\.load/));
    await key('Control+.');
    await page.locator('.ll-FixMenu').waitFor();
    await key('ArrowDown', 'Enter');
    await page.locator('.jp-Dialog .ll-Preview').waitFor();
    await key('Escape');
    await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
    await until(async () => assert.match(await focused(page), /checkpoint = torch\.load/));
    assert.match((await sources(page)).again, /weights_only=False/);
    await key('Control+.', 'ArrowDown', 'Enter');
    await page.locator('.jp-Dialog .ll-Preview').waitFor();
    await key('Enter');
    await until(async () => assert.match((await sources(page)).again, /weights_only=True/));
    await until(async () => assert.match(await focused(page), /checkpoint = torch\.load/));
    await key('Control+z');
    await until(async () => assert.match((await sources(page)).again, /weights_only=False/));
    await until(async () => assert.equal((await marks(page)).length, 2));
    // Round the findings, and the page about one.
    await key('F8');
    await until(async () => assert.match(await focused(page), /note = "😀"/));
    await key('Shift+F8');
    await until(async () => assert.match(await focused(page), /checkpoint = torch\.load/));
    await key('Control+.', 'ArrowUp', 'Enter');
    await page.locator('.ll-RulePage h1').waitFor();
    await key('Alt+w');
    await page.locator('.ll-RulePage').waitFor({ state: 'detached' });
    // A row's fix from the list, and back.
    await palette(page, 'Show Findings');
    await tabTo(page, /ckpt\.pt/);
    await key('Alt+Enter');
    await until(async () => assert.match((await sources(page)).again, /weights_only=True/));
    await key('Control+z');
    await until(async () => assert.match((await sources(page)).again, /weights_only=False/));
    // A scan that is cancelled, and one that is read.
    for (const name of ['a', 'b']) write(`held/${name}.py`, 'import torch\ntorch.load("x.pt", weights_only=False)\n');
    await page.route('**/api/contents/held/b.py*', () => undefined);
    await page.evaluate(() => window.jupyterapp.commands.execute('filebrowser:open-path', { path: 'held' }));
    await palette(page, 'Scan This Folder');
    const said = page.locator('.ll-Scan-said');
    await until(async () => assert.match(await said.innerText(), /^1 of 2/));
    await tabTo(page, /^Cancel$/);
    await key('Enter');
    await until(async () => assert.match(await said.innerText(), /^Cancelled\. 1 file looked at/));
    await page.unroute('**/api/contents/held/b.py*');
    // The results have the keyboard, and Enter goes to the line in a file that is not open.
    await until(async () => assert.match(await focused(page), /torch\.load.*x\.pt/));
    await key('Enter');
    const inLine = /torch\.load\("x\.pt"/;
    await page.locator('.jp-FileEditor').waitFor();
    await until(async () => assert.match(await focused(page), inLine));
    // The same with a notebook that is not open.
    write('held/c.ipynb', FILES['work/train.ipynb']);
    await palette(page, 'Scan This Folder');
    await until(async () => assert.match(await said.last().innerText(), /^3 files looked at/));
    await tabTo(page, /ckpt\.pt/);
    await key('Enter');
    await until(async () => assert.match(await focused(page), /checkpoint = torch\.load/));
    assert.equal(await page.evaluate(() => document.activeElement.closest('.jp-Notebook') !== null), true);
    await until(async () => assert.equal((await marks(page)).length, 2));
    await key('Shift+F8');
    await until(async () => assert.match(await focused(page), /note = "😀"/));
  });
}

/** Runs a command as who has no mouse does. */
async function palette(page, label) {
  const input = page.locator('.lm-CommandPalette-input');
  const found = page.locator('.lm-CommandPalette-item.lm-mod-active', { hasText: label });
  // A notebook that just came to the front may take the keyboard once more, which closes the palette.
  await until(async () => {
    if (!(await input.isVisible())) await page.keyboard.press('Control+Shift+c');
    await input.waitFor({ timeout: 2000 });
    assert.equal(await input.evaluate(node => node === document.activeElement), true);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(label);
    await found.waitFor({ timeout: 2000 });
  });
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** Presses Tab until what has the keyboard says this. */
async function tabTo(page, text) {
  const heard = [];
  for (let i = 0; i < 60; i++) {
    const now = await page.evaluate(
      () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? ''
    );
    if (text.test(now)) return;
    heard.push(now.slice(0, 40));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${text}: ${heard.join(' · ')}`);
}
