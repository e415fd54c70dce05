import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SCRIPT, SHARED, TOKEN } from './fixtures.mjs';
import { cells, cellWith, notebookShown } from './notebook.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

/** "Ready to share?": from a dirty notebook to a clean copy. `session()` gives the window and its folder. */
export function share(session) {
  const disk = name => path.join(session().vscode.workspace, name);
  const read = name => readFileSync(disk(name), 'utf8');
  const rows = () =>
    session()
      .page.locator('.pane-body .monaco-list-row')
      .filter({ hasText: /Cell \d|clean copy/ });
  const row = text => rows().filter({ hasText: text }).first();
  const head = text => session().page.locator('.pane-body .message').filter({ hasText: text });
  const toast = text => session().page.locator('.notification-toast').filter({ hasText: text });
  const statusBar = () => session().page.locator('.statusbar-item').filter({ hasText: 'Loadlight: Not ready' });

  /** Takes one of the buttons that a line has while the mouse is on it. */
  const act = async (text, title) => {
    await row(text).hover();
    await row(text).locator(`.action-label[aria-label^="${title}"]`).click();
  };
  /** Takes the name that the dialog offers. */
  const acceptName = async name => {
    const dialog = session().page.locator('.quick-input-widget');
    const input = dialog.locator('input.input');
    await until(async () => assert.ok((await input.inputValue()).endsWith(`/${name}`)));
    await dialog.locator('.monaco-button').filter({ hasText: 'OK' }).click();
  };
  const MARK = '[removed by loadlight: a Hugging Face token]';
  const NO_SCRIPT = '[removed by loadlight: a script]';

  afterEach(async function () {
    const { page, failed } = session();
    await failed(this.currentTest);
    await workbench.command(page, 'Notifications: Clear All Notifications');
    await workbench.closeAll(page);
    for (const [name, text] of Object.entries(SHARED)) writeFileSync(disk(name), text);
    rmSync(disk('share-me-clean.ipynb'), { force: true });
  });

  it('says what blocks, fixes or ignores it in the editor, and writes a clean copy that it finds ready', async () => {
    const { page, shoot } = session();
    await workbench.openFile(page, 'share-me.ipynb');
    await notebookShown(page, 3);
    assert.equal(await statusBar().count(), 0, 'nobody has asked yet');
    await page.locator('.notebook-toolbar-container').getByText('Ready to share?').click();
    await head('share-me.ipynb: Not ready: 4 things').waitFor({ timeout: 30_000 });
    await until(async () => assert.equal(await rows().count(), 6));
    await statusBar().waitFor();
    assert.equal((await rows().allInnerTexts()).join().includes(TOKEN), false);
    await page.mouse.move(700, 800);
    const output = page.frameLocator('iframe.webview').frameLocator('#active-frame').getByText(TOKEN);
    const inCode = cells(page).locator('.view-line span span').filter({ hasText: TOKEN });
    await shoot('share', [inCode, output, page.locator('.monaco-breadcrumbs')]);

    await row('torch.load').click();
    await cellWith(page, 'torch.load').locator('.monaco-editor.focused').waitFor();
    await row('home folder').click();
    const isInOutput = () => document.activeElement?.matches('iframe.webview') ?? false;
    await until(async () => assert.equal(await page.evaluate(isInOutput), true));

    await act('home folder', 'Fix');
    await until(async () => assert.equal(await row('home folder').count(), 0));
    await page.locator('.tabs-container .tab.dirty').waitFor();

    await act('torch.load', 'Ignore with a reason');
    const reason = page.locator('.quick-input-widget input.input');
    await page.locator('.quick-input-widget').getByText('Why?').waitFor();
    await reason.fill('ours');
    await reason.press('Enter');
    await head('share-me.ipynb: Not ready: 3 things').filter({ hasText: 'Ignored: 1' }).waitFor();

    await row('clean copy').click();
    await page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: 'Save and go on' }).click();
    await acceptName('share-me-clean.ipynb');
    await toast('share-me-clean.ipynb is written; 3 places were taken out. Ready to share').waitFor();
    const saved = read('share-me.ipynb');
    assert.match(saved, /read \[removed by loadlight: a home folder\]/);
    assert.match(saved, /ignore\[LL101\] -- ours/);
    assert.equal(read('share-me-clean.ipynb'), saved.replaceAll(TOKEN, MARK).replace(SCRIPT, NO_SCRIPT));

    await toast('is written').locator('.monaco-button').filter({ hasText: 'Open' }).click();
    await cellWith(page, 'removed by loadlight').waitFor();
    await workbench.command(page, 'Loadlight: Ready to share?');
    await head('share-me-clean.ipynb: Ready to share').waitFor();
    assert.equal(await statusBar().count(), 0);
  });

  const copyFromExplorer = async () => {
    const { page } = session();
    await until(async () => {
      await page.keyboard.press('Escape');
      await workbench.explorerRow(page, 'share-me.ipynb').click({ button: 'right', timeout: 2000 });
      const item = page.locator('.context-view .monaco-menu .action-item').filter({ hasText: 'Save a clean copy…' });
      await item.waitFor({ timeout: 2000 });
      await until(async () => {
        await item.click({ timeout: 500 });
        await item.waitFor({ state: 'detached', timeout: 500 });
      }, 5000);
    });
  };
  /** Says yes to a file that is there. */
  const overwrite = async () => {
    const dialog = session().page.locator('.quick-input-widget').filter({ hasText: 'already exists' });
    await dialog.locator('.monaco-button').filter({ hasText: 'OK' }).click();
  };

  it('writes a clean copy from the explorer in the place of an older one, and changes not a byte but what it takes out', async () => {
    const { page } = session();
    writeFileSync(disk('share-me-clean.ipynb'), 'an older copy, which is longer'.repeat(10_000));
    await copyFromExplorer();
    const input = page.locator('.quick-input-widget input.input');
    await until(async () => assert.match(await input.inputValue(), /share-me-clean/));
    await input.fill(disk('share-me.ipynb'));
    await acceptName('share-me.ipynb');
    await overwrite();
    await toast('the copy needs another name than the notebook. Nothing was written.').waitFor();
    assert.equal(read('share-me.ipynb'), SHARED['share-me.ipynb']);

    await copyFromExplorer();
    await acceptName('share-me-clean.ipynb');
    await overwrite();
    await toast('share-me-clean.ipynb is written; 4 places were taken out. Not ready: 1 thing.').waitFor();
    const expected = SHARED['share-me.ipynb']
      .replaceAll(TOKEN, MARK)
      .replace(SCRIPT, NO_SCRIPT)
      .replace('/home/mmuster', '[removed by loadlight: a home folder]');
    assert.equal(read('share-me-clean.ipynb'), expected);
    assert.equal(read('share-me.ipynb'), SHARED['share-me.ipynb']);
    assert.deepEqual(
      readdirSync(disk('.')).filter(name => name.endsWith('.tmp')),
      []
    );
  });
}
