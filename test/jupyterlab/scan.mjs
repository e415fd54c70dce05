import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { FILES, notebook } from './fixtures.mjs';
import { closeAll, openFile, run } from './session.mjs';

const said = page => page.locator('.ll-Scan-said');

/** "Scan This Folder" and its results. */
export function scan(session) {
  it('is scanned from the file browser, with what was found by file, and jumps to the cell', async () => {
    const { page, shoot, write } = session();
    for (const name of ['requirements.txt', 'train.ipynb', 'bare.ipynb', 'speaks_r.ipynb', 'broken.ipynb', 'tool.py']) {
      write(`scanned/${name}`, FILES[`work/${name}`]);
    }
    write('scanned/node_modules/other.py', FILES['work/tool.py']);
    await run(page, 'filebrowser:refresh');
    await page.locator('.jp-DirListing-item', { hasText: 'scanned' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Scan This Folder' }).click();
    await until(async () =>
      assert.match(await said(page).innerText(), /^3 files looked at: 2 errors, 1 warning, 2 notes/)
    );
    const files = await page.locator('.ll-Scan h3').allInnerTexts();
    assert.deepEqual(files, ['scanned/tool.py', 'scanned/train.ipynb']);
    await page.getByText('scanned/broken.ipynb could not be read or is too large.').waitFor();
    await page.getByText('1 notebook speaks another language and was not looked at.').waitFor();
    await shoot('scan', 'dark');
    const row = page.locator('.ll-Scan .ll-Row-jump', { hasText: 'Cell 5, line 1' });
    assert.match(await row.innerText(), /torch\.load.*ckpt\.pt/);
    await row.press('Enter');
    await until(async () =>
      assert.deepEqual(
        await page.evaluate(() => {
          const { activeCell } = window.jupyterapp.shell.currentWidget.content;
          return [activeCell.model.id, activeCell.editor.getCursorPosition().column];
        }),
        ['again', 'checkpoint = torch.load("ckpt.pt", '.length]
      )
    );
    // What the scan showed to the server and took back is there again for the editor.
    await until(async () => assert.equal(await page.locator('.jp-Notebook .cm-lintRange').count(), 2));
  });

  it('stops when cancelled, and says how far it came', async () => {
    const { page, write } = session();
    for (const name of ['a', 'b', 'c'])
      write(`many/${name}.py`, 'import torch\ntorch.load("x.pt", weights_only=False)\n');
    // The second file does not come before the scan is cancelled.
    await page.route('**/api/contents/many/b.py*', () => undefined);
    await closeAll(page);
    await run(page, 'loadlight:scan-folder', { path: 'many' });
    await until(async () => assert.match(await said(page).innerText(), /^1 of 3 files looked at/));
    await page.locator('.ll-Scan').getByRole('button', { name: 'Cancel' }).click();
    await until(async () =>
      assert.match(await said(page).innerText(), /^Cancelled\. 1 file looked at: 1 (error|warning)/)
    );
    assert.equal(await page.locator('.ll-Scan progress').isVisible(), false);
    await page.unroute('**/api/contents/many/b.py*');
  });

  it('takes the tab of the scan of the same folder before', async () => {
    const { page, write } = session();
    const scanned = async (count, result) => {
      await run(page, 'loadlight:scan-folder', { path: 'again' });
      await until(async () => assert.match(await said(page).last().innerText(), result));
      assert.equal(await page.locator('.ll-Scan').count(), count);
    };
    await closeAll(page);
    write('again/a.py', 'import torch\ntorch.load("x.pt", weights_only=False)\n');
    await scanned(1, /^1 file looked at: 1 (error|warning)/);
    write('again/a.py', 'import torch\n');
    await scanned(1, /^1 file looked at: nothing to worry about/);
  });

  it('is fixed at once where that is safe: shown first, in tabs through them, and not where a file is another one by then', async () => {
    const { page, read, text, write, shoot } = session();
    const load = (name, more = '') => `${name} = torch.load("${name}.pt"${more})`;
    const fixed = (name, more = '') => load(name, `, weights_only=True${more}`);
    const cells = [
      ['imports', 'code', 'import torch'],
      ['about', 'markdown', load('a')],
      ['load', 'code', `${load('a')}\n${load('b')}`, 2]
    ];
    const closed = JSON.parse(notebook(cells));
    closed.cells[2].outputs = [{ output_type: 'stream', name: 'stdout', text: ['1\n', '2'] }];
    closed.metadata.mine = { kept: [1.5, null] };
    const locked = JSON.parse(notebook(cells));
    locked.cells[2].metadata.editable = false;
    const python = (...lines) => `import torch\n\n${lines.map(line => `${line}\n`).join('')}`;
    const files = {
      'requirements.txt': 'torch==2.13.0\n',
      'closed.ipynb': JSON.stringify(closed),
      'locked.ipynb': JSON.stringify(locked),
      'crlf.py': python(load('a'), load('b', ', weights_only=False')).replaceAll('\n', '\r\n'),
      'moved.py': python(load('a')),
      'open.py': python(load('a')),
      'unwanted.py': python(load('a'))
    };
    for (const [name, content] of Object.entries(files)) write(`fixable/${name}`, content);
    await openFile(page, 'fixable/open.py');
    // The tab has a line more than the file.
    const tab = () =>
      page.evaluate(() => {
        const { model } = [...window.jupyterapp.shell.widgets('main')].find(
          ({ context }) => context?.path === 'fixable/open.py'
        ).context;
        return { text: model.sharedModel.getSource(), dirty: model.dirty };
      });
    await page.evaluate(() => {
      const { sharedModel } = window.jupyterapp.shell.currentWidget.context.model;
      sharedModel.updateSource(
        sharedModel.getSource().length,
        sharedModel.getSource().length,
        'b = torch.load("b.pt")\n'
      );
      sharedModel.undoManager.stopCapturing();
    });
    await run(page, 'filebrowser:go-to-path', { path: '' });
    await run(page, 'filebrowser:refresh');
    await page.locator('.jp-DirListing-item', { hasText: 'fixable' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Fix All That Is Safe in This Folder' }).click();
    const plan = page.getByRole('region', { name: 'What changes' });
    await plan.waitFor();
    await until(async () =>
      assert.deepEqual(
        await plan
          .getByRole('checkbox')
          .evaluateAll(boxes => boxes.map(box => box.closest('label').innerText.split('\n'))),
        [
          ['fixable/closed.ipynb', '2 findings'],
          ['fixable/crlf.py', '1 finding'],
          ['fixable/locked.ipynb', '2 findings'],
          ['fixable/moved.py', '1 finding'],
          ['fixable/open.py', '2 findings'],
          ['fixable/unwanted.py', '1 finding']
        ]
      )
    );
    assert.equal(await plan.evaluate(node => node === document.activeElement), true);
    const lines = plan.getByLabel('Changed lines of fixable/closed.ipynb');
    await lines.press('Enter');
    await plan.getByRole('heading', { name: 'Cell 3' }).waitFor();
    assert.match(
      await plan.locator('.ll-Preview[open]').innerText(),
      /−\s+a = torch\.load\("a\.pt"\)[\s\S]*\+\s+a = torch\.load\("a\.pt", weights_only=True\)/
    );
    await shoot('fix-folder', 'dark');
    await plan.getByRole('checkbox', { name: 'unwanted.py' }).press('Space');
    write('fixable/moved.py', python('# mine', load('a')));
    await plan.getByRole('button', { name: 'Fix 8 findings in 5 files' }).press('Enter');
    const outcome = page.locator('.ll-Scan-outcome');
    await until(async () =>
      assert.deepEqual((await outcome.innerText()).split(/\n+/), [
        'Fixed: 5 findings in 3 files. 1 file is open and not saved yet. 1 finding has a fix that may change what the code does: review it.',
        'fixable/locked.ipynb is left as it is: a cell that would change is set to read-only.',
        'fixable/moved.py is left as it is: it has changed since it was looked at.'
      ])
    );
    closed.cells[2].source = [`${fixed('a')}\n`, fixed('b')];
    assert.deepEqual(read('fixable/closed.ipynb'), closed);
    assert.equal(text('fixable/locked.ipynb'), files['locked.ipynb']);
    assert.equal(text('fixable/crlf.py'), files['crlf.py'].replace('"a.pt"', '"a.pt", weights_only=True'));
    assert.equal(text('fixable/moved.py'), python('# mine', load('a')));
    assert.equal(text('fixable/unwanted.py'), files['unwanted.py']);
    assert.equal(text('fixable/open.py'), files['open.py']);
    assert.deepEqual(await tab(), { text: python(fixed('a'), fixed('b')), dirty: true });
    // What is left is offered again.
    await page.getByRole('button', { name: 'Fix all that is safe: 4 findings in 3 files' }).waitFor();
    // One step of undo takes the fix back, and no more.
    await openFile(page, 'fixable/open.py');
    await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.sharedModel.undo());
    assert.equal((await tab()).text, python(load('a'), load('b')));
  });
}
