import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CREDENTIALS, TOKEN } from './fixtures.mjs';
import { cells, cellWith, codeCellsOnDisk, notebookShown } from './notebook.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const UNSAFE = '.squiggly-warning, .squiggly-error';

/** Notebooks: exact places, fixes over cells, and what happens to cells. `session()` gives the window and its folder. */
export function notebooks(session, { server }) {
  const disk = name => path.join(session().vscode.workspace, name);
  const problemsOf = async name =>
    (await workbench.problems(session().page)).filter(problem => problem.resource.endsWith(`/${name}`));
  const open = async (name, count) => {
    await workbench.openFile(session().page, name);
    await notebookShown(session().page, count);
  };

  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.closeAll(session().page);
  });

  it('marks the exact call after an emoji, explains it, fixes it, undoes it, saves it', async () => {
    const { page, shoot } = session();
    await open('emoji.ipynb', 2);
    const cell = cellWith(page, 'torch.load');
    await cell.locator(UNSAFE).first().waitFor({ timeout: 30_000 });
    const [problem, ...others] = await problemsOf('emoji.ipynb');
    assert.deepEqual(others, []);
    assert.equal(problem.code.value, 'LL101');
    const source = codeCellsOnDisk(disk('emoji.ipynb'))[1];
    const marked = source.slice(problem.startColumn - 1, problem.endColumn - 1);
    assert.match(marked, /^(torch\.load(\(.*\))?|weights_only=False)$/, 'columns count UTF-16 units');

    // The panel goes, the notebook fills the picture.
    await page.keyboard.press('Control+j');
    assert.match(await workbench.hoverAt(page, cell, 'torch.load', 'load'), /Can run/);
    await shoot('notebook-hover');
    await page.keyboard.press('Escape');
    await workbench.fixesAt(page, cell, 'torch.load', 'load');
    await shoot('notebook-fixes');
    await page.keyboard.press('Escape');

    await workbench.takeFix(page, cell, 'torch.load', 'load', 'weights_only=True');
    await until(async () => assert.match(await workbench.textOf(cell), /"model\.pt", weights_only=True\)/));
    await until(async () => assert.equal(await cell.locator(UNSAFE).count(), 0));
    await page.keyboard.press('Control+z');
    await until(async () => assert.match(await workbench.textOf(cell), /weights_only=False/));
    await cell.locator(UNSAFE).first().waitFor();
    await page.keyboard.press('Control+y');
    await until(async () => assert.match(await workbench.textOf(cell), /weights_only=True/));
    await workbench.save(page);
    await until(() =>
      assert.deepEqual(codeCellsOnDisk(disk('emoji.ipynb')), [
        'import torch',
        'name = "😀é"; state = torch.load("model.pt", weights_only=True)'
      ])
    );
  });

  // What reads notebooks in a workspace without a server here leaves outputs out.
  if (server)
    it('finds credentials in cells of text, code and what it shows, and moves one into .env in one step', async () => {
      const { page } = session();
      writeFileSync(disk('credentials.ipynb'), CREDENTIALS['credentials.ipynb']);
      await open('credentials.ipynb', 1);
      await until(async () =>
        assert.deepEqual((await problemsOf('credentials.ipynb')).map(({ code }) => code.value).sort(), [
          'LL301',
          'LL301',
          'LL303'
        ])
      );
      assert.equal(JSON.stringify(await problemsOf('credentials.ipynb')).includes(TOKEN), false);
      await page.keyboard.press('Control+j');
      await workbench.takeFix(page, cellWith(page, 'print("hf_'), 'print("hf_', 'hf_', 'keep its value in .env');
      await cellWith(page, 'os.environ["HF_TOKEN"]').waitFor({ timeout: 30_000 });
      const fixed = () => JSON.parse(readFileSync(disk('credentials.ipynb'), 'utf8')).cells;
      await until(async () => {
        await workbench.save(page);
        const [text, code] = fixed();
        assert.equal([text.source].flat().join(''), 'The key is [removed: HF_TOKEN]');
        assert.equal([code.source].flat().join(''), 'import os\n\nprint(os.environ["HF_TOKEN"])');
        assert.deepEqual(code.outputs, []);
      });
      assert.equal(readFileSync(disk('.env'), 'utf8'), `HF_TOKEN=${TOKEN}\n`);
      await until(async () => assert.deepEqual(await problemsOf('credentials.ipynb'), []));
    });

  it('follows cells that are deleted, brought back, moved and added', async () => {
    const { page } = session();
    await open('cells.ipynb', 3);
    const load = cellWith(page, 'torch.load');
    await load.locator(UNSAFE).first().waitFor();

    // The import stands in another cell: without it the name means nothing.
    await workbench.selectCell(page, cellWith(page, 'import torch'));
    await workbench.command(page, 'Notebook: Delete Cell');
    await until(async () => assert.equal(await cells(page).count(), 2));
    await until(async () => assert.equal(await load.locator(UNSAFE).count(), 0));
    await page.keyboard.press('Control+z');
    await until(async () => assert.equal(await cells(page).count(), 3));
    await load.locator(UNSAFE).first().waitFor();

    await workbench.selectCell(page, load);
    await workbench.command(page, 'Notebook: Move Cell Up');
    await until(async () => assert.match(await cells(page).nth(1).innerText(), /torch\.load|torch/));
    await load.locator(UNSAFE).first().waitFor();
    assert.equal(await cellWith(page, 'between').locator(UNSAFE).count(), 0);

    await workbench.selectCell(page, cellWith(page, 'between'));
    await workbench.command(page, 'Notebook: Insert Code Cell Below');
    await until(async () => assert.equal(await cells(page).count(), 4));
    const added = cells(page).nth(3);
    await added.locator('.view-line').first().click();
    await page.keyboard.insertText('again = torch.load("other.pt", weights_only=False)');
    await added.locator(UNSAFE).first().waitFor();
    await workbench.takeFix(page, added, 'other.pt', 'load', 'weights_only=True');
    await workbench.save(page);
    await until(() =>
      assert.deepEqual(codeCellsOnDisk(disk('cells.ipynb')), [
        'import torch',
        'state = torch.load("model.pt", weights_only=False)',
        'print("between")',
        'again = torch.load("other.pt", weights_only=True)'
      ])
    );
  });

  it('fixes all that is safe in all cells, with one undo', async () => {
    const { page } = session();
    await open('recent/fix-all.ipynb', 3);
    await until(async () => assert.equal((await problemsOf('fix-all.ipynb')).length, 2));
    await workbench.selectCell(page, cellWith(page, 'import torch'));
    await workbench.command(page, 'Loadlight: Fix all safe findings');
    await until(async () => {
      assert.match(await workbench.textOf(cellWith(page, 'a.pt')), /weights_only=True/);
      assert.match(await workbench.textOf(cellWith(page, 'b.pt')), /weights_only=True/);
    });
    await cellWith(page, 'a.pt').locator('.view-line').first().click();
    await page.keyboard.press('Control+z');
    await until(async () => {
      assert.doesNotMatch(await workbench.textOf(cellWith(page, 'a.pt')), /weights_only/);
      assert.doesNotMatch(await workbench.textOf(cellWith(page, 'b.pt')), /weights_only/);
    });
  });

  it('fixes all cells on save where the user asked for it', async () => {
    const { page } = session();
    await open('recent/on-save.ipynb', 3);
    await until(async () => assert.equal((await problemsOf('on-save.ipynb')).length, 2));
    await workbench.selectCell(page, cellWith(page, 'import torch'));
    await workbench.save(page);
    await until(() =>
      assert.deepEqual(codeCellsOnDisk(disk('recent/on-save.ipynb')), [
        'import torch',
        'a = torch.load("a.pt", weights_only=True)',
        'b = torch.load("b.pt", weights_only=True)'
      ])
    );
  });

  it('fixes all cells on save where the first one is text', async () => {
    const { page } = session();
    await open('recent/text-first.ipynb', 2);
    await until(async () => assert.equal((await problemsOf('text-first.ipynb')).length, 1));
    await workbench.selectCell(page, cellWith(page, 'import torch'));
    await workbench.save(page);
    await until(() =>
      assert.deepEqual(codeCellsOnDisk(disk('recent/text-first.ipynb')), [
        'import torch',
        'a = torch.load("a.pt", weights_only=True)'
      ])
    );
  });

  it('says nothing in a notebook of another language', async () => {
    const { page } = session();
    await open('r.ipynb', 1);
    // A file that is opened after it and marked says that its turn has come.
    await workbench.openFile(page, 'other.py');
    await workbench.editor(page).locator(UNSAFE).first().waitFor();
    assert.deepEqual(await problemsOf('r.ipynb'), []);
  });
}
