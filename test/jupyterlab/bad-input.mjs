import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { FILES, notebook } from './fixtures.mjs';
import { openDocuments } from './reach-server.mjs';
import { editCell, marks, openFile, run, selectCell, sources } from './session.mjs';

const count = (page, number) => until(async () => assert.equal((await marks(page)).length, number));

/** What is large, hostile or in the way. */
export function badInput(session) {
  it('lists 2,000 findings a part at a time, and lets the user type meanwhile', async () => {
    const { page, write } = session();
    const loads = cell =>
      Array.from({ length: 20 }, (_, i) => `a = torch.load("m${cell}_${i}.pt", weights_only=False)`).join('\n');
    const cells = Array.from({ length: 100 }, (_, i) => [`cell${i}`, 'code', loads(i)]);
    write('work/findings.ipynb', notebook([['imports', 'code', 'import torch'], ...cells]));
    await openFile(page, 'work/findings.ipynb');
    await run(page, 'loadlight:show-panel');
    const rows = page.locator('.ll-Row');
    await until(async () => assert.equal(await rows.count(), 100));
    assert.match(await page.locator('.ll-Panel-head').innerText(), /2000 warnings/);
    await page.getByText('1900 more findings are not listed.').waitFor();
    await page.getByRole('button', { name: 'List more' }).press('Enter');
    await until(async () => assert.equal(await rows.count(), 200));
    const first = rows.nth(100).locator('.ll-Row-jump');
    await until(async () => assert.equal(await first.evaluate(node => node === document.activeElement), true));
    await editCell(page, 'cell0');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('value = "typed"\n', { delay: 30 });
    assert.match((await sources(page)).cell0, /^value = "typed"\n/);
    await until(async () => assert.equal(await rows.first().locator('.ll-Row-line').innerText(), 'line 2'));
  });

  it('looks at a notebook of 300 cells with 20 MB of outputs, of which little goes to the server', async () => {
    const { page, write } = session();
    const output = { output_type: 'stream', name: 'stdout', text: [`${'0123456789abcdef'.repeat(64)}\n`.repeat(68)] };
    const file = JSON.parse(FILES['work/many.ipynb']);
    for (const cell of file.cells) cell.outputs = [output];
    const text = JSON.stringify(file);
    assert.ok(text.length > 20e6);
    write('work/outputs.ipynb', text);
    await page.evaluate(() => (window.largestMessage = 0));
    await openFile(page, 'work/outputs.ipynb');
    await count(page, 1);
    const sent = await page.evaluate(() => window.largestMessage);
    assert.ok(sent > 10_000 && sent < 2_500_000, `${sent} characters`);
    await editCell(page, 'cell1');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('before = 1\n', { delay: 20 });
    await until(async () => assert.equal((await marks(page))[0]?.before, 'a = torch.load("a.pt", '));
    assert.match((await sources(page)).cell1, /^before = 1\n/);
  });

  it('shows what a finding quotes as text, wherever it shows it', async () => {
    const { page, write } = session();
    const name = `<img src=x onerror="window.harmed = true"><b>b`;
    write(
      `work/<b>bold.ipynb`,
      notebook([
        ['imports', 'code', 'import torch, os'],
        ['load', 'code', `a = torch.load('${name}.pt', weights_only=False)`],
        [
          'model',
          'code',
          `from transformers import AutoModel\nm = AutoModel.from_pretrained('org/${name}', trust_remote_code=True)`
        ]
      ])
    );
    const injected = () =>
      page.evaluate(() => [
        window.harmed === true,
        document.querySelectorAll(
          '[class*="ll-"] img, [class*="ll-"] b, .jp-toast-message img, .lm-Menu img, .lm-Menu b, .jp-Dialog img, .jp-Dialog b'
        ).length
      ]);
    await openFile(page, 'work/<b>bold.ipynb');
    await until(async () => assert.ok((await marks(page)).length >= 2));
    await run(page, 'loadlight:show-panel');
    await page.locator('.ll-Panel .ll-Message', { hasText: '<img src=x' }).first().waitFor();
    assert.match(await page.locator('.ll-Panel-head h2').innerText(), /^<b>bold\.ipynb$/);
    await page.locator('.cm-lintRange').first().hover();
    await page.locator('.ll-Card', { hasText: '<img src=x' }).waitFor();
    assert.deepEqual(await injected(), [false, 0]);
    await selectCell(page, 'load');
    await page.keyboard.press('Control+.');
    await page.locator('.ll-FixMenu').getByText('Preview:').first().click();
    await page.locator('.ll-Preview', { hasText: '<img src=x' }).waitFor();
    assert.deepEqual(await injected(), [false, 0]);
    await page.keyboard.press('Escape');
    await run(page, 'loadlight:scan-folder', { path: 'work' });
    await page.locator('.ll-Scan .ll-Message', { hasText: '<img src=x' }).first().waitFor();
    await page.locator('.ll-Scan h3', { hasText: 'work/<b>bold.ipynb' }).waitFor();
    assert.deepEqual(await injected(), [false, 0]);
  });

  it('shows names of files as text in the status bar, to who listens, and where it says what it wrote', async () => {
    const { page, write } = session();
    const folder = 'odd <img src=x onerror=window.harmed=true>';
    write(`${folder}/<b>.py`, 'import torch\n\na = torch.load("a.pt", weights_only=False)\n');
    write(`${folder}/loadlight.toml`, '# ours\n');
    await openFile(page, `${folder}/<b>.py`);
    await page.getByRole('button', { name: 'Loadlight: 1 warning' }).waitFor();
    const announced = page.locator('.ll-Announcer[aria-live=polite]');
    await until(async () => assert.equal(await announced.innerHTML(), '1 finding'));
    await run(page, 'loadlight:show-panel');
    await page.locator('.ll-Panel .ll-Row-jump').focus();
    await page.locator('.ll-Panel').getByRole('button', { name: 'Exclude this file', exact: true }).click();
    await page.locator('.Toastify__toast', { hasText: `Written to ${folder}/loadlight.toml.` }).waitFor();
    await until(async () => assert.equal(await announced.innerHTML(), 'No findings'));
    const injected = '.ll-StatusItem, .ll-Announcer, .ll-Panel, .Toastify__toast';
    assert.equal(await page.locator(injected).locator('img, b').count(), 0);
    assert.equal(await page.evaluate(() => window.harmed), undefined);
  });

  it('goes on after a notebook is renamed again and again while it is looked at', async () => {
    const { page, remove } = session();
    for (let round = 0; round < 5; round++) remove(`work/round${round}.ipynb`);
    await openFile(page, 'work/many.ipynb');
    // Renamed before its first checkpoint is made, JupyterLab itself says that it cannot load the file.
    const checkpoints = () => window.jupyterapp.shell.currentWidget.context.listCheckpoints();
    await until(async () => assert.equal((await page.evaluate(checkpoints)).length, 1));
    for (let round = 0; round < 5; round++) {
      await page.evaluate(async to => {
        const { context } = window.jupyterapp.shell.currentWidget;
        const { sharedModel } = context.model;
        sharedModel.cells[1].updateSource(0, 0, '#\n');
        await context.rename(to);
        sharedModel.cells[1].updateSource(0, 0, '#\n');
      }, `round${round}.ipynb`);
    }
    await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.scrollToItem(0));
    await until(async () => assert.equal((await marks(page))[0]?.before, 'a = torch.load("a.pt", '));
    assert.equal(await openDocuments(page), 1);
    await run(page, 'loadlight:show-panel');
    await page.locator('.ll-Panel-head h2', { hasText: 'round4.ipynb' }).waitFor();
  });

  it('has the documents again when its server dies, and no mark of an older text', async () => {
    const { page } = session();
    // It is started again once, counted from when the user started it.
    await run(page, 'loadlight:retry');
    await openFile(page, 'work/train.ipynb');
    await count(page, 2);
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    const [worker] = page.workers().filter(candidate => candidate.url().includes('server.'));
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('it died');
      });
    });
    await page.evaluate(() => {
      const { cells } = window.jupyterapp.shell.currentWidget.content.model.sharedModel;
      cells[2].setSource('\n\nb = 1; a = torch.load("a.pt", weights_only=False)');
    });
    await page.getByText('Loadlight stopped and was restarted.').first().waitFor();
    await until(async () =>
      assert.deepEqual(
        (await marks(page)).map(({ before }) => before),
        ['b = 1; a = torch.load("a.pt", ']
      )
    );
    assert.equal(await openDocuments(page), 2);
    await openFile(page, 'work/train.ipynb');
    await count(page, 2);
  });
}
