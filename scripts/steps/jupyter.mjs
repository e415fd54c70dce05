import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureVenv } from './python-venv.mjs';
import { root } from './run.mjs';

const STARTS_WITHIN_MS = 60_000;

/** What keeps JupyterLab from talking of itself while something else is looked at. */
const QUIET = { '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false } };

/**
 * A Python environment `.tools/<name>` with what a requirements file pins (else the newest JupyterLab) and the extension
 * from its wheel. Returns the path of its interpreter. Throws with what is missing or failed.
 */
export function ensureJupyter(
  name,
  wheel,
  requirements = path.join(root, 'extension-jupyterlab/requirements-lab.txt')
) {
  const python = ensureVenv(name, requirements);
  const stamp = path.join(root, '.tools', name, '.loadlight-installed-from');
  const wanted = createHash('sha256').update(readFileSync(wheel)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  console.log(`Installing the extension into .tools/${name} …`);
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-index', '--no-deps'];
  const { status, stdout, stderr } = spawnSync(python, [...install, '--force-reinstall', wheel], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The extension could not be installed: ${stderr}${stdout}`);
  writeFileSync(stamp, wanted);
  return python;
}

/**
 * Starts a real `jupyter lab` on a folder, or another `module` that is a Jupyter application. `settings` (by plugin id) are the
 * defaults of every user, `more` its options, `env` joins its environment, `home` a folder to keep what users set. Gives its address with
 * the token, and how to stop it. Rejects with what it said where it does not start.
 */
export async function startJupyter({
  python,
  module = 'jupyterlab',
  folder,
  port = 0,
  token,
  baseUrl = '/',
  browser = false,
  more = [],
  settings = {},
  env = {},
  home
}) {
  const kept = home !== undefined;
  home ??= mkdtempSync(path.join(tmpdir(), 'loadlight-jupyter-'));
  const config = path.join(home, 'config');
  mkdirSync(path.join(config, 'labconfig'), { recursive: true });
  writeFileSync(
    path.join(config, 'labconfig', 'default_setting_overrides.json'),
    JSON.stringify({ ...QUIET, ...settings })
  );
  const options = [
    `--ServerApp.root_dir=${folder}`,
    `--ServerApp.base_url=${baseUrl}`,
    `--ServerApp.port=${port}`,
    '--ServerApp.ip=127.0.0.1',
    '--ServerApp.allow_root=True',
    ...(token === undefined ? [] : [`--IdentityProvider.token=${token}`]),
    ...(browser ? [] : ['--no-browser']),
    ...more
  ];
  const server = spawn(python, ['-m', module, ...options], {
    cwd: folder,
    env: {
      ...process.env,
      ...env,
      JUPYTER_CONFIG_DIR: config,
      JUPYTER_RUNTIME_DIR: path.join(home, 'runtime'),
      JUPYTERLAB_SETTINGS_DIR: path.join(home, 'settings'),
      JUPYTERLAB_WORKSPACES_DIR: path.join(home, 'workspaces')
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, so that its kernels go with it.
    detached: process.platform !== 'win32'
  });
  const gone = new Promise(resolve => server.once('exit', resolve));
  const stop = async () => {
    signal(server, 'SIGTERM');
    const killer = setTimeout(() => signal(server, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(killer);
    if (!kept) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { url: await listening(server), gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function signal(server, name) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  try {
    if (process.platform === 'win32') server.kill(name);
    else process.kill(-server.pid, name);
  } catch {
    // It went just now.
  }
}

/** The address that it says it runs at, token and all. */
function listening(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`JupyterLab did not start:\n${said}`)), STARTS_WITHIN_MS);
    server.stderr.on('data', data => {
      said = (said + String(data)).slice(-20_000);
      const address = /(http:\/\/127\.0\.0\.1:\d+\/\S*)/.exec(said)?.[1];
      if (address === undefined || !/is running at/.test(said)) return;
      clearTimeout(late);
      resolve(address);
    });
    server.once('error', reject);
    server.once('exit', code => reject(new Error(`JupyterLab ended with ${code}:\n${said}`)));
  });
}
