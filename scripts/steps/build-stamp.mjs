import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const SOURCES = [
  'packages',
  'language-server',
  'extension-vscode',
  'extension-jupyterlab',
  'docs/rules',
  'translations',
  'package-lock.json',
  'tsconfig.base.json'
];
const MADE = new Set(['node_modules', 'lib', 'dist', 'labextension', 'locale', 'command_line', 'build', '__pycache__']);
const file = path.join(root, '.tools', 'built-from');

/** Runs the build unless nothing that it reads has changed since it last ended well. */
export async function whenChanged(build) {
  const now = fingerprint();
  if (existsSync(file) && readFileSync(file, 'utf8') === now) return;
  await build();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, now);
}

/** Names, sizes and times of every source file, as one hash. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = name => {
    const at = path.join(root, name);
    if (!existsSync(at)) return;
    const stat = statSync(at);
    if (!stat.isDirectory()) {
      hash.update(`${name} ${stat.size} ${stat.mtimeMs}\n`);
      return;
    }
    for (const entry of readdirSync(at).sort())
      if (!MADE.has(entry) && !entry.endsWith('.tsbuildinfo')) visit(path.join(name, entry));
  };
  SOURCES.forEach(visit);
  return hash.digest('hex');
}
