import assert from 'node:assert/strict';
import { until } from '../../vscode/until.mjs';
import { editCell, marks, openFile, run, sources } from '../session.mjs';
import { fixByHover, showCard } from './visit.mjs';

const FALSE = 'checkpoint = torch.load("ckpt.pt", weights_only=False)';
const TRUE = FALSE.replace('False', 'True');

/** Two people with a browser each in one notebook (jupyter-collaboration). */
export function together(session) {
  let ann;
  let ben;
  let made = 0;
  /** A notebook that nobody has had open: what is written to one that is open comes to its readers a second later. */
  const fresh = name => {
    const file = `work/together-${++made}.ipynb`;
    session().write(file, session().text(name));
    return file;
  };
  beforeEach(async () => {
    [ann, ben] = [await session().open(), await session().open()];
  });
  afterEach(async () => {
    await ann.close();
    await ben.close();
  });

  const both = async (file, wanted) => {
    for (const { page } of [ann, ben]) {
      await openFile(page, file);
      await until(async () => assert.equal((await marks(page)).length, wanted));
    }
  };
  const everywhere = (id, text, wanted) =>
    Promise.all(
      [ann, ben].map(({ page }) =>
        until(async () => {
          assert.equal((await sources(page))[id], text);
          assert.equal((await marks(page)).length, wanted);
        })
      )
    );
  const pressUndo = async ({ page }, id) => {
    await editCell(page, id);
    await page.keyboard.press('Control+z');
  };

  it('a fix by one is seen by the other, and undone by who made it and nobody else', async () => {
    const file = fresh('work/train.ipynb');
    await both(file, 2);
    await fixByHover(ann.page);
    await everywhere('again', TRUE, 1);
    await until(() => assert.match(session().text(file), /ckpt\.pt.{4}weights_only=True/));
    await editCell(ben.page, 'imports');
    await ben.page.keyboard.press('Control+End');
    await ben.page.keyboard.type(' # ben');
    await everywhere('imports', 'import torch\nimport urllib.request # ben', 1);
    await pressUndo(ben, 'again');
    await pressUndo(ben, 'imports');
    await everywhere('imports', 'import torch\nimport urllib.request', 1);
    await everywhere('again', TRUE, 1);
    await pressUndo(ann, 'again');
    await everywhere('again', FALSE, 2);
  });

  it('the same fix by both at the same moment is there once, and undone by one of them', async () => {
    await both(fresh('work/train.ipynb'), 2);
    for (const { page } of [ann, ben]) await showCard(page);
    await Promise.all([ann, ben].map(({ page }) => page.evaluate(clickFix)));
    // What is typed after the fix has come arrives after it: where it is seen, the fix has arrived.
    for (const { page } of [ann, ben]) await until(async () => assert.notEqual((await sources(page)).again, FALSE));
    await ann.page.evaluate(typeAtEnd, ['imports', ' # ann']);
    await ben.page.evaluate(typeAtEnd, ['fine', ' # ben']);
    await everywhere('imports', 'import torch\nimport urllib.request # ann', 1);
    await everywhere('fine', 'good = torch.load("model.pt", weights_only=True) # ben', 1);
    await everywhere('again', TRUE, 1);
    // One of the two has nothing to take back.
    await pressUndo(ann, 'again');
    await pressUndo(ben, 'again');
    await everywhere('again', FALSE, 2);
  });

  it('all safe fixes by one are one step for the other too, and undone together', async () => {
    await both(fresh('work/bare.ipynb'), 2);
    await run(ann.page, 'loadlight:show-panel');
    await ann.page.getByRole('button', { name: 'Fix 2 safe ones' }).click();
    await everywhere('one', 'a = torch.load("a.pt", weights_only=True)', 0);
    await everywhere('two', 'b = torch.load("b.pt", weights_only=True)', 0);
    await pressUndo(ben, 'one');
    await pressUndo(ann, 'two');
    await everywhere('one', 'a = torch.load("a.pt")', 2);
    await everywhere('two', 'b = torch.load("b.pt")', 2);
  });
}

/** In the page: types at the end of a cell. */
function typeAtEnd([id, text]) {
  const { cells } = window.jupyterapp.shell.currentWidget.content.model.sharedModel;
  const cell = cells.find(other => other.getId() === id);
  cell.updateSource(cell.getSource().length, cell.getSource().length, text);
}

/** In the page: a click that no machine's slowness spreads over time. */
function clickFix() {
  const buttons = [...document.querySelectorAll('.ll-Card button')];
  buttons.find(({ textContent }) => textContent.startsWith('Change to weights_only=True')).click();
}
