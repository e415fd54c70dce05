import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { ensureJupyter, startJupyter } from '../../scripts/steps/jupyter.mjs';
import { writeFiles } from '../../scripts/steps/start-vscode.mjs';
import { launchBrowser } from '../vscode/browser.mjs';
import { until } from '../vscode/until.mjs';
import { WHEEL } from '../../extension-jupyterlab/wheel.mjs';
import { FILES } from './fixtures.mjs';
import { NEWEST_LAB } from './hosts/hosts.mjs';
import { leaveOut, reachServer } from './reach-server.mjs';

const READY_WITHIN_MS = 45_000;

/**
 * A JupyterLab, or another host, under a base URL with a path and with a token, on a folder of its own, and a browser.
 * `settings` are its defaults by plugin, `env` joins its environment.
 */
export async function startSession({ host = NEWEST_LAB, settings = {}, env = {} } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'loadlight-lab-'));
  writeFiles(folder, FILES);
  const python = ensureJupyter(host.name, process.env.WHEEL ?? WHEEL, host.requirements);
  const token = randomBytes(12).toString('hex');
  const { module, options: more } = host;
  const home = mkdtempSync(path.join(tmpdir(), 'loadlight-lab-home-'));
  const lab = await startJupyter({ python, module, folder, home, token, baseUrl: '/user/x/', more, settings, env });
  const browser = await launchBrowser();
  const address = new URL(lab.url);
  return {
    folder,
    browser,
    /** A window on the lab; `prepare(page)` runs before it loads, `without` leaves the extension out. */
    async open(options = {}) {
      // On a busy machine a window now and then is not ready in time: another one is then.
      try {
        return await this.openOnce(options);
      } catch (error) {
        console.log(`A window of JupyterLab did not open; once more. ${String(error).split('\n')[0]}`);
        return this.openOnce(options);
      }
    },
    async openOnce({ dark = false, prepare = async () => undefined, file, without = false }) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const asked = [];
      const errors = [];
      page.on('request', request => asked.push(request.url()));
      page.on('pageerror', error => errors.push(String(error)));
      page.on('console', message => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.setDefaultTimeout(15_000);
      await reachServer(page);
      if (without) await leaveOut(page);
      await prepare(page);
      await page.goto(`${address.origin}/user/x/${host.page(file)}?reset&token=${token}`, { timeout: READY_WITHIN_MS });
      await page.waitForFunction(() => window.jupyterapp !== undefined, undefined, { timeout: READY_WITHIN_MS });
      await page.evaluate(() => window.jupyterapp.restored);
      await setTheme(page, dark ? 'dark' : 'light');
      const requests = part => asked.filter(url => url.includes(part));
      return { page, requests, errors, close: () => context.close() };
    },
    /** Where this lab keeps what is set and configured, and the Python that it runs on. */
    home,
    python,
    /** Every file as it was at first. */
    restore: () => writeFiles(folder, FILES),
    read: name => JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
    text: name => readFileSync(path.join(folder, name), 'utf8'),
    write: (name, text) => writeFiles(folder, { [name]: text }),
    remove: name => rmSync(path.join(folder, name), { force: true }),
    async stop() {
      await browser.close();
      await lab.stop();
      for (const own of [folder, home]) rmSync(own, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

const THEMES = {
  light: 'JupyterLab Light',
  dark: 'JupyterLab Dark',
  'high-contrast': 'JupyterLab Dark High Contrast'
};

/** Changes the theme to one of `THEMES`, which JupyterLab keeps for every window. */
export async function setTheme(page, theme) {
  const name = THEMES[theme];
  await run(page, 'apputils:change-theme', { theme: name });
  await page.waitForFunction(wanted => document.body.dataset.jpThemeName === wanted, name);
  // JupyterLab covers itself for a moment when a theme comes.
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
}

/**
 * Holds back answers to requests for fixes while `window.heldAnswers` is a list: each is a function in it that lets the
 * answer through.
 */
export function holdAnswers(page) {
  return page.addInitScript(() => {
    const asked = new Set();
    window.Worker = class extends window.Worker {
      postMessage(message, ...rest) {
        if (message.method === 'textDocument/codeAction') asked.add(message.id);
        super.postMessage(message, ...rest);
      }
      set onmessage(listener) {
        super.onmessage = event => {
          const { id, method } = event.data;
          const pass = () => listener.call(this, event);
          if (window.heldAnswers && method === undefined && asked.has(id)) window.heldAnswers.push(pass);
          else pass();
        };
      }
    };
  });
}

/** Runs one of JupyterLab's commands. */
export function run(page, command, args = {}) {
  return page.evaluate(
    async ([id, given]) => void (await window.jupyterapp.commands.execute(id, given)),
    [command, args]
  );
}

/** Sets all of a plugin's settings, as the settings page does. */
export function saveSettings(page, plugin, settings) {
  return page.evaluate(
    async ([id, raw]) => {
      const { _services } = window.jupyterapp.pluginRegistry;
      const token = [..._services.keys()].find(({ name }) => name === '@jupyterlab/coreutils:ISettingRegistry');
      const registry = await window.jupyterapp.resolveRequiredService(token);
      await registry.upload(id, raw);
    },
    [plugin, JSON.stringify(settings)]
  );
}

/** The kernel of the notebook in front has started and waits. */
export function kernelIsIdle(page) {
  const status = () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status;
  return until(async () => assert.equal(await page.evaluate(status), 'idle'), 30_000);
}

/** Opens a file of the lab's folder in front and waits until it is there. */
export async function openFile(page, file) {
  await run(page, 'docmanager:open', { path: file });
  await page.waitForFunction(name => window.jupyterapp.shell.currentWidget?.context?.path === name, file);
  const asks = await page.evaluate(async () => {
    const { context, sessionContext } = window.jupyterapp.shell.currentWidget;
    await context.ready;
    // Where no kernel fits, JupyterLab asks for one.
    const { language } = context.model.sharedModel.metadata?.kernelspec ?? {};
    return sessionContext !== undefined && language !== 'python';
  });
  if (!asks) return;
  await page.locator('.jp-Dialog').waitFor();
  await dismissDialogs(page);
}

/** Presses Escape until no dialog is left. */
export async function dismissDialogs(page) {
  const dialogs = page.locator('.jp-Dialog');
  while ((await dialogs.count()) > 0) await page.keyboard.press('Escape');
}

/** Closes everything in the main area without asking, as it stands on disk. */
export function closeAll(page) {
  return page.evaluate(() => {
    for (const widget of [...window.jupyterapp.shell.widgets('main')]) {
      if (widget.context) widget.context.model.dirty = false;
      widget.dispose();
    }
  });
}

/** The texts of the notebook in front, by cell id. */
export function sources(page) {
  return page.evaluate(() => {
    const { cells } = window.jupyterapp.shell.currentWidget.content.model.sharedModel;
    return Object.fromEntries(cells.map(cell => [cell.getId(), cell.getSource()]));
  });
}

/** What is underlined in front: how, the marked text, and what stands before it on its line. */
export function marks(page) {
  return page.locator('.jp-Document:not(.lm-mod-hidden) .cm-lintRange').evaluateAll(nodes =>
    nodes.map(node => {
      const before = document.createRange();
      before.setStart(node.closest('.cm-line'), 0);
      before.setEndBefore(node);
      return {
        kind: /ll-mark-(\w+)/.exec(node.className)?.[1],
        text: node.textContent,
        before: before.toString()
      };
    })
  );
}

/** Puts the cursor into a cell, wherever it is. */
export async function editCell(page, id) {
  await page.evaluate(async wanted => {
    const { content } = window.jupyterapp.shell.currentWidget;
    const index = content.widgets.findIndex(({ model }) => model.id === wanted);
    content.activeCellIndex = index;
    content.deselectAll();
    await content.scrollToItem(index);
    content.mode = 'edit';
    await content.widgets[index].ready;
    content.widgets[index].editor.focus();
  }, id);
}

/** Makes a cell the active one in command mode. */
export async function selectCell(page, id) {
  await editCell(page, id);
  await page.keyboard.press('Escape');
}
