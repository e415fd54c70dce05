import assert from 'node:assert/strict';
import { until } from '../../vscode/until.mjs';
import { EMOJI_LINE } from '../fixtures.mjs';
import { editCell, marks, run, sources } from '../session.mjs';

const count = (page, number) => until(async () => assert.equal((await marks(page)).length, number), 30_000);

/**
 * What a user does first, in `work/train.ipynb`, which is in front: sees the marks, reads the card, fixes, saves, undoes, and asks for
 * fixes by keyboard. `saved(path)` is the text of a saved file.
 */
export async function visit(page, saved) {
  await until(
    async () =>
      assert.deepEqual(await marks(page), [
        {
          kind: 'warning',
          text: 'weights_only=False',
          before: EMOJI_LINE.slice(0, EMOJI_LINE.indexOf('weights_only'))
        },
        { kind: 'error', text: 'weights_only=False', before: 'checkpoint = torch.load("ckpt.pt", ' }
      ]),
    30_000
  );
  await fixByHover(page);
  await until(async () => assert.match((await sources(page)).again, /weights_only=True/));
  await count(page, 1);
  await run(page, 'docmanager:save');
  await until(async () => assert.match(await saved('work/train.ipynb'), /ckpt\.pt.{4}weights_only=True/));
  await editCell(page, 'again');
  await page.keyboard.press('Control+z');
  await until(async () => assert.match((await sources(page)).again, /weights_only=False/));
  await count(page, 2);
  await page.keyboard.press('Control+.');
  const menu = page.locator('.ll-FixMenu');
  await menu.getByRole('menuitem', { name: /^Change to weights_only=True/ }).waitFor();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
}

/** Fixes the second finding by the button of its card, which knows torch from the file beside the notebook. */
export async function fixByHover(page) {
  await showCard(page);
  await page.locator('.ll-Card').getByRole('button', { name: 'weights_only=True' }).first().click();
}

/** Hovers over the second finding until its card says which torch counts, for which a file is read first. */
export function showCard(page) {
  return until(async () => {
    await page.mouse.move(0, 0);
    await page.locator('.cm-lintRange').nth(1).hover();
    const card = page.locator('.ll-Card');
    await card.waitFor({ timeout: 3000 });
    assert.match(await card.innerText(), /LL101 unsafe-torch-load[\s\S]*2\.13\.0 \(requirements\.txt\)/);
  }, 30_000);
}
