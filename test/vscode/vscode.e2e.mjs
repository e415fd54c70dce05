// One suite, three times, in a real VS Code and Chromium: the extension in the Node extension host, in the web worker
// one, and with no server behind VS Code at all. HOSTS=node, HOSTS=web or HOSTS=none runs one of them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PSEUDO } from '../languages/pseudo.mjs';
import { launchBrowser } from './browser.mjs';
import { comingAndGoing, NOTHING_YET } from './coming-and-going.mjs';
import { WORKSPACE } from './fixtures.mjs';
import { ENVIRONMENTS, environments, PYTHON_STAND_IN } from './environments.mjs';
import { FIXABLE, fixWorkspace } from './fix-workspace.mjs';
import { FOLDERS, folders, workspaceUrl } from './folders.mjs';
import { german, pseudoLanguage, SPOKEN, startInLanguage } from './language.mjs';
import { startWithoutServer } from './no-server.mjs';
import { interactiveWindow } from './interactive-window.mjs';
import { keyboard, TYPED } from './keyboard.mjs';
import { ignoring } from './ignoring.mjs';
import { MODULES, modules } from './modules.mjs';
import { notebooks } from './notebooks.mjs';
import { ODD, oddInput } from './odd-input.mjs';
import { EVERY_KIND, onSave, SAVED } from './on-save.mjs';
import { picture, pictureOfFailure } from '../picture.mjs';
import { pythonFile } from './python-file.mjs';
import { scan } from './scan.mjs';
import { server } from './server.mjs';
import { share } from './share.mjs';
import { startVSCode } from '../../scripts/steps/start-vscode.mjs';
import { HOSTILE, trust } from './trust.mjs';
import { walkthrough } from './walkthrough.mjs';
import { openWindow } from './workbench.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(root, 'extension-vscode/package.json'), 'utf8'));
const vsix = path.join(root, 'dist', `loadlight-${version}.vsix`);

/** Each host in another theme, so that the pictures show both. */
const HOSTS = {
  node: { theme: 'light', settings: { 'workbench.colorTheme': 'Default Light Modern' } },
  web: {
    theme: 'dark',
    settings: {
      'workbench.colorTheme': 'Default Dark Modern',
      'remote.extensionKind': { 'loadlight.loadlight': ['web'] }
    }
  },
  none: { theme: 'no-server', settings: {} }
};

/** What goes the same way through the Node host is run again in the web one only by the long tests. */
const isWhole = host => host === 'node' || (host === 'web' && process.env.LOADLIGHT_LONG === '1');

const hosts = (process.env.HOSTS ?? 'node,web,none').split(',');

/** A suite with a VS Code and a window of its own. `tests` takes what gives them. */
function suite(title, { start, files, theme, settings, unpacked, urlOf = vscode => vscode.url }, tests) {
  describe(title, function () {
    this.timeout(120_000);
    let browser;
    let current;

    before(async function () {
      // Installing, and up to three windows.
      this.timeout(480_000);
      const vscode = await start({ vsix, files, settings, unpacked });
      current = { vscode };
      browser = await launchBrowser();
      const page = await openWindow(browser, urlOf(vscode));
      const shoot = (name, secret) => picture(page, `vscode-${name}-${theme}`, secret);
      const failed = async ({ state, title }) => {
        if (state === 'failed') await pictureOfFailure(page, `vscode-${title}-${theme}`);
      };
      current = { vscode, page, shoot, failed };
    });
    after(async () => {
      await browser?.close();
      await current?.vscode.stop();
    });
    tests(() => current);
  });
}

for (const host of hosts) {
  const { theme, settings } = HOSTS[host];
  const savedWith = {
    '[python]': { 'editor.codeActionsOnSave': { 'source.fixAll.loadlight': 'explicit' } },
    'notebook.codeActionsOnSave': { 'notebook.source.fixAll.loadlight': 'explicit' }
  };
  suite(
    host === 'none' ? 'VS Code without a server' : `VS Code with Loadlight in the ${host} extension host`,
    {
      start: host === 'none' ? startWithoutServer : startVSCode,
      files: { ...WORKSPACE, ...MODULES },
      theme,
      settings: { ...settings, ...savedWith }
    },
    session => {
      // Before its steps are done by other tests.
      if (isWhole(host)) describe('its walkthrough', () => walkthrough(session));
      describe('a Python file', () => pythonFile(session, { server: host !== 'none' }));
      describe('a notebook', () => notebooks(session, { server: host !== 'none' }));
      if (host === 'none') describe('an Interactive Window', () => interactiveWindow(session));
      // Other files are read where there is a server.
      if (host !== 'none') describe('a module of the workspace', () => modules(session));
      // A workspace without a server cannot be searched.
      if (host !== 'none') describe('a scan', () => scan(session));
      // What reads notebooks there leaves outputs out.
      if (host !== 'none') describe('"Ready to share?"', () => share(session));
      // The tests put files back, which only a server watches.
      if (isWhole(host)) describe('ignoring', () => ignoring(session));
      describe('its server', () => server(session, host));
    }
  );
}

if (hosts.includes('node')) {
  const settings = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
  suite(
    'VS Code with a folder that is not trusted',
    { start: startVSCode, files: HOSTILE, theme: 'light', settings },
    trust
  );
  suite(
    'VS Code with Python environments',
    { start: startVSCode, files: ENVIRONMENTS, theme: 'light', settings: {}, unpacked: [PYTHON_STAND_IN] },
    environments
  );
  suite(
    'VS Code with several folders',
    { start: startVSCode, files: { ...FOLDERS, ...FIXABLE }, theme: 'light', settings: {}, urlOf: workspaceUrl },
    session => {
      folders(session);
      describe('that are fixed', () => fixWorkspace(session));
    }
  );
  suite(
    'VS Code with unusual files and settings',
    { start: startVSCode, files: { ...ODD, ...SAVED, ...TYPED }, theme: 'light', settings: EVERY_KIND },
    session => {
      describe('on saving', () => onSave(session));
      describe('with odd input', () => oddInput(session));
      describe('by keyboard alone', () => keyboard(session));
    }
  );
  suite(
    'VS Code whose extension comes and goes',
    { start: startVSCode, files: NOTHING_YET, theme: 'light', settings: {} },
    comingAndGoing
  );
  const speaking = language => ({
    start: options => startInLanguage(language, options),
    files: SPOKEN,
    theme: 'light',
    settings: { 'workbench.colorTheme': 'Default Light Modern' }
  });
  suite('VS Code in a language that nobody speaks', speaking(PSEUDO), pseudoLanguage);
  suite('VS Code in German', speaking('de'), german);
}
