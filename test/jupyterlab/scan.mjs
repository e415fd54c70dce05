import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { FILES } from './fixtures.mjs';
import { closeAll, run } from './session.mjs';

const said = page => page.locator('.ll-Scan-said');

/** "Scan This Folder" and its results. */
export function scan(session) {
  it('is scanned from the file browser, with what was found by file, and jumps to the cell', async () => {
    const { page, shoot, write } = session();
    for (const name of ['requirements.txt', 'train.ipynb', 'bare.ipynb', 'speaks_r.ipynb', 'broken.ipynb', 'tool.py']) {
      write(`scanned/${name}`, FILES[`work/${name}`]);
    }
    write('scanned/node_modules/other.py', FILES['work/tool.py']);
    await run(page, 'filebrowser:refresh');
    await page.locator('.jp-DirListing-item', { hasText: 'scanned' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Scan This Folder' }).click();
    await until(async () =>
      assert.match(await said(page).innerText(), /^3 files looked at: 2 errors, 1 warning, 2 notes/)
    );
    const files = await page.locator('.ll-Scan h3').allInnerTexts();
    assert.deepEqual(files, ['scanned/tool.py', 'scanned/train.ipynb']);
    await page.getByText('scanned/broken.ipynb could not be read or is too large.').waitFor();
    await page.getByText('1 notebook speaks another language and was not looked at.').waitFor();
    await shoot('scan', 'dark');
    const row = page.locator('.ll-Scan .ll-Row-jump', { hasText: 'Cell 5, line 1' });
    assert.match(await row.innerText(), /torch\.load.*ckpt\.pt/);
    await row.press('Enter');
    await until(async () =>
      assert.deepEqual(
        await page.evaluate(() => {
          const { activeCell } = window.jupyterapp.shell.currentWidget.content;
          return [activeCell.model.id, activeCell.editor.getCursorPosition().column];
        }),
        ['again', 'checkpoint = torch.load("ckpt.pt", '.length]
      )
    );
    // What the scan showed to the server and took back is there again for the editor.
    await until(async () => assert.equal(await page.locator('.jp-Notebook .cm-lintRange').count(), 2));
  });

  it('stops when cancelled, and says how far it came', async () => {
    const { page, write } = session();
    for (const name of ['a', 'b', 'c'])
      write(`many/${name}.py`, 'import torch\ntorch.load("x.pt", weights_only=False)\n');
    // The second file does not come before the scan is cancelled.
    await page.route('**/api/contents/many/b.py*', () => undefined);
    await closeAll(page);
    await run(page, 'loadlight:scan-folder', { path: 'many' });
    await until(async () => assert.match(await said(page).innerText(), /^1 of 3 files looked at/));
    await page.locator('.ll-Scan').getByRole('button', { name: 'Cancel' }).click();
    await until(async () =>
      assert.match(await said(page).innerText(), /^Cancelled\. 1 file looked at: 1 (error|warning)/)
    );
    assert.equal(await page.locator('.ll-Scan progress').isVisible(), false);
    await page.unroute('**/api/contents/many/b.py*');
  });

  it('takes the tab of the scan of the same folder before', async () => {
    const { page, write } = session();
    const scanned = async (count, result) => {
      await run(page, 'loadlight:scan-folder', { path: 'again' });
      await until(async () => assert.match(await said(page).last().innerText(), result));
      assert.equal(await page.locator('.ll-Scan').count(), count);
    };
    await closeAll(page);
    write('again/a.py', 'import torch\ntorch.load("x.pt", weights_only=False)\n');
    await scanned(1, /^1 file looked at: 1 (error|warning)/);
    write('again/a.py', 'import torch\n');
    await scanned(1, /^1 file looked at: nothing to worry about/);
  });
}
