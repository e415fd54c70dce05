import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeServer } from './code-server.mjs';

/** What keeps VS Code from talking of itself while something else is looked at. */
export const QUIET = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.editor.empty.hint': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'npm.fetchOnlinePackageInfo': false,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'window.confirmBeforeClose': 'never'
};

/**
 * Starts a real VS Code in folders of its own, with the extension of `vsix` installed.
 * `unpacked`: folders of other extensions to have beside it. `files`: the workspace, texts by path. `port` 0 takes a
 * free one. `prepare(folders)` runs before it starts, `more` are its options. Gives its address, its folders and how to
 * stop it.
 */
export async function startVSCode({
  vsix,
  files,
  settings = {},
  port = 0,
  workspace = undefined,
  unpacked = [],
  prepare = () => undefined,
  more = []
}) {
  const { node, entry } = codeServer();
  const home = mkdtempSync(path.join(tmpdir(), 'loadlight-vscode-'));
  const at = name => path.join(home, name);
  const folder = workspace ?? at('workspace');
  writeFiles(folder, files ?? {});
  write(at('data/User/settings.json'), JSON.stringify({ ...QUIET, ...settings }));
  write(at('config.yaml'), 'auth: none\n');

  const folders = ['--config', at('config.yaml'), '--user-data-dir', at('data'), '--extensions-dir', at('extensions')];
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: at('xdg'),
    XDG_DATA_HOME: at('xdg'),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' })
  };
  delete env.NODE_OPTIONS;
  delete env.VSCODE_IPC_HOOK_CLI;
  const installed = spawnSync(node, [entry, ...folders, '--install-extension', vsix], { env, encoding: 'utf8' });
  if (!/successfully installed/.test(installed.stdout)) {
    throw new Error(`the extension was not installed: ${installed.stdout}${installed.stderr}`);
  }
  for (const from of unpacked) addUnpacked(at('extensions'), from);
  /** The folder that the extension was unpacked to. */
  const extension = path.join(
    at('extensions'),
    readdirSync(at('extensions')).find(name => name.startsWith('loadlight.'))
  );
  prepare({ data: at('data'), extension });
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const server = spawn(
    node,
    [entry, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-proxy', ...quiet, ...more, ...folders],
    { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true }
  );
  const url = await listening(server);
  return {
    workspace: folder,
    extension,
    url: `${url}/?folder=${folder}`,
    async stop() {
      const gone = new Promise(resolve => server.once('exit', resolve));
      // The whole group: the extension host and our server are its grandchildren.
      process.kill(-server.pid, 'SIGTERM');
      await Promise.race([gone, new Promise(resolve => setTimeout(resolve, 5000).unref())]);
      try {
        process.kill(-server.pid, 'SIGKILL');
      } catch {
        // All of them are gone already.
      }
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

/** Puts a folder of an extension among the installed ones, and into the list that VS Code keeps of them. */
function addUnpacked(extensions, from) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
  const relativeLocation = `${publisher}.${name}-${version}`;
  const to = path.join(extensions, relativeLocation);
  cpSync(from, to, { recursive: true });
  const list = path.join(extensions, 'extensions.json');
  const installed = JSON.parse(readFileSync(list, 'utf8'));
  const location = { $mid: 1, path: to, scheme: 'file' };
  write(
    list,
    JSON.stringify([...installed, { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation }])
  );
}

/** Writes texts by path below a folder. */
export function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) write(path.join(folder, name), text);
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The address that it says it listens on; rejects with what it said where it ends instead. */
function listening(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = data => {
      said += data;
      const address = /listening on (http:\/\/[^/\s]+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', code => reject(new Error(`VS Code ended with ${code}: ${said}`)));
  });
}
