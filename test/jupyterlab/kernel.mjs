import assert from 'node:assert/strict';
import { until } from '../vscode/until.mjs';
import { kernelIsIdle, marks, openFile, run } from './session.mjs';

const NOTEBOOK = JSON.stringify({
  cells: ['import torch', 'a = torch.load("a.pt")', 'x = 1'].map((source, i) => ({
    id: `c${i}`,
    cell_type: 'code',
    metadata: {},
    source,
    execution_count: null,
    outputs: []
  })),
  metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } },
  nbformat: 4,
  nbformat_minor: 5
});

/** The versions of a real kernel: torch is "installed" beside the notebook, where the kernel's `sys.path` begins. */
export function kernel(session) {
  const kinds = page => marks(page).then(found => found.map(({ kind }) => kind));
  const note = page => page.locator('.ll-KernelNote');

  /** The notebook in front, with a kernel that is idle. */
  async function openWithKernel({ page, write }) {
    write('kernel/requirements.txt', 'torch==2.13.0\n');
    write('kernel/torch-2.4.0.dist-info/METADATA', 'Metadata-Version: 2.1\nName: torch\nVersion: 2.4.0\n');
    write('kernel/asks.ipynb', NOTEBOOK);
    await openFile(page, 'kernel/asks.ipynb');
    await kernelIsIdle(page);
    await until(async () => assert.deepEqual(await kinds(page), ['information']));
    await run(page, 'loadlight:show-panel');
  }

  it('are used after a click that shows the line, until the kernel restarts', async () => {
    const { page, shoot } = session();
    await openWithKernel(session());
    await note(page).getByRole('button', { name: 'Use the kernel’s versions' }).click();
    const dialog = page.locator('.jp-Dialog');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /runs in the kernel of asks\.ipynb/);
    assert.match(await dialog.locator('code').innerText(), /^__import__\("json"\)\.dumps\(.*importlib\.metadata/s);
    await shoot('kernel-line');
    await dialog.getByRole('button', { name: 'Run this line in the kernel' }).click();
    await until(async () =>
      assert.match(await note(page).innerText(), /^Versions of the running kernel: torch 2\.4\.0/)
    );
    await until(async () => assert.deepEqual(await kinds(page), ['warning']));
    await shoot('kernel-versions');
    // Nothing of it is left in the kernel: the first cell that runs is number 1.
    await page.evaluate(async () => {
      const { content } = window.jupyterapp.shell.currentWidget;
      content.activeCellIndex = 2;
    });
    await run(page, 'notebook:run-cell');
    await until(async () =>
      assert.equal(
        await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.widgets[2].model.executionCount),
        1
      )
    );
    await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart());
    await until(async () => assert.deepEqual(await kinds(page), ['information']));
    await until(async () => assert.equal(await note(page).innerText(), 'Use the kernel’s versions'));
  });

  it('are forgotten when the user says so, and not asked for when the line is not wanted', async () => {
    const { page } = session();
    await openWithKernel(session());
    const asking = run(page, 'loadlight:kernel-versions');
    await page.locator('.jp-Dialog').getByRole('button', { name: 'Cancel' }).click();
    await asking;
    assert.equal(await note(page).innerText(), 'Use the kernel’s versions');
    const again = run(page, 'loadlight:kernel-versions');
    await page.getByRole('button', { name: 'Run this line in the kernel' }).click();
    await again;
    await until(async () => assert.deepEqual(await kinds(page), ['warning']));
    await note(page).getByRole('button', { name: 'Forget' }).click();
    await until(async () => assert.deepEqual(await kinds(page), ['information']));
  });
}
