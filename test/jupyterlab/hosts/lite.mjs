import assert from 'node:assert/strict';
import { until } from '../../vscode/until.mjs';
import { FILES } from '../fixtures.mjs';
import { closeAll, marks, openFile, run } from '../session.mjs';
import { visit } from './visit.mjs';

const contents = (page, path) =>
  page.evaluate(async name => {
    const options = { content: true, type: 'file', format: 'text' };
    return (await window.jupyterapp.serviceManager.contents.get(name, options)).content;
  }, path);
const save = (page, path, content) =>
  page.evaluate(
    async ([name, text]) =>
      void (await window.jupyterapp.serviceManager.contents.save(name, {
        type: 'file',
        format: 'text',
        content: text
      })),
    [path, content]
  );
const kinds = async page => (await marks(page)).map(({ kind }) => kind);

/** JupyterLite: no Jupyter server at all, files in the browser's storage over those that were shipped. */
export function lite(open) {
  let window;
  before(async () => (window = await open()));
  afterEach(() => closeAll(window.page));
  after(() => window.close());

  it('marks, explains, fixes, undoes and saves a notebook, and asks the server for files alone', async () => {
    const { page, asked } = window;
    await openFile(page, 'work/train.ipynb');
    await visit(page, path => contents(page, path));
    assert.ok(asked.length > 0);
    assert.deepEqual(
      asked.filter(line => !/^GET /.test(line) || (/\/api\//.test(line) && !/\.json$/.test(line))),
      []
    );
  });

  it('reads versions and configuration as they stand in the browser, not as they were shipped', async () => {
    const { page } = window;
    await save(page, 'work/requirements.txt', 'torch==2.4.0\n');
    await openFile(page, 'work/bare.ipynb');
    await until(async () => assert.deepEqual(await kinds(page), ['warning', 'warning']));
    await save(page, 'work/requirements.txt', FILES['work/requirements.txt']);
    await until(async () => assert.deepEqual(await kinds(page), ['information', 'information']));
    await save(page, 'work/loadlight.toml', 'ignore = ["LL101"]\n');
    await until(async () => assert.deepEqual(await kinds(page), []));
    await page.evaluate(() => window.jupyterapp.serviceManager.contents.delete('work/loadlight.toml'));
    await until(async () => assert.deepEqual(await kinds(page), ['information', 'information']));
  });

  it('scans a folder', async () => {
    const { page } = window;
    await run(page, 'loadlight:scan-folder', { path: 'work' });
    await until(async () =>
      assert.match(await page.locator('.ll-Scan-said').innerText(), /^\d+ files looked at: \d+ errors?, \d+ warnings?/)
    );
    await page.locator('.ll-Scan').getByText('work/train.ipynb').first().waitFor();
  });
}
