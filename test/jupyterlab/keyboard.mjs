import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { editCell, marks, openFile, run, selectCell, setTheme, sources } from './session.mjs';

const menuOf = page => page.locator('.ll-FixMenu');
const entriesOf = page => menuOf(page).locator('.lm-Menu-itemLabel:visible');

/** The active cell and the cursor's column in it. */
const cursor = page =>
  page.evaluate(() => {
    const { activeCell } = window.jupyterapp.shell.currentWidget.content;
    return [activeCell.model.id, activeCell.editor.getCursorPosition().column];
  });

/** What is reached without the list at the side. */
export function keyboard(session) {
  it('shows the fixes at the cursor on Ctrl+., applies one by Enter and leaves the cursor in the cell', async () => {
    const { page, shoot } = session();
    await openFile(page, 'work/train.ipynb');
    await until(async () => assert.equal((await marks(page)).length, 2));
    await editCell(page, 'again');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+.');
    await menuOf(page).waitFor();
    assert.match(
      (await entriesOf(page).allInnerTexts()).join(' · '),
      /weights_only=True.* · Preview: .* · Why: LL101 unsafe-torch-load/
    );
    await shoot('fix-menu', 'dark');
    await menuOf(page).getByText('Preview:').first().click();
    await page.locator('.jp-Dialog .ll-Preview').waitFor();
    await shoot('preview', 'dark');
    await page.keyboard.press('Escape');
    await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+.');
    await menuOf(page).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await menuOf(page).count(), 0);
    await page.keyboard.press('Control+.');
    await menuOf(page).waitFor();
    await page.keyboard.press('Enter');
    await until(async () => assert.match((await sources(page)).again, /weights_only=True/));
    await page.keyboard.press('Control+z');
    await until(async () => assert.match((await sources(page)).again, /weights_only=False/));
    await selectCell(page, 'fine');
    await page.keyboard.press('Control+.');
    await until(async () => assert.deepEqual(await entriesOf(page).allInnerTexts(), ['Nothing found here']));
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.jp-Notebook') !== null), true);
  });

  it('goes to the next finding on F8 and back on Shift+F8, round the ends, from a selected cell too', async () => {
    const { page } = session();
    await openFile(page, 'work/train.ipynb');
    await until(async () => assert.equal((await marks(page)).length, 2));
    const first = ['load', 'note = "😀"; state = torch.load("model.pt", '.length];
    const second = ['again', 'checkpoint = torch.load("ckpt.pt", '.length];
    await selectCell(page, 'about');
    for (const [key, place] of [
      ['F8', first],
      ['F8', second],
      ['F8', first],
      ['Shift+F8', second],
      ['Shift+F8', first]
    ]) {
      await page.keyboard.press(key);
      await until(async () => assert.deepEqual(await cursor(page), place));
    }
  });

  it('marks lines by shape in a gutter that comes with the first finding, and opens their fixes by a click', async () => {
    const { page } = session();
    await openFile(page, 'work/train.ipynb');
    const gutter = page.locator('.ll-Gutter .ll-Mark');
    await until(async () => assert.equal(await gutter.count(), 2));
    assert.deepEqual(await gutter.evaluateAll(nodes => nodes.map(node => node.className.split('ll-mod-')[1])), [
      'warning',
      'error'
    ]);
    assert.equal(await page.locator('.jp-Notebook .ll-Gutter').count(), 2);
    await gutter.nth(1).click();
    await menuOf(page).waitFor();
    assert.equal((await cursor(page))[0], 'again');
    await page.keyboard.press('Enter');
    await until(async () => assert.equal(await gutter.count(), 1));
    await editCell(page, 'again');
    await page.keyboard.press('Control+z');
    await until(async () => assert.equal(await gutter.count(), 2));
  });

  it('counts in the status bar, shows nothing where there is nothing, and opens the list from there and the toolbar', async () => {
    const { page, shoot } = session();
    await openFile(page, 'work/train.ipynb');
    const status = page.getByRole('button', { name: 'Loadlight: 1 error, 1 warning' });
    await status.waitFor();
    assert.equal(await page.locator('.ll-Announcer[aria-live=polite]').innerText(), '2 findings');
    await shoot('status', 'dark');
    await status.click();
    const list = page.locator('.ll-Panel');
    await list.waitFor();
    await run(page, 'application:toggle-right-area');
    await list.waitFor({ state: 'hidden' });
    await page.locator('.jp-NotebookPanel-toolbar [data-jp-item-name="loadlight"]').getByRole('button').click();
    await list.waitFor();
    await openFile(page, 'work/clean.ipynb');
    await page.locator('.ll-Status').waitFor({ state: 'hidden' });
  });

  it('is seen in high contrast, and every button has a name', async () => {
    const { page, shoot } = session();
    await openFile(page, 'work/train.ipynb');
    await until(async () => assert.equal((await marks(page)).length, 2));
    await run(page, 'loadlight:show-panel');
    await page.locator('.ll-Panel .ll-Row').nth(1).waitFor();
    await setTheme(page, 'high-contrast');
    // WCAG asks 3:1 of shapes and 4.5:1 of text, against what is behind them.
    const contrasts = await page.evaluate(() => {
      const numbers = colour => colour.match(/[\d.]+/g).map(Number);
      const light = colour => {
        const [r, g, b] = numbers(colour)
          .slice(0, 3)
          .map(part => part / 255)
          .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = node => {
        const { backgroundColor } = getComputedStyle(node);
        return numbers(backgroundColor)[3] === 0 && node.parentElement ? behind(node.parentElement) : backgroundColor;
      };
      const least = selector =>
        Math.min(
          ...[...document.querySelectorAll(selector)].map(node => {
            const [a, b] = [light(getComputedStyle(node).color), light(behind(node))];
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          })
        );
      return {
        shapes: least('.ll-Mark'),
        text: least('.ll-Message, .ll-Panel h2, .ll-Panel h3, .ll-Link, .ll-Row-line')
      };
    });
    assert.ok(contrasts.shapes >= 3 && contrasts.text >= 4.5, JSON.stringify(contrasts));
    const nameless = await page
      .locator('[class^="ll-"] button, button[class^="ll-"], .ll-Panel button')
      .evaluateAll(
        nodes =>
          nodes.filter(node => !node.hidden && node.offsetParent && !(node.ariaLabel || node.innerText.trim())).length
      );
    assert.equal(nameless, 0);
    await setTheme(page, 'light');
    await shoot('marks', 'high-contrast');
  });
}
