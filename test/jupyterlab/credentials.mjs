import assert from 'node:assert/strict';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { until } from '../vscode/until.mjs';
import { kernelIsIdle, marks, openFile, run } from './session.mjs';

/** Credentials in what is no Python: cells of text, and outputs. */
export function credentials(session) {
  const rows = page => page.locator('.ll-Panel .ll-Row-jump');

  function notebookWith(token) {
    const output = { output_type: 'stream', name: 'stdout', text: [`logged in with ${token}\n`] };
    const cell = (id, cell_type, source, more) => ({ id, cell_type, metadata: {}, source, ...more });
    return JSON.stringify({
      cells: [
        cell('text', 'markdown', `# Setup\n\nThe key is ${token}`),
        cell('raw', 'raw', 'nothing'),
        cell('code', 'code', `print("${token}")`, { execution_count: 1, outputs: [output] })
      ],
      metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } },
      nbformat: 4,
      nbformat_minor: 5
    });
  }

  it('are found in a Markdown cell, in code and in an output, and a fix takes them out of all, masked in its preview', async () => {
    const { page, write, shoot } = session();
    const token = inventSecrets(Date.now()).huggingface();
    write('work/secrets.ipynb', notebookWith(token));
    await openFile(page, 'work/secrets.ipynb');
    await run(page, 'loadlight:show-panel');
    await until(async () =>
      assert.deepEqual(await page.locator('.ll-Group h3').allInnerTexts(), ['Cell 1', 'Cell 3 [1]'])
    );
    assert.equal((await page.locator('.ll-Panel').innerText()).includes(token), false);
    await shoot('credentials-in-text', undefined, [
      page.locator('.jp-RenderedMarkdown p'),
      page.locator('.jp-OutputArea-output'),
      page.locator('.cm-line').filter({ hasText: token })
    ]);
    await rows(page).first().click();
    await until(async () => assert.equal((await marks(page))[0]?.text, token));
    await rows(page).filter({ hasText: 'stands in this cell' }).click();
    await page.keyboard.press('Control+.');
    await page.locator('.ll-FixMenu').getByText('Preview: Read').first().click();
    const preview = page.locator('.jp-Dialog');
    await preview.getByText('and clear the outputs that show it').waitFor();
    assert.match(await preview.innerText(), /−\s+print\("hf_.…"\)\s[^]*\+\s+print\(os\.environ\["HF_TOKEN"\]\)/);
    await shoot('credential-preview', undefined, [
      page.locator('.jp-RenderedMarkdown p'),
      page.locator('.jp-OutputArea-output'),
      page.locator('.cm-line').filter({ hasText: token })
    ]);
    await preview.getByRole('button', { name: 'Apply this fix' }).click();
    const cells = () =>
      page.evaluate(() => {
        const { cells } = window.jupyterapp.shell.currentWidget.model.sharedModel;
        return [cells[0].getSource(), cells[2].getSource(), cells[2].getOutputs().length];
      });
    const fixed = ['# Setup\n\nThe key is [removed: HF_TOKEN]', 'import os\n\nprint(os.environ["HF_TOKEN"])', 0];
    await until(async () => assert.deepEqual(await cells(), fixed));
    assert.equal(await page.locator('.jp-OutputArea-output').count(), 0);
    await until(async () => assert.equal(await rows(page).count(), 0));
  });

  it('are taken out of all files of a folder at once, open or not, outputs too', async () => {
    const { page, write, read, text, shoot } = session();
    const token = inventSecrets(Date.now() + 2).huggingface();
    write('keys/shown.ipynb', notebookWith(token));
    write('keys/open.ipynb', notebookWith(token));
    write('keys/uses.py', `headers = ["${token}"]  # was ${token}\n`);
    write('keys/unfit.py', `x: "${token}" = None\n`);
    write('keys/other.py', 'print(1)\n');
    await openFile(page, 'keys/open.ipynb');
    await run(page, 'loadlight:show-panel');
    const row = page.locator('.ll-Panel .ll-Row', { hasText: 'stands in this cell' });
    await row.locator('.ll-Row-jump').focus();
    await row.getByRole('button', { name: /^Take hf_.… out of all files…$/ }).press('Enter');
    const dialog = page.locator('.jp-Dialog');
    assert.equal(await dialog.locator('input').inputValue(), 'keys');
    await page.keyboard.press('Enter');
    const plan = page.getByRole('region', { name: 'What changes' });
    await plan.waitFor();
    const boxes = plan.getByRole('checkbox');
    const offered = await boxes.evaluateAll(all => all.map(box => box.closest('label').innerText.split('\n')));
    assert.deepEqual(offered, [
      ['keys/open.ipynb', '3 places'],
      ['keys/shown.ipynb', '3 places'],
      ['keys/uses.py', '2 places']
    ]);
    for (const name of ['shown.ipynb', 'uses.py'])
      await plan.getByLabel(`Changed lines of keys/${name}`).press('Enter');
    await plan.getByText('Cell 3: outputs that show it are cleared.').waitFor();
    const secret = token.slice(6);
    assert.equal((await page.locator('.ll-Scan').innerHTML()).includes(secret), false);
    await shoot('take-out', 'dark');
    await plan.getByRole('button', { name: 'Fix 8 places in 3 files' }).press('Enter');
    const outcome = page.locator('.ll-Scan-outcome');
    await until(async () =>
      assert.deepEqual((await outcome.innerText()).split(/\n+/), [
        'Fixed: 8 places in 3 files. 1 file is open and not saved yet.',
        'keys/unfit.py is left as it is: in one of its places it cannot be taken out.'
      ])
    );
    assert.equal(text('keys/uses.py'), 'import os\n\nheaders = [os.environ["HF_TOKEN"]]  # was <HF_TOKEN>\n');
    const taken = JSON.parse(notebookWith(token));
    taken.cells[0].source = ['# Setup\n', '\n', 'The key is [removed: HF_TOKEN]'];
    taken.cells[1].source = ['nothing'];
    taken.cells[2].source = ['import os\n', '\n', 'print(os.environ["HF_TOKEN"])'];
    taken.cells[2].outputs = [];
    assert.deepEqual(read('keys/shown.ipynb'), taken);
    assert.ok(text('keys/open.ipynb').includes(token));
    await openFile(page, 'keys/open.ipynb');
    const shown = () => window.jupyterapp.shell.currentWidget.model.sharedModel.toJSON().cells;
    assert.equal(JSON.stringify(await page.evaluate(shown)).includes(secret), false);
  });

  it('are found in what a kernel prints, and in a cell that becomes one of text', async () => {
    const { page, write } = session();
    const token = inventSecrets(Date.now() + 1).huggingface();
    const code = `parts = ["${token.slice(0, 12)}", "${token.slice(12)}"]\nprint("".join(parts))`;
    const file = JSON.parse(notebookWith('nothing'));
    file.cells[2] = { ...file.cells[2], source: code, outputs: [] };
    write('work/prints.ipynb', JSON.stringify(file));
    await openFile(page, 'work/prints.ipynb');
    await run(page, 'loadlight:show-panel');
    await page.getByText('Nothing to worry about in this notebook').waitFor();
    await kernelIsIdle(page);
    await page.evaluate(() => (window.jupyterapp.shell.currentWidget.content.activeCellIndex = 2));
    await run(page, 'notebook:run-cell');
    await until(async () => assert.match(await page.locator('.ll-Panel').innerText(), /LL303/), 30_000);
    await page.evaluate(text => {
      const { content, model } = window.jupyterapp.shell.currentWidget;
      model.sharedModel.cells[1].setSource(text);
      content.activeCellIndex = 1;
    }, `key: ${token}`);
    await until(async () => assert.match(await page.locator('.ll-Panel').innerText(), /LL301/));
    await run(page, 'notebook:change-cell-to-markdown');
    await until(async () => assert.match(await page.locator('.ll-Panel').innerText(), /LL301[^]*LL303/));
  });
}
