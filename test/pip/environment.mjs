import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureVenv } from '../../scripts/steps/python-venv.mjs';
import { WHEEL } from '../../extension-jupyterlab/wheel.mjs';

/** The Python that has pre-commit. */
export function preCommitPython() {
  return ensureVenv('pre-commit', new URL('requirements.txt', import.meta.url));
}

/** The folder of the wheel, for pip to find it in. */
export function wheelFolder() {
  if (!existsSync(WHEEL)) throw new Error('the wheel is not built: run npm run package');
  return path.dirname(WHEEL);
}

/** Runs a command that must end well; gives what it printed. */
export function mustRun(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}

/** A folder that is gone after the tests of the suite. */
export function emptyFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'loadlight-pip-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
