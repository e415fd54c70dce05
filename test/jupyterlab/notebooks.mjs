import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { EMOJI_LINE } from './fixtures.mjs';
import { dismissDialogs, editCell, marks, openFile, run, selectCell, sources } from './session.mjs';

const count = (page, number) => until(async () => assert.equal((await marks(page)).length, number));

/** What a user does in a notebook. */
export function notebooks(session) {
  it('marks the exact argument after an emoji, and nothing in Markdown', async () => {
    const { page, shoot } = session();
    await openFile(page, 'work/train.ipynb');
    await until(async () =>
      assert.deepEqual(await marks(page), [
        {
          kind: 'warning',
          text: 'weights_only=False',
          before: EMOJI_LINE.slice(0, EMOJI_LINE.indexOf('weights_only'))
        },
        { kind: 'error', text: 'weights_only=False', before: 'checkpoint = torch.load("ckpt.pt", ' }
      ])
    );
    // A notebook's text is drawn after its code.
    await page.locator('.jp-RenderedMarkdown h1').first().waitFor();
    await shoot('squiggle', 'dark');
  });

  it('explains on hover, fixes by a click, undoes with Ctrl+Z, and the file holds what was fixed', async () => {
    const { page, shoot, read } = session();
    await openFile(page, 'work/train.ipynb');
    await count(page, 2);
    await page.locator('.cm-lintRange').nth(1).hover();
    const card = page.locator('.ll-Card');
    await card.waitFor();
    assert.match(
      await card.innerText(),
      /torch\.load[\s\S]*LL101 unsafe-torch-load[\s\S]*Can run[\s\S]*From[\s\S]*ckpt\.pt/
    );
    await shoot('hover');
    await card.getByRole('button', { name: 'weights_only=True' }).first().click();
    await until(async () =>
      assert.equal((await sources(page)).again, 'checkpoint = torch.load("ckpt.pt", weights_only=True)')
    );
    await count(page, 1);
    assert.equal(await card.count(), 0);
    await run(page, 'docmanager:save');
    assert.match(read('work/train.ipynb').cells[4].source.join(''), /weights_only=True/);
    await page.keyboard.press('Control+z');
    await until(async () => assert.match((await sources(page)).again, /weights_only=False/));
    await count(page, 2);
  });

  it('shows what a safe load looks like', async () => {
    const { page, shoot } = session();
    await openFile(page, 'work/train.ipynb');
    await count(page, 2);
    await page.locator('.cm-line', { hasText: /^good/ }).getByText('load', { exact: true }).hover();
    await page.locator('.ll-Card .ll-mod-fine').waitFor();
    assert.equal(await page.locator('.ll-Card .ll-Button').count(), 0);
    await shoot('hover-fine');
  });

  it('knows what another cell imports', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await editCell(page, 'imports');
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await count(page, 0);
    await page.keyboard.press('Backspace');
    await count(page, 1);
  });

  it('keeps its marks while the user types', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await editCell(page, 'load');
    await page.keyboard.press('Control+Home');
    await page.evaluate(() => {
      window.fewest = Infinity;
      const look = () => {
        window.fewest = Math.min(window.fewest, document.querySelectorAll('.cm-lintRange').length);
        window.looking = requestAnimationFrame(look);
      };
      look();
    });
    await page.keyboard.type('first_name = 12345\n', { delay: 15 });
    await until(async () =>
      assert.deepEqual(
        (await marks(page)).map(({ before }) => before),
        ['a = torch.load("a.pt", ']
      )
    );
    assert.equal(await page.evaluate(() => (cancelAnimationFrame(window.looking), window.fewest)), 1);
  });

  it('follows cells that are added, moved, retyped, split, merged and deleted', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await selectCell(page, 'load');
    await run(page, 'notebook:insert-cell-below');
    // Old JupyterLabs do not give a new cell the focus, which Enter needs.
    await run(page, 'notebook:enter-edit-mode');
    await page.keyboard.type('b = torch.load("b.pt", weights_only=False)');
    await count(page, 2);
    await page.keyboard.press('Escape');
    await run(page, 'notebook:change-cell-to-markdown');
    await count(page, 1);
    await run(page, 'notebook:change-cell-to-code');
    await count(page, 2);
    await run(page, 'notebook:move-cell-up');
    await until(async () =>
      assert.deepEqual(
        (await marks(page)).map(({ before }) => before[0]),
        ['b', 'a']
      )
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('\n');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('import torch as t');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await run(page, 'notebook:split-cell-at-cursor');
    await until(async () => assert.equal(Object.keys(await sources(page)).length, 5));
    await count(page, 2);
    await page.keyboard.press('Escape');
    await run(page, 'notebook:merge-cell-above');
    await until(async () => assert.equal(Object.keys(await sources(page)).length, 4));
    await count(page, 2);
    await run(page, 'notebook:delete-cell');
    await count(page, 1);
  });

  it('follows a cell that is deleted and brought back', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await selectCell(page, 'load');
    await run(page, 'notebook:delete-cell');
    await count(page, 0);
    await page.keyboard.press('z');
    await count(page, 1);
    await selectCell(page, 'imports');
    await run(page, 'notebook:delete-cell');
    await count(page, 0);
  });

  it('takes a notebook that names no language for Python', async () => {
    const { page } = session();
    await openFile(page, 'work/plain.ipynb');
    await count(page, 1);
  });

  it('goes on after the notebook is renamed', async () => {
    const { page, remove } = session();
    remove('work/renamed.ipynb');
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.rename('renamed.ipynb'));
    await editCell(page, 'load');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nc = torch.load("c.pt", weights_only=False)');
    await count(page, 2);
  });

  it('fixes all that is safe as one step of undo, in every way to undo', async () => {
    const { page, read, shoot } = session();
    await openFile(page, 'work/bare.ipynb');
    await run(page, 'loadlight:show-panel');
    const fixed = async yes => {
      const wanted = yes ? 'torch.load("a.pt", weights_only=True)' : 'torch.load("a.pt")';
      await until(async () => {
        const { one, two } = await sources(page);
        assert.equal(one, `a = ${wanted}`);
        assert.equal(two, `b = ${wanted.replace('a.pt', 'b.pt')}`);
      });
    };
    const all = page.getByRole('button', { name: 'Fix 2 safe ones' });
    await page.locator('.ll-Row').first().hover();
    await shoot('fix-all');
    await all.click();
    await fixed(true);
    await run(page, 'docmanager:save');
    assert.match(
      JSON.stringify(read('work/bare.ipynb').cells),
      /a\.pt.{4}weights_only=True[\s\S]*b\.pt.{4}weights_only=True/
    );
    await editCell(page, 'two');
    await page.keyboard.press('Control+z');
    await fixed(false);
    await page.keyboard.press('Control+Shift+z');
    await fixed(true);
    await selectCell(page, 'imports');
    await page.keyboard.press('z');
    await fixed(false);
    await page.keyboard.press('Shift+z');
    await fixed(true);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await fixed(false);
    await all.press('Enter');
    await fixed(true);
    await page.locator('.ll-Panel').getByRole('button').first().focus();
    await page.keyboard.press('Control+z');
    await fixed(false);
  });

  it('fixes all though something beside the text changes at that moment', async () => {
    const { page } = session();
    await openFile(page, 'work/bare.ipynb');
    await run(page, 'loadlight:show-panel');
    const all = page.getByRole('button', { name: 'Fix 2 safe ones' });
    await all.waitFor();
    await all.evaluate(button => {
      button.click();
      const [cell] = window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells;
      cell.setMetadata('loadlight', { ignore: ['LL301'] });
    });
    await until(async () => {
      const { one, two } = await sources(page);
      assert.equal(one, 'a = torch.load("a.pt", weights_only=True)');
      assert.equal(two, 'b = torch.load("b.pt", weights_only=True)');
    });
  });

  it('fixes cells that have no editor yet, and jumps to them', async () => {
    const { page } = session();
    await openFile(page, 'work/long.ipynb');
    await run(page, 'loadlight:show-panel');
    await page.locator('.ll-Row').waitFor();
    assert.equal((await marks(page)).length, 0);
    const jump = page.locator('.ll-Row-jump');
    assert.match(await page.locator('.ll-Group h3').innerText(), /^Cell 122$/i);
    await page.getByRole('button', { name: 'Fix 1 safe one' }).click();
    await until(async () => assert.equal((await sources(page)).last, 'a = torch.load("a.pt", weights_only=True)'));
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await until(async () => assert.equal((await sources(page)).last, 'a = torch.load("a.pt")'));
    await jump.press('Enter');
    await count(page, 1);
    await until(async () =>
      assert.match(await page.evaluate(() => document.activeElement.textContent), /torch\.load\("a\.pt"\)/)
    );
  });

  it('refuses a fix when the text has moved meanwhile', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await page.evaluate(() => (window.heldAnswers = []));
    await page.locator('.cm-lintRange').hover();
    await page.locator('.ll-Card .ll-Button').first().click();
    await page.waitForFunction(() => window.heldAnswers.length > 0);
    await editCell(page, 'load');
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('# typed\n');
    await page.evaluate(() => {
      const held = window.heldAnswers;
      window.heldAnswers = undefined;
      for (const answer of held) answer();
    });
    await page.getByText('Nothing was changed: the text has moved on since.').first().waitFor();
    assert.equal((await sources(page)).load, '# typed\na = torch.load("a.pt", weights_only=False)');
  });

  it('leaves a cell alone that is not to be edited', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await page.evaluate(() => {
      const { cells } = window.jupyterapp.shell.currentWidget.content.model.sharedModel;
      cells.find(cell => cell.getId() === 'load').setMetadata('editable', false);
    });
    await page.locator('.cm-lintRange').hover();
    await page.locator('.ll-Card .ll-Button').first().click();
    await page.getByText('a cell that this fix touches is set to read-only').first().waitFor();
    assert.equal((await sources(page)).load, 'a = torch.load("a.pt", weights_only=False)');
  });

  it('finds a token as it is typed, by a part fetched for that, and reads it from the environment with one undo', async function () {
    const { page, requests, shoot } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const token = `hf_${Array.from({ length: 34 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')}`;
    // Another try finds the part there already.
    if (this.test.currentRetry() === 0) assert.deepEqual(requests('secrets.'), []);
    await editCell(page, 'other');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`\nHF_TOKEN = "${token}"`);
    await count(page, 2);
    assert.equal(requests('secrets.').length, 1);
    await page.locator('.ll-mark-error').hover();
    const card = page.locator('.ll-Card');
    await card.waitFor();
    assert.equal((await card.innerText()).includes(token), false);
    await shoot('token', undefined, [page.locator('.cm-line span').filter({ hasText: token })]);
    const preview = page.locator('.jp-Dialog');
    await card.getByRole('button', { name: /^Preview: Read .*environment/ }).click();
    await preview.waitFor();
    assert.deepEqual(await preview.locator('h3').allInnerTexts(), ['Cell 1', 'Cell 2']);
    assert.match(
      await preview.innerText(),
      /\+\s+import os[\s\S]*−\s+HF_TOKEN = "hf_[\s\S]*\+\s+HF_TOKEN = os\.environ/
    );
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
    assert.match((await sources(page)).other, /hf_/);
    await editCell(page, 'other');
    await page.keyboard.press('Control+.');
    await page.locator('.ll-FixMenu').getByText('Preview: Read').click();
    await preview.getByRole('button', { name: 'Apply this fix' }).click();
    await until(async () => assert.match((await sources(page)).other, /HF_TOKEN = os\.environ\["HF_TOKEN"\]/));
    assert.match((await sources(page)).imports, /import os/);
    await page.keyboard.press('Control+z');
    await until(async () => assert.match((await sources(page)).other, /hf_/));
    assert.equal((await sources(page)).imports, 'import torch');
  });

  it('says nothing about a notebook that speaks R', async () => {
    const { page } = session();
    await openFile(page, 'work/speaks_r.ipynb');
    await run(page, 'loadlight:show-panel');
    await page.getByText('This notebook speaks R.').waitFor();
    assert.deepEqual(await marks(page), []);
  });

  it('is not disturbed by a notebook that cannot be read', async () => {
    const { page } = session();
    // The command ends when its message has been read.
    const opened = run(page, 'docmanager:open', { path: 'work/broken.ipynb' });
    await page.locator('.jp-Dialog').waitFor();
    await dismissDialogs(page);
    await opened;
    await openFile(page, 'work/train.ipynb');
    await count(page, 2);
  });
}
