import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { marks, openFile, run } from './session.mjs';

/** A .py file in the file editor. */
export function pythonFile(session) {
  it('is marked, listed, fixed and saved like a notebook', async () => {
    const { page, text } = session();
    await openFile(page, 'work/tool.py');
    const before = text('work/tool.py');
    await until(async () =>
      assert.deepEqual(await marks(page), [
        { kind: 'error', text: 'weights_only=False', before: '    return torch.load(path, ' }
      ])
    );
    await run(page, 'loadlight:show-panel');
    const row = page.locator('.ll-Row');
    await row.locator('.ll-Row-jump').press('Enter');
    await until(async () =>
      assert.equal(await page.evaluate(() => document.activeElement.classList.contains('cm-content')), true)
    );
    await row.hover();
    await row.locator('.ll-Button').first().click();
    await until(async () => assert.deepEqual(await marks(page), []));
    await run(page, 'docmanager:save');
    assert.equal(text('work/tool.py'), before.replace('weights_only=False', 'weights_only=True'));
    await page.locator('.jp-FileEditor .cm-content').click();
    await page.keyboard.press('Control+z');
    await until(async () => assert.equal((await marks(page)).length, 1));
    await run(page, 'docmanager:save');
    assert.equal(text('work/tool.py'), before);
  });

  it('takes versions from the requirements beside it, and again when they change', async () => {
    const { page, write } = session();
    write('other/requirements.txt', 'torch==2.4.0\n');
    write('other/a.py', 'import torch\n\ntorch.load("a.pt")\n');
    await openFile(page, 'other/a.py');
    await until(async () =>
      assert.deepEqual(
        (await marks(page)).map(({ kind }) => kind),
        ['warning']
      )
    );
    await openFile(page, 'other/requirements.txt');
    await page.locator('.jp-FileEditor:not(.lm-mod-hidden) .cm-content').last().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('torch==2.13.0\n');
    await run(page, 'docmanager:save');
    await openFile(page, 'other/a.py');
    await until(async () =>
      assert.deepEqual(
        (await marks(page)).map(({ kind }) => kind),
        ['information']
      )
    );
  });
}
