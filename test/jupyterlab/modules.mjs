import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { notebook } from './fixtures.mjs';
import { closeAll, marks, openFile, run } from './session.mjs';

const UNSAFE = `import torch


def read(path):
    state = torch.load(path, weights_only=False)
    return {name: value.float() for name, value in state.items()}
`;
const SAFE = UNSAFE.replace('False', 'True');
const CALL = 'state = tools.read("ckpt.pt")';
const NOTEBOOK = notebook([
  ['imports', 'code', 'import urllib.request\nimport tools'],
  ['fetch', 'code', 'urllib.request.urlretrieve("https://models.example.org/ckpt.pt", "ckpt.pt")'],
  ['call', 'code', CALL]
]);

/** A notebook that loads by way of a Python file beside it. */
export function modules(session) {
  const marked = page =>
    until(async () => assert.deepEqual(await marks(page), [{ kind: 'error', text: 'tools.read', before: 'state = ' }]));
  const unmarked = page => until(async () => assert.deepEqual(await marks(page), []));

  beforeEach(async () => {
    const { page, write } = session();
    write('modules/tools.py', UNSAFE);
    write('modules/calls.ipynb', NOTEBOOK);
    await openFile(page, 'modules/calls.ipynb');
    await marked(page);
  });

  it('is marked at its call, with the file that loads named in the hover', async () => {
    const { page } = session();
    await page.mouse.move(0, 0);
    await page.locator('.ll-mark-error').hover();
    const card = page.locator('.ll-Card');
    await card.waitFor();
    assert.match(await card.innerText(), /tools\.py/);
  });

  it('is mended in the other file, shown before it is written', async () => {
    const { page, text } = session();
    const preview = page.locator('.jp-Dialog', { has: page.locator('.ll-Preview') });
    await page.mouse.move(0, 0);
    await page.locator('.ll-mark-error').hover();
    await page
      .locator('.ll-Card')
      .getByRole('button', { name: /^Preview: In tools\.py: Change/ })
      .click();
    await preview.waitFor();
    assert.deepEqual(await preview.locator('h3').allInnerTexts(), ['modules/tools.py']);
    assert.match(await preview.innerText(), /weights_only=False\)[\s\S]*weights_only=True\)/);
    await preview.getByRole('button', { name: 'Apply this fix' }).click();
    await until(() => assert.equal(text('modules/tools.py'), SAFE));
    await unmarked(page);
  });

  it('follows the other file as it is edited, closed without saving, and saved', async () => {
    const { page } = session();
    const replace = async text => {
      await openFile(page, 'modules/tools.py');
      await page.locator('.jp-FileEditor:not(.lm-mod-hidden) .cm-content').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
    };
    const backToNotebook = () => openFile(page, 'modules/calls.ipynb');
    await replace(SAFE);
    await backToNotebook();
    await unmarked(page);
    // What was not saved is gone with its editor.
    await openFile(page, 'modules/tools.py');
    await page.evaluate(() => {
      const { currentWidget } = window.jupyterapp.shell;
      currentWidget.context.model.dirty = false;
      currentWidget.dispose();
    });
    await backToNotebook();
    await marked(page);
    await replace(SAFE);
    await run(page, 'docmanager:save');
    await closeAll(page);
    await backToNotebook();
    await unmarked(page);
  });

  it('follows the other file where another program has changed it, taken it away and put it back', async () => {
    const { page, write, remove } = session();
    const cameBack = async () => {
      await openFile(page, 'work/clean.ipynb');
      await openFile(page, 'modules/calls.ipynb');
    };
    write('modules/tools.py', SAFE);
    await cameBack();
    await unmarked(page);
    write('modules/tools.py', UNSAFE);
    await cameBack();
    await marked(page);
    remove('modules/tools.py');
    await cameBack();
    await unmarked(page);
    write('modules/tools.py', UNSAFE);
    await cameBack();
    await marked(page);
  });
}
