import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { closeAll, openFile, run } from './session.mjs';

/** The list at the side, and the pages about rules. */
export function panel(session) {
  const rows = page => page.locator('.ll-Row-jump');

  it('lists findings by cell, jumps to them and offers their fixes', async () => {
    const { page, shoot } = session();
    await openFile(page, 'work/train.ipynb');
    await run(page, 'loadlight:show-panel');
    await until(async () => assert.equal(await rows(page).count(), 2));
    assert.deepEqual(await page.locator('.ll-Group h3').allInnerTexts(), ['Cell 3 [2]', 'Cell 5']);
    assert.match(await page.locator('.ll-Panel-head').innerText(), /train\.ipynb\s+1 error, 1 warning/);
    await rows(page).nth(1).focus();
    await shoot('panel', 'light');
    await page.keyboard.press('Enter');
    await until(async () =>
      assert.deepEqual(
        await page.evaluate(() => {
          const { activeCell } = window.jupyterapp.shell.currentWidget.content;
          return [activeCell.model.id, activeCell.editor.hasFocus(), activeCell.editor.getCursorPosition().column];
        }),
        ['again', true, 'checkpoint = torch.load("ckpt.pt", '.length]
      )
    );
    await rows(page).nth(0).focus();
    await page.keyboard.press('Alt+Enter');
    await until(async () => assert.equal(await rows(page).count(), 1));
    await page.keyboard.press('Control+z');
    await until(async () => assert.equal(await rows(page).count(), 2));
  });

  it('says what was looked at where there is nothing to worry about', async () => {
    const { page, shoot } = session();
    await openFile(page, 'work/clean.ipynb');
    await run(page, 'loadlight:show-panel');
    await page.getByText('Nothing to worry about in this notebook').waitFor();
    await page.getByText('1 code cell, 2 lines looked at.').waitFor();
    await shoot('empty');
  });

  it('is quiet where nothing is open', async () => {
    const { page } = session();
    await closeAll(page);
    await run(page, 'loadlight:show-panel');
    await page.getByText('Open a notebook or a Python file').waitFor();
  });

  it('opens the page about a rule, once, and the page about itself', async () => {
    const { page, shoot } = session();
    await openFile(page, 'work/train.ipynb');
    await page.locator('.ll-mark-warning').hover();
    await page.locator('.ll-Card').waitFor();
    await shoot('hover');
    await page.locator('.ll-Card').getByRole('button', { name: 'LL101 unsafe-torch-load' }).click();
    const heading = page.locator('.ll-RulePage h1');
    await until(async () => assert.match(await heading.first().innerText(), /LL101/));
    await shoot('rule-page');
    await run(page, 'loadlight:open-rule', { rule: 'LL101' });
    assert.equal(await heading.count(), 1);
    await run(page, 'loadlight:show-panel');
    await page.getByRole('button', { name: 'What is this?' }).click();
    await until(async () => assert.match((await heading.allInnerTexts()).join(), /What is Loadlight/));
  });

  it('is silent when the user turns it off, and back when they turn it on', async () => {
    const { page } = session();
    await openFile(page, 'work/train.ipynb');
    const marks = page.locator('.cm-lintRange');
    await until(async () => assert.equal(await marks.count(), 2));
    const set = enable =>
      run(page, 'settingeditor:open')
        .catch(() => undefined)
        .then(() => setEnable(page, enable));
    await set(false);
    await openFile(page, 'work/train.ipynb');
    await until(async () => assert.equal(await marks.count(), 0));
    await run(page, 'loadlight:show-panel');
    await page.getByText('Findings are turned off in the settings.').waitFor();
    await set(true);
    await openFile(page, 'work/train.ipynb');
    await until(async () => assert.equal(await marks.count(), 2));
  });
}

/** Ticks the box in the settings page. */
async function setEnable(page, enable) {
  await page.locator('.jp-PluginList').getByText('Loadlight', { exact: true }).first().click();
  const box = page.locator('.jp-SettingsPanel').getByLabel('Show findings');
  await box.setChecked(enable);
}
