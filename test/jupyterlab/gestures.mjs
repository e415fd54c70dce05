import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { editCell, marks, openFile, run, saveSettings, selectCell, sources } from './session.mjs';

const starts = async page => (await marks(page)).map(({ before }) => before);
const count = (page, number) => until(async () => assert.equal((await marks(page)).length, number));
const LONG = process.env.LOADLIGHT_LONG === '1';
const NOTEBOOKS = '@jupyterlab/notebook-extension:tracker';
const LOAD = 'torch.load("a.pt", weights_only=False)';

/** What else is done with cells, and with several notebooks at once. */
export function gestures(session) {
  it('follows cells that are copied, cut and pasted, within a notebook and into another one', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await selectCell(page, 'load');
    await page.keyboard.press('c');
    await page.keyboard.press('v');
    await count(page, 2);
    await page.keyboard.press('x');
    await count(page, 1);
    await page.keyboard.press('v');
    await count(page, 2);
    await openFile(page, 'work/clean.ipynb');
    await selectCell(page, 'only');
    await page.keyboard.press('v');
    // Nothing imports torch there.
    await until(async () => assert.equal(Object.keys(await sources(page)).length, 2));
    await editCell(page, 'only');
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('import torch\n');
    await until(async () => assert.deepEqual(await starts(page), ['a = torch.load("a.pt", ']));
    await openFile(page, 'work/cells.ipynb');
    await count(page, 2);
  });

  it('jumps into what is folded away: a collapsed input, and cells under a collapsed heading', async () => {
    const { page } = session();
    await openFile(page, 'work/folded.ipynb');
    await count(page, 2);
    await selectCell(page, 'shown');
    await run(page, 'notebook:hide-cell-code');
    await page.locator('.jp-Placeholder').waitFor();
    await selectCell(page, 'heading');
    await run(page, 'notebook:collapse-all-headings');
    await until(async () => assert.equal(await isHidden(page, 'under'), true));
    for (const id of ['shown', 'under', 'shown']) {
      await page.keyboard.press('F8');
      await until(async () => assert.deepEqual(await cursor(page), [id, 'a = torch.load("a.pt", '.length]));
      assert.equal(await isHidden(page, id), false);
    }
    assert.equal(await page.locator('.jp-Placeholder').count(), 0);
    await count(page, 2);
    // A fix of what is folded away leaves it so. The row above folds when the mouse takes the focus from it.
    await run(page, 'notebook:collapse-all-headings');
    await until(async () => assert.equal(await isHidden(page, 'under'), true));
    await run(page, 'loadlight:show-panel');
    await page.locator('.ll-Row').nth(1).hover();
    await page.locator('.ll-Row').nth(1).locator('.ll-Row-tools .ll-Button').first().click();
    await until(async () => assert.match((await sources(page)).under, /weights_only=True/));
    assert.equal(await isHidden(page, 'under'), true);
  });

  it('keeps two views of a notebook in step, and works in the one that is used', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await run(page, 'docmanager:clone');
    const views = page.locator('.jp-NotebookPanel:not(.lm-mod-hidden)');
    const marked = view => views.nth(view).locator('.cm-lintRange').count();
    await until(async () => assert.deepEqual([await views.count(), await marked(0), await marked(1)], [2, 1, 1]));
    // The second view is in front: what the keyboard does, it does there.
    await page.keyboard.press('F8');
    await until(async () => assert.deepEqual(await cursor(page), ['load', 'a = torch.load("a.pt", '.length]));
    const inFront = await page.evaluate(() => {
      const { currentWidget } = window.jupyterapp.shell;
      return currentWidget.node.contains(document.activeElement) && window.jupyterapp.shell.currentWidget.title.label;
    });
    assert.equal(inFront, 'cells.ipynb');
    await page.keyboard.press('Control+.');
    await page.locator('.ll-FixMenu').waitFor();
    await page.keyboard.press('Enter');
    await until(async () => assert.deepEqual([await marked(0), await marked(1)], [0, 0]));
    await page.keyboard.press('Control+z');
    await until(async () => assert.deepEqual([await marked(0), await marked(1)], [1, 1]));
    // One view may go: the notebook is still with the server.
    await run(page, 'application:close');
    await until(async () => assert.equal(await views.count(), 1));
    await editCell(page, 'load');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`\nb = ${LOAD}`);
    await count(page, 2);
  });

  it('shows several notebooks side by side, each with its own findings', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await run(page, 'docmanager:open', { path: 'work/train.ipynb', options: { mode: 'split-right' } });
    await count(page, 3);
    await run(page, 'docmanager:open', { path: 'work/clean.ipynb', options: { mode: 'split-bottom' } });
    await run(page, 'loadlight:show-panel');
    const listed = number => until(async () => assert.equal(await page.locator('.ll-Row').count(), number));
    await listed(0);
    await page.getByText('Nothing to worry about in this notebook').waitFor();
    for (const [name, number] of [
      ['train.ipynb', 2],
      ['cells.ipynb', 1],
      ['clean.ipynb', 0]
    ]) {
      await page.locator('.lm-TabBar-tab', { hasText: name }).first().click();
      await listed(number);
    }
  });

  it('leaves cells of other languages alone, but not a token in them; and consoles', async () => {
    const { page } = session();
    await openFile(page, 'work/magics.ipynb');
    await until(async () =>
      assert.deepEqual(await starts(page), ['%time a = torch.load("a.pt", ', 'b = torch.load("a.pt", '])
    );
    for (const id of ['bash', 'html', 'javascript', 'r']) {
      await editCell(page, id);
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(`\nc = ${LOAD}`);
    }
    await editCell(page, 'python');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`\nd = ${LOAD}`);
    await count(page, 3);
    await run(page, 'notebook:create-console');
    const prompt = page.locator('.jp-CodeConsole-promptCell .cm-content');
    await prompt.click();
    await page.keyboard.insertText(`e = ${LOAD}`);
    await until(async () => assert.match(await prompt.innerText(), /e = torch\.load/));
    assert.equal(await page.locator('.jp-CodeConsole .cm-lintRange, .jp-CodeConsole .ll-Gutter').count(), 0);
    await page.keyboard.press('Control+.');
    assert.equal(await page.locator('.ll-FixMenu').count(), 0);
  });

  for (const mode of LONG ? ['default', 'full', 'defer', 'contentVisibility', 'none'] : ['default']) {
    it(`finds its way in a notebook of 300 cells, windowing mode "${mode}"`, async () => {
      const { page } = session();
      await saveSettings(page, NOTEBOOKS, mode === 'default' ? {} : { windowingMode: mode });
      await openFile(page, 'work/many.ipynb');
      await run(page, 'loadlight:show-panel');
      await page.locator('.ll-Row').nth(2).waitFor();
      assert.deepEqual(await page.locator('.ll-Group h3').allInnerTexts(), ['Cell 2', 'Cell 150', 'Cell 300']);
      // A fix of a cell that nobody has seen yet.
      await page.getByRole('button', { name: 'Fix 1 safe one' }).click();
      await until(async () => assert.match((await sources(page)).cell299, /weights_only=True/));
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await until(async () => assert.equal((await sources(page)).cell299, 'far = torch.load("a.pt")'));
      // To a far cell and back by key, and marks in cells that scroll into view.
      await selectCell(page, 'cell0');
      const round = [
        ['cell1', 23],
        ['cell149', 23],
        ['cell299', 6],
        ['cell1', 23]
      ];
      for (const [id, column] of LONG ? round : round.slice(0, 2)) {
        await page.keyboard.press('F8');
        // JupyterLab itself takes its time to make cells that nobody has seen.
        await until(async () => assert.deepEqual(await cursor(page), [id, column]), 40_000);
        await until(async () => assert.equal(await markInView(page, id), true));
      }
      for (const end of LONG ? [299, 149, 0] : [0]) {
        await page.evaluate(index => window.jupyterapp.shell.currentWidget.content.scrollToItem(index), end);
      }
      await until(async () => assert.equal(await markInView(page, 'cell1'), true));
      await saveSettings(page, NOTEBOOKS, {});
    });
  }

  it('takes no mark away and puts none back for an edit elsewhere, in the cell or in another one', async () => {
    const { page } = session();
    await openFile(page, 'work/train.ipynb');
    await count(page, 2);
    await editCell(page, 'load');
    await page.keyboard.press('Control+Home');
    await watchMarks(page);
    await page.keyboard.type('before = [1, 2]\n', { delay: 20 });
    await editCell(page, 'fine');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nmore = torch.load("b.pt", weights_only=False)', { delay: 20 });
    await count(page, 3);
    const { least, steps } = await page.evaluate(() => window.stopWatching());
    assert.equal(least, 2, `at some frame a mark was gone: ${steps.join(', ')}`);
    assert.deepEqual(
      steps.filter((now, at) => now < steps[at - 1]),
      [],
      `a mark came and went: ${steps.join(', ')}`
    );
  });
}

