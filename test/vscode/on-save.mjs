import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cells, cellWith, codeCellsOnDisk, notebookOf, notebookShown } from './notebook.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const MARK = '.squiggly-hint, .squiggly-info, .squiggly-warning, .squiggly-error';
const TWO = ['import torch', 'a = torch.load("a.pt")', 'b = torch.load("b.pt")'];
const FIXED = [
  'import torch',
  'a = torch.load("a.pt", weights_only=True)',
  'b = torch.load("b.pt", weights_only=True)'
];
const REVIEW = 'a = torch.load("a.pt", weights_only=False)';

/** Every kind that may lead to fix-all, at once: the general ones and ours, of files and of notebooks. */
export const EVERY_KIND = {
  'editor.codeActionsOnSave': { 'source.fixAll': 'explicit', 'source.fixAll.loadlight': 'explicit' },
  'notebook.codeActionsOnSave': {
    'source.fixAll': 'explicit',
    'source.fixAll.loadlight': 'explicit',
    'notebook.source.fixAll': 'explicit',
    'notebook.source.fixAll.loadlight': 'explicit'
  }
};

export const SAVED = {
  'requirements.txt': 'torch==2.11.0\n',
  'saved.py': `${TWO.join('\n')}\n`,
  'saved.ipynb': notebookOf(TWO),
  'magic.ipynb': notebookOf(['%%bash\npip install torch', ...TWO]),
  'review.py': `import torch\n${REVIEW}\n`,
  'review.ipynb': notebookOf(['import torch', REVIEW])
};

/** Fixes on saving, against what is known to go wrong there with other linters. `session()` gives the window. */
export function onSave(session) {
  const disk = name => path.join(session().vscode.workspace, name);
  const count = async name =>
    (await workbench.problems(session().page)).filter(({ resource }) => resource.endsWith(`/${name}`)).length;

  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.closeAll(session().page);
  });

  it('changes a file once, however many kinds are asked for', async () => {
    const { page } = session();
    await workbench.openFile(page, 'saved.py');
    await until(async () => assert.equal(await count('saved.py'), 2));
    await workbench.focusEditor(page);
    await workbench.save(page);
    await until(() => assert.equal(readFileSync(disk('saved.py'), 'utf8'), `${FIXED.join('\n')}\n`));
  });

  // Every cell is asked for `source.fixAll` at once, and their edits would collide.
  it('changes a notebook once, from whichever cell, however many kinds are asked for', async () => {
    const { page } = session();
    await workbench.openFile(page, 'saved.ipynb');
    await notebookShown(page, 3);
    await until(async () => assert.equal(await count('saved.ipynb'), 2));
    await workbench.selectCell(page, cellWith(page, 'b.pt'));
    await workbench.save(page);
    await until(() => assert.deepEqual(codeCellsOnDisk(disk('saved.ipynb')), FIXED));
    assert.equal(await cells(page).count(), 3);

    // And takes one step to go back.
    await cellWith(page, 'a.pt').locator('.view-line').first().click();
    await page.keyboard.press('Control+z');
    await until(async () => assert.doesNotMatch(await workbench.textOf(cellWith(page, 'a.pt')), /weights_only/));
    await until(async () => assert.doesNotMatch(await workbench.textOf(cellWith(page, 'b.pt')), /weights_only/));
  });

  it('changes a notebook whose first cell is in another language by a magic', async () => {
    const { page } = session();
    await workbench.openFile(page, 'magic.ipynb');
    await notebookShown(page, 4);
    await until(async () => assert.equal(await count('magic.ipynb'), 2));
    await workbench.selectCell(page, cellWith(page, 'import torch'));
    await workbench.save(page);
    await until(() => assert.deepEqual(codeCellsOnDisk(disk('magic.ipynb')), ['%%bash\npip install torch', ...FIXED]));
  });

  it('leaves alone what needs a look, and silences nothing', async () => {
    const { page } = session();
    await workbench.openFile(page, 'review.py');
    await workbench.editor(page).locator(MARK).first().waitFor();
    await workbench.focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('# typed');
    await workbench.save(page);
    await until(() => assert.equal(readFileSync(disk('review.py'), 'utf8'), `import torch\n${REVIEW}\n# typed`));

    await workbench.openFile(page, 'review.ipynb');
    await notebookShown(page, 2);
    await cellWith(page, 'a.pt').locator(MARK).first().waitFor();
    await cellWith(page, 'import torch').locator('.view-line').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('  # typed');
    await workbench.save(page);
    await until(() => assert.deepEqual(codeCellsOnDisk(disk('review.ipynb')), ['import torch  # typed', REVIEW]));
  });

  it('lets the user choose where "Auto Fix" finds only what needs a look', async () => {
    const { page } = session();
    await workbench.openFile(page, 'review.py');
    const editor = workbench.editor(page);
    await editor.locator(MARK).first().waitFor();
    await workbench.clickWord(editor, 'torch.load', 'False');
    await workbench.command(page, 'Auto Fix...');
    await page.locator('.action-widget .monaco-list-row.action').filter({ hasText: 'Ignore LL101 here' }).waitFor();
    assert.match(await workbench.textOf(editor), /weights_only=False\)/);
    await page.keyboard.press('Escape');
  });
}
