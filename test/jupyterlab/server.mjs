import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { editCell, marks, openFile, run, sources } from './session.mjs';

const SCRIPT = '**/static/server.*.js';
/** Comes first in the worker, and runs for ever once a text holds the word. */
const HANGS = `self.addEventListener('message', ({ data }) => { if (JSON.stringify(data).includes('HANG_NOW')) for (;;); });`;

/** The worker, when it does not do what it should. `open` makes a window of its own, `restore` the files anew. */
export function server(open, restore) {
  let window;
  beforeEach(() => restore());
  const count = number => until(async () => assert.equal((await marks(window.page)).length, number));

  it('says that it cannot start, leaves the editor usable, and starts on Retry', async () => {
    window = await open({ prepare: page => page.route(SCRIPT, route => route.abort()) });
    const { page, shoot } = window;
    await openFile(page, 'work/cells.ipynb');
    await page.getByText('Loadlight could not start').first().waitFor();
    await run(page, 'loadlight:show-panel');
    await page.getByText('Loadlight is not running').waitFor();
    await shoot('cannot-start');
    await editCell(page, 'other');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('23');
    assert.equal((await sources(page)).other, 'x = 123');
    await page.unroute(SCRIPT);
    await page.locator('.ll-Panel').getByRole('button', { name: 'Retry' }).click();
    await count(1);
    await window.close();
  });

  it('is restarted once when it hangs, without what it hung over; then it asks', async () => {
    const hang = async route => {
      const response = await route.fetch();
      await route.fulfill({ response, body: HANGS + (await response.text()) });
    };
    window = await open({ prepare: page => page.route(SCRIPT, hang) });
    const { page, shoot } = window;
    await openFile(page, 'work/train.ipynb');
    await count(2);
    await openFile(page, 'work/cells.ipynb');
    await count(1);
    await editCell(page, 'other');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n# HANG_NOW');
    await page.getByText('did not answer for 5 seconds and was restarted').first().waitFor();
    await page.getByText('work/cells.ipynb is left out').first().waitFor();
    assert.equal((await sources(page)).other, 'x = 1\n# HANG_NOW');
    await count(0);
    await run(page, 'loadlight:show-panel');
    await page.getByText('Loadlight did not answer while it read cells.ipynb').waitFor();
    await shoot('restarted');
    await openFile(page, 'work/train.ipynb');
    await editCell(page, 'load');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('; more = torch.load("more.pt", weights_only=False)');
    await count(3);
    await page.keyboard.insertText(' # HANG_NOW');
    await page.getByText('Loadlight stopped again').first().waitFor();
    await page.getByRole('button', { name: 'Retry' }).first().waitFor();
    await window.close();
  });
}
