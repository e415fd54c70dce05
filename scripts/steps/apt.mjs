import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs a package by apt where this process may; true where that went well. */
export function installByApt(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${name} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' }).status === 0;
  apt('update');
  return apt('install', '-y', '--no-install-recommends', name);
}