/** Counts the marks after every change of the page, before it is painted. */
function watchMarks(page) {
  return page.evaluate(() => {
    const number = () => document.querySelectorAll('.jp-Notebook .ll-mark-error, .jp-Notebook .ll-mark-warning').length;
    const steps = [number()];
    const look = () => {
      const now = number();
      if (now !== steps.at(-1)) steps.push(now);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
    window.stopWatching = () => {
      observer.disconnect();
      look();
      return { least: Math.min(...steps), steps };
    };
  });
}

/** The active cell of the view in front and the cursor's column in it. */
function cursor(page) {
  return page.evaluate(() => {
    const { activeCell } = window.jupyterapp.shell.currentWidget.content;
    return [activeCell.model.id, activeCell.editor?.hasFocus() ? activeCell.editor.getCursorPosition().column : -1];
  });
}

function isHidden(page, id) {
  return page.evaluate(wanted => {
    const { widgets } = window.jupyterapp.shell.currentWidget.content;
    const cell = widgets.find(({ model }) => model.id === wanted);
    return cell.isHidden || cell.inputHidden;
  }, id);
}

/** Whether a cell stands in the notebook's window with a mark in it. */
function markInView(page, id) {
  return page.evaluate(wanted => {
    const { content } = window.jupyterapp.shell.currentWidget;
    const mark = content.widgets.find(({ model }) => model.id === wanted).node.querySelector('.cm-lintRange');
    if (!mark) return false;
    const [outer, inner] = [content.node.getBoundingClientRect(), mark.getBoundingClientRect()];
    return inner.height > 0 && inner.top >= outer.top && inner.bottom <= outer.bottom;
  }, id);
}
