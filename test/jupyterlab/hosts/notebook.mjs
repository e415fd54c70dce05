import assert from 'node:assert/strict';
import { until } from '../../vscode/until.mjs';
import { FILES } from '../fixtures.mjs';
import { marks, run, sources } from '../session.mjs';
import { visit } from './visit.mjs';

/** What Notebook 7.6 says by itself at every start, with this extension or without. */
const ITS_OWN = "TypeError: Cannot read properties of undefined (reading 'schema')";
const ours = errors => errors.filter(error => error !== ITS_OWN);

/** Notebook 7: one document a page, no status bar, and a side that opens on demand. */
export function notebook(session) {
  let window;
  afterEach(() => window.close());
  const open = async file => (window = await session().open({ file }));

  it('marks, explains, fixes, undoes and saves a notebook', async () => {
    const { page, errors } = await open('work/train.ipynb');
    await visit(page, session().text);
    assert.deepEqual(ours(errors), []);
  });

  it('opens the list from the toolbar, fixes from it and shows a rule’s page beside it', async () => {
    const { page, errors } = await open('work/bare.ipynb');
    await page.locator('.jp-NotebookPanel-toolbar [data-jp-item-name="loadlight"]').getByRole('button').click();
    await page.locator('.ll-Panel').getByRole('button', { name: 'Fix 2 safe ones' }).click();
    await until(async () => assert.match((await sources(page)).two, /weights_only=True/));
    await page.locator('.ll-Panel').getByRole('button', { name: 'Undo', exact: true }).click();
    await until(async () => assert.equal((await sources(page)).two, 'b = torch.load("b.pt")'));
    await page.locator('.ll-Row').first().getByRole('button', { name: 'LL101 unsafe-torch-load' }).press('Enter');
    await until(async () => assert.match(await page.locator('.ll-RulePage h1').innerText(), /LL101/));
    assert.deepEqual(ours(errors), []);
  });

  it('has its commands in the palette', async () => {
    const { page } = await open('work/train.ipynb');
    await run(page, 'apputils:activate-command-palette');
    await page.keyboard.type('Show Findings');
    await page.locator('.lm-CommandPalette-item.lm-mod-active', { hasText: 'Show Findings' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.ll-Panel').getByText('train.ipynb').waitFor();
  });

  it('marks a Python file, and scans a folder from the page of files', async () => {
    const file = await open('work/tool.py');
    await until(async () => assert.equal((await marks(file.page)).length, 1));
    await file.close();
    for (const name of ['train.ipynb', 'tool.py']) session().write(`scanned/${name}`, FILES[`work/${name}`]);
    const { page, errors } = await open(undefined);
    await page.locator('.jp-DirListing-item', { hasText: 'scanned' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Scan This Folder' }).click();
    await until(async () => assert.match(await page.locator('.ll-Scan-said').innerText(), /^2 files looked at/));
    assert.deepEqual(ours(errors), []);
  });
}
