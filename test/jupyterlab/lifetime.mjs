import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../vscode/until.mjs';
import { openDocuments } from './reach-server.mjs';
import { closeAll, marks, openFile, run, saveSettings, startSession } from './session.mjs';

const LONG = process.env.LOADLIGHT_LONG === '1';
const PLUGIN = '@loadlight/jupyterlab:plugin';

/** What stays behind, what comes and goes, and what the settings files may hold. `open` makes a window of its own. */
export function lifetime(open, session) {
  const count = (page, number) => until(async () => assert.equal((await marks(page)).length, number));

  it('keeps nothing of notebooks that were opened and closed', async function () {
    this.timeout(600_000);
    const rounds = LONG ? 30 : 5;
    const grown = async without => {
      const window = await open({ without });
      const { page } = window;
      const once = async () => {
        await openFile(page, 'work/cells.ipynb');
        if (without) await page.locator('.jp-Notebook .cm-line', { hasText: 'torch.load' }).waitFor();
        else await count(page, 1);
        await closeAll(page);
      };
      for (let i = 0; i < 2; i++) await once();
      const before = await heldBy(page);
      for (let i = 0; i < rounds; i++) await once();
      const after = await heldBy(page);
      if (!without) {
        assert.equal(await openDocuments(page), 0);
        assert.equal(await page.evaluate(() => window.servers.size), 1);
      }
      await window.close();
      return Object.fromEntries(Object.keys(after).map(key => [key, (after[key] - before[key]) / rounds]));
    };
    // JupyterLab itself keeps a little of every notebook.
    const [own, bare] = [await grown(false), await grown(true)];
    console.log(`        for each notebook: ${JSON.stringify(own)}, without the extension ${JSON.stringify(bare)}`);
    assert.ok(own.notebooks - bare.notebooks < 0.25, 'notebooks');
    assert.ok(own.listeners - bare.listeners < 100, 'listeners');
    // What JupyterLab keeps of a notebook holds the gutter and the marks in it.
    assert.ok(own.nodes - bare.nodes < 300, 'nodes');
  });

  it('has one server and no stale mark after the setting was changed 20 times', async () => {
    const window = await open();
    const { page } = window;
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    for (let i = 0; i < 20; i++) {
      await saveSettings(page, PLUGIN, { enable: i % 2 === 1 });
      if (i < 4) await count(page, i % 2);
    }
    await count(page, 1);
    await saveSettings(page, PLUGIN, { enable: false });
    await count(page, 0);
    assert.equal(await page.locator('.ll-Gutter .ll-Mark').count(), 0);
    await page.locator('.ll-Status').waitFor({ state: 'hidden' });
    await saveSettings(page, PLUGIN, {});
    await count(page, 1);
    assert.deepEqual([await page.evaluate(() => window.servers.size), await openDocuments(page)], [1, 1]);
    await window.close();
  });

  it('is gone when it is disabled, and back when it is enabled', async () => {
    const { home, python } = session();
    const labextension = verb => {
      const env = { ...process.env, JUPYTER_CONFIG_DIR: path.join(home, 'config') };
      const done = spawnSync(python, ['-m', 'jupyter', 'labextension', verb, '--level=user', '@loadlight/jupyterlab'], {
        env,
        encoding: 'utf8'
      });
      assert.equal(done.status, 0, done.stderr);
    };
    const errors = [];
    const listen = page => void page.on('pageerror', error => void errors.push(String(error)));
    labextension('disable');
    try {
      const window = await open({ prepare: listen });
      await openFile(window.page, 'work/cells.ipynb');
      await window.page.locator('.jp-Notebook .cm-line', { hasText: 'torch.load' }).waitFor();
      assert.deepEqual(await marks(window.page), []);
      assert.equal(await window.page.locator('.ll-Panel, .ll-StatusItem, .ll-Announcer').count(), 0);
      assert.equal(await window.page.evaluate(() => window.servers.size), 0);
      await window.close();
    } finally {
      labextension('enable');
    }
    const window = await open({ prepare: listen });
    await openFile(window.page, 'work/cells.ipynb');
    await count(window.page, 1);
    await window.close();
    assert.deepEqual(errors, []);
  });

  it('uses its defaults where the user’s settings file holds other types', async () => {
    const { home } = session();
    // The user's own file: Jupyter Server leaves it out, says so in its log, and sends an empty one.
    const own = path.join(home, 'settings/@loadlight/jupyterlab/plugin.jupyterlab-settings');
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, JSON.stringify({ enable: 'yes', versions: ['torch'] }));
    const window = await open();
    await openFile(window.page, 'work/cells.ipynb');
    await count(window.page, 1);
    await window.close();
    rmSync(own);
  });

  it('uses its defaults where an administrator’s hold other types, and says so', async () => {
    const own = await startSession({ settings: { [PLUGIN]: { enable: 'yes' } } });
    try {
      const { page } = await own.open({});
      await openFile(page, 'work/cells.ipynb');
      await count(page, 1);
      await run(page, 'loadlight:show-panel');
      await page.locator('.ll-Panel', { hasText: 'its settings do not fit: enable must be boolean.' }).waitFor();
    } finally {
      await own.stop();
    }
  });
}

/** What the page holds after everything that can go has gone; `notebooks` are views that were closed. */
async function heldBy(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.enable');
  await client.send('Performance.enable');
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve, { timeout: 1000 })));
  for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = name => metrics.find(each => each.name === name).value;
  const { result } = await client.send('Runtime.evaluate', { expression: 'HTMLDivElement.prototype' });
  const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const counted = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    // The prototype of a kind of element is no element itself.
    functionDeclaration:
      'function () { return this.filter(node => Object.hasOwn(node, "constructor") === false && node.classList.contains("jp-NotebookPanel")).length; }',
    returnByValue: true
  });
  await client.send('Runtime.releaseObject', { objectId: objects.objectId });
  await client.detach();
  return { listeners: metric('JSEventListeners'), nodes: metric('Nodes'), notebooks: counted.result.value };
}
