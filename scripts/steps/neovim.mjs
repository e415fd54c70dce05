import { existsSync } from 'node:fs';
import path from 'node:path';
import { installByApt } from './apt.mjs';

/**
 * The path of a Neovim: `NVIM_PATH`, else one that is installed, else one that the system's package manager installs now,
 * where it may. Undefined where there is none.
 */
export function findNeovim() {
  const named = process.env.NVIM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`NVIM_PATH names ${named}, which is not there.`);
  }
  const installed = () =>
    (process.env.PATH ?? '')
      .split(path.delimiter)
      .map(folder => path.join(folder, 'nvim'))
      .find(file => existsSync(file));
  return installed() ?? (installByApt('neovim') ? installed() : undefined);
}
