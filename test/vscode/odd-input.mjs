import assert from 'node:assert/strict';
import path from 'node:path';
import { cellWith, codeCellsOnDisk, notebookOf, notebookShown } from './notebook.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const UNSAFE = '.squiggly-warning, .squiggly-error';
const CELLS = 100;
const LOADS_A_CELL = 20;
// As long as a message quotes it in full.
const EVIL = '<img src=x onerror=alert()>**bold**[text](command:x).pt';

const load = name => `torch.load(${JSON.stringify(name)}, weights_only=False)`;
const manyLoads = cell =>
  Array.from({ length: LOADS_A_CELL }, (_, i) => `m${cell}_${i} = ${load(`m${cell}_${i}.pt`)}`).join('\n');

export const ODD = {
  '.vscode/settings.json': JSON.stringify({
    'loadlight.enable': 'no',
    'loadlight.versions': { torch: 2, '[text](command:x)$(error)': 2 },
    'loadlight.trace.server': 7
  }),
  'many.ipynb': notebookOf(['import torch', ...Array.from({ length: CELLS }, (_, cell) => manyLoads(cell))]),
  'html.py': `import torch\n\nstate = ${load(EVIL)}\n`,
  'moved.py': `import torch\n\nstate = ${load('model.pt')}\n`,
  'moved.ipynb': notebookOf(['import torch', load('model.pt')]),
  'notes.txt': `import torch\n${load('model.pt')}\n`,
  'notes.md': `\`\`\`python\nimport torch\n${load('model.pt')}\n\`\`\`\n`,
  'data.json': JSON.stringify({ code: load('model.pt') })
};

/** What an editor meets now and then: very much, very strange, moved away, none of our business. */
export function oddInput(session) {
  const problemsOf = async name =>
    (await workbench.problems(session().page)).filter(({ resource }) => resource.endsWith(`/${name}`));
  const status = async () => {
    const { page } = session();
    const item = page.locator('.hover-language-status').filter({ hasText: 'Loadlight' });
    await page.locator('.part.editor').hover({ position: { x: 300, y: 300 } });
    await page.locator('[id="status.languageStatus"]').hover();
    return await item.innerText({ timeout: 2000 });
  };

  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.closeAll(session().page);
  });

  it('shows 2,000 findings of a notebook, and fixes one of them', async () => {
    const { page, vscode } = session();
    await workbench.openFile(page, 'many.ipynb');
    await notebookShown(page, 2);
    const first = cellWith(page, 'm0_0.pt');
    await first.locator(UNSAFE).first().waitFor({ timeout: 30_000 });
    await until(async () => assert.equal((await problemsOf('many.ipynb')).length, CELLS * LOADS_A_CELL), 30_000);
    await workbench.takeFix(page, first, 'm0_0.pt', 'False', 'weights_only=True');
    await until(async () => assert.match(await workbench.textOf(first), /m0_0\.pt", weights_only=True/));
    await workbench.save(page);
    await until(() =>
      assert.match(codeCellsOnDisk(path.join(vscode.workspace, 'many.ipynb'))[1], /^m0_0 = .*weights_only=True\)\n/)
    );
    await until(async () => assert.equal((await problemsOf('many.ipynb')).length, CELLS * LOADS_A_CELL - 1), 30_000);
    await workbench.closeAll(page);
    await until(async () => assert.deepEqual(await workbench.problems(page), [], 'nothing stays of what is closed'));
  });

  it('shows HTML and Markdown of the code as they are written, and follows none of it', async () => {
    const { page } = session();
    await workbench.openFile(page, 'html.py');
    const editor = workbench.editor(page);
    await editor.locator(UNSAFE).first().waitFor();
    const title = await page.title();
    const [problem] = await problemsOf('html.py');
    assert.ok(problem.message.includes(EVIL), problem.message);
    const rows = page.locator('.markers-panel .monaco-list-row');
    await until(async () => {
      // A click on the file's row opens and closes it.
      if ((await rows.count()) === 1) await rows.click();
      await rows.filter({ hasText: EVIL }).first().waitFor({ timeout: 1000 });
    });
    assert.equal(await rows.locator('img').count(), 0);

    const said = await workbench.hoverAt(page, editor, 'torch.load', 'False');
    assert.ok(said.replaceAll(/\s+/g, ' ').includes(EVIL), said);
    const hover = page.locator('.monaco-hover');
    assert.equal(await hover.locator('img, strong:has-text("bold")').count(), 0);
    assert.equal(
      await hover
        .locator('a')
        .filter({ hasText: /^text$/ })
        .count(),
      0
    );
    await page.keyboard.press('Escape');

    await workbench.fixesAt(page, editor, 'torch.load', 'False');
    await page.keyboard.press('Control+Enter');
    const preview = page.locator('.bulk-edit-panel');
    await preview.getByText('html.py').first().waitFor();
    assert.equal(await preview.locator('img').count(), 0);
    await preview.locator('.monaco-button').filter({ hasText: 'Discard' }).click();
    assert.equal(await page.title(), title);
  });

  it('goes on with the defaults where settings have a wrong type, and says so', async () => {
    const { page } = session();
    await workbench.openFile(page, 'moved.py');
    await workbench.editor(page).locator(UNSAFE).first().waitFor();
    await until(async () => {
      const said = await status();
      assert.match(said, /loadlight\.enable is neither true nor false: the default counts/);
      assert.match(said, /loadlight\.versions has no text for torch/);
      assert.ok(said.replaceAll('\u2060', '').includes('[text](command:x)$(error)'), said);
    });
  });

  for (const [name, renamed] of [
    ['moved.py', 'renamed.py'],
    ['moved.ipynb', 'renamed.ipynb']
  ]) {
    it(`follows ${name} when it gets another name while it is looked at`, async () => {
      const { page } = session();
      await workbench.openFile(page, name);
      await workbench.explorerRow(page, name).click();
      await page.keyboard.press('F2');
      const input = page.locator('.explorer-folders-view .monaco-inputbox input');
      await input.fill(renamed);
      await page.keyboard.press('Enter');
      await page.locator('.tabs-container .tab.active').filter({ hasText: renamed }).waitFor();
      await until(async () => {
        assert.equal((await problemsOf(renamed)).length, 1);
        assert.equal((await problemsOf(name)).length, 0);
      }, 20_000);
    });
  }

  it('has nothing to say of files that are not Python', async () => {
    const { page } = session();
    for (const name of ['notes.txt', 'notes.md', 'data.json']) {
      await workbench.openFile(page, name);
      await workbench.command(page, 'View: Keep Editor');
      // Markdown and JSON have something of their own there.
      if (name === 'notes.txt') await page.locator('[id="status.languageStatus"]').waitFor({ state: 'hidden' });
    }
    // A file that is opened after them and marked says that their turn has come.
    await workbench.openFile(page, 'html.py');
    await workbench.editor(page).locator(UNSAFE).first().waitFor();
    const named = (await workbench.problems(page)).map(({ resource }) => path.basename(resource));
    assert.deepEqual([...new Set(named)], ['html.py']);
  });
}
