import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Runs a program in the root folder with its output shown; true where it ended well. */
function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options
  });
  if (error) console.error(`${program}: ${error.message}`);
  return status === 0;
}

/** Runs a script of this repository under the same Node. */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [path.join(root, script), ...args], options);
}
