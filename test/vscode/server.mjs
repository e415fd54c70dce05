import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const UNSAFE = '.squiggly-warning, .squiggly-error';

/** A server that is restarted, that cannot start, that dies, that hangs. `session()` gives the window and its folder. */
export function server(session, host) {
  const message = text => session().page.locator('.notification-toast').filter({ hasText: text });
  const marks = () => workbench.editor(session().page).locator(UNSAFE);
  const open = async () => {
    await workbench.openFile(session().page, 'other.py');
    await marks().first().waitFor();
  };

  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.command(session().page, 'Notifications: Clear All Notifications');
    await workbench.closeAll(session().page);
  });

  it('is started anew by a command', async () => {
    await open();
    await workbench.command(session().page, 'Loadlight: Restart server');
    await workbench.focusEditor(session().page);
    await session().page.keyboard.press('Control+End');
    await session().page.keyboard.insertText('more = torch.load("more.pt", weights_only=False)');
    await until(async () => assert.equal((await workbench.problems(session().page)).length, 2));
  });

  it('says so once when it cannot start, and starts when asked again', async () => {
    const { page, vscode, shoot } = session();
    await open();
    const file = path.join(vscode.extension, host === 'node' ? 'server/node/server.cjs' : 'server/browser/server.js');
    renameSync(file, `${file}.away`);
    try {
      await workbench.command(page, 'Loadlight: Restart server');
      await message('Loadlight cannot start').waitFor();
      // A trial waits until it has slid in.
      await message('Loadlight cannot start').hover({ trial: true });
      await shoot('cannot-start');
      assert.equal(await page.locator('.notification-toast').count(), 1);
    } finally {
      renameSync(`${file}.away`, file);
    }
    await message('Loadlight cannot start').locator('.monaco-button').filter({ hasText: 'Retry' }).click();
    await marks().first().waitFor();
  });

  if (host === 'web') {
    it('runs in one worker, however often it was started again', async () => {
      const { page } = session();
      await open();
      const seen = new Set();
      for (let i = 0; i < 5; i++) {
        await workbench.command(page, 'Loadlight: Restart server');
        await until(async () => {
          const workers = await workersOf(page);
          assert.equal(workers.length, 1);
          assert.ok(!seen.has(workers[0]), 'the one before is still there');
          seen.add(workers[0]);
        });
      }
      await marks().first().waitFor();
    });
  }
  if (host !== 'node') return;

  /** Opens the file with a server that nobody has had to start again yet: that is done unasked once in a while only. */
  const openAnew = async () => {
    const before = serversOf(session().vscode);
    await workbench.command(session().page, 'Loadlight: Restart server');
    await until(() => {
      const now = serversOf(session().vscode);
      assert.equal(now.length, 1);
      assert.ok(!before.includes(now[0]), 'the one before is still there');
    });
    await open();
  };

  it('is started once more when its process dies, and then only when asked', async () => {
    await openAnew();
    process.kill(processOf(session().vscode), 'SIGKILL');
    await message('Loadlight stopped and was started again').waitFor();
    await marks().first().waitFor();
    process.kill(processOf(session().vscode), 'SIGKILL');
    await message('Loadlight stopped again').waitFor();
    await message('Loadlight stopped again').locator('.monaco-button').filter({ hasText: 'Retry' }).click();
    await marks().first().waitFor();
  });

  it('makes the fix that is chosen in a menu from before', async () => {
    const { page, vscode } = session();
    await openAnew();
    const editor = workbench.editor(page);
    const choose = title =>
      page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first().click();

    // VS Code forgets what it offered when the server is another one.
    await workbench.fixesAt(page, editor, 'torch.load', 'load');
    process.kill(processOf(vscode), 'SIGKILL');
    await message('Loadlight stopped and was started again').waitFor();
    await choose('weights_only=True');
    await until(async () => assert.match(await workbench.textOf(editor), /weights_only=True/));
    await workbench.focusEditor(page);
    await page.keyboard.press('Control+z');
    await marks().first().waitFor();
    await workbench.save(page);
    await workbench.command(page, 'Notifications: Clear All Notifications');

    await workbench.fixesAt(page, editor, 'torch.load', 'load');
    const source = readFileSync(path.join(vscode.workspace, 'other.py'), 'utf8');
    writeFileSync(path.join(vscode.workspace, 'other.py'), `# A line from elsewhere\n${source}`);
    try {
      await until(async () => assert.match(await workbench.textOf(editor), /elsewhere/));
      await choose('weights_only=True');
      await message('the text has changed since. Try again').waitFor();
      assert.match(await workbench.textOf(editor), /weights_only=False/);
    } finally {
      writeFileSync(path.join(vscode.workspace, 'other.py'), source);
    }
  });

  it('is started once more when it hangs, without the document that it hung over', async () => {
    const { page, vscode } = session();
    await openAnew();
    process.kill(processOf(vscode), 'SIGSTOP');
    await workbench.focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('# a new line');
    await message(/did not answer and was started again. other\.py is left out/).waitFor({ timeout: 20_000 });
    await until(async () => assert.equal(await marks().count(), 0));
    await workbench.openFile(page, 'recent/fix-all.py');
    await until(async () =>
      assert.equal((await workbench.problems(page)).filter(({ resource }) => /fix-all\.py$/.test(resource)).length, 2)
    );
  });
}

/** The browser's names of the workers in which servers run: a worker of the extension host's own worker. */
async function workersOf(page) {
  const client = await page.context().browser().newBrowserCDPSession();
  try {
    const { targetInfos } = await client.send('Target.getTargets', { filter: [{ type: 'worker' }] });
    return targetInfos
      .filter(({ title }) => title === 'ExtensionHostWorker -> loadlight')
      .map(({ targetId }) => targetId);
  } finally {
    await client.detach();
  }
}

/** The process of the server that runs in this VS Code and no other. */
function processOf(vscode) {
  const [pid] = serversOf(vscode);
  assert.ok(pid, 'the server runs');
  return pid;
}

/** The processes of all servers that run in this VS Code. */
export function serversOf(vscode) {
  const file = path.join(vscode.extension, 'server/node/server.cjs');
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return pids.map(Number).filter(pid => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(file);
    } catch {
      return false; // it has ended since
    }
  });
}
