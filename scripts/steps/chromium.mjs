import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installByApt } from './apt.mjs';
import { root } from './run.mjs';

const WELL_KNOWN = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium'
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium'
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
  ]
};

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else one that is installed, else one installed now, by the system's package
 * manager where it may, else by Playwright. Throws with what to do where none of it works.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  }
  const found = installed() ?? byPackageManager() ?? byPlaywright();
  if (found === undefined) throw new Error('No Chromium was found or could be installed: set CHROMIUM_PATH to one.');
  return found;
}

function installed() {
  return WELL_KNOWN[process.platform]?.find(file => existsSync(file));
}

function byPackageManager() {
  // On Ubuntu the package of that name only leads to a snap, which may not run here.
  return installByApt('chromium') ? installed() : undefined;
}

function byPlaywright() {
  console.log('Installing Chromium (Playwright) …');
  const require = createRequire(path.join(root, 'package.json'));
  process.env.PLAYWRIGHT_BROWSERS_PATH ??= path.join(root, '.tools', 'browsers');
  const cli = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'install', '--with-deps', 'chromium'], { encoding: 'utf8' });
  if (status !== 0 && spawnSync(process.execPath, [cli, 'install', 'chromium']).status !== 0) return undefined;
  const file = require('playwright-core').chromium.executablePath();
  return existsSync(file) ? file : undefined;
}
