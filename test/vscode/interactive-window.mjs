import assert from 'node:assert/strict';
import { cellWith } from './notebook.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const UNSAFE = '.squiggly-warning, .squiggly-error';

/** The window that runs one line after the other: what is typed knows what was run. `session()` gives the window. */
export function interactiveWindow(session) {
  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.closeAll(session().page);
  });

  it('marks the line that is typed by what was run before, and marks it where it was run', async () => {
    const { page } = session();
    await workbench.command(page, 'Stand-in: Open Interactive Window');
    const input = page.locator('.interactive-editor .input-cell-container .monaco-editor').first();
    const type = async text => {
      await input.locator('.view-lines').click();
      await page.keyboard.insertText(text);
      await until(async () => assert.ok((await workbench.textOf(input)).includes(text)));
    };
    await input.waitFor();
    await type('import torch');
    await page.keyboard.press('Control+Enter');
    await cellWith(page, 'import torch').waitFor();

    await type('state = torch.load("model.pt", weights_only=False)');
    await input.locator(UNSAFE).first().waitFor();
    assert.match(await workbench.hoverAt(page, input, 'torch.load', 'load'), /Can run/);
    await page.keyboard.press('Escape');

    // VS Code offers no fixes in this box, so it is mended by hand.
    await input.locator('.view-lines').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('state = torch.load("model.pt", weights_only=True)');
    await until(async () => assert.equal(await input.locator(UNSAFE).count(), 0));
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('state = torch.load("model.pt", weights_only=False)');
    await input.locator(UNSAFE).first().waitFor();
    await page.keyboard.press('Control+Enter');
    await cellWith(page, 'model.pt').locator(UNSAFE).first().waitFor();
    await until(async () => assert.equal(await input.locator(UNSAFE).count(), 0));
  });
}
