import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Installs the packages of a folder that is no workspace, from its lock file, unless that was done for this very lock.
 * `more(folder)` runs once after it, for what npm does not do. Throws with what failed.
 */
export function nestedInstall(folder, more = () => undefined) {
  const stamp = path.join(folder, 'node_modules', '.installed-from');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log(`Installing what ${path.relative(process.cwd(), folder) || '.'} needs …`);
  npm(folder, 'ci');
  more(folder);
  writeFileSync(stamp, lock);
}

/** Runs npm in a folder, quietly; no install script runs. Throws with npm's own words where it fails. */
export function npm(folder, ...args) {
  // npm tells its children where it was called; that place is not this folder.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_local_prefix|package_|lifecycle_|command)/.test(name))
  );
  const { status, stdout, stderr, error } = spawnSync(
    'npm',
    [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, env, encoding: 'utf8', shell: process.platform === 'win32' }
  );
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}: ${error?.message ?? stderr + stdout}`);
}
