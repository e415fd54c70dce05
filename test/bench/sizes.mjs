import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORKER = path.join(ROOT, 'language-server/dist/browser');
const CORE = ['server.js', 'tree-sitter-python.wasm', 'web-tree-sitter.wasm'];

export const TARGETS = { worker: 1_200_000, vsix: 3_000_000 };

/** Bytes of the built worker with its wasm, as they are and by `gzip -9`; undefined where it is not built. */
export function workerSizes() {
  if (!CORE.every(name => existsSync(path.join(WORKER, name)))) return undefined;
  const sum = names => {
    const files = names.map(name => readFileSync(path.join(WORKER, name)));
    return { raw: total(files), gzip: total(files.map(file => gzipSync(file, { level: 9 }))) };
  };
  return { core: sum(CORE), withSecrets: sum([...CORE, 'secrets.js']) };
}

/** The packed VS Code extension: its path and bytes, or undefined where it is not built. */
export function vsixSize() {
  const folders = [
    ROOT,
    path.join(ROOT, 'dist'),
    path.join(ROOT, 'extension-vscode'),
    path.join(ROOT, 'extension-vscode/dist')
  ];
  const found = folders.flatMap(folder => filesOf(folder)).find(file => file.endsWith('.vsix'));
  return found && { file: path.relative(ROOT, found), bytes: statSync(found).size };
}

function filesOf(folder) {
  return existsSync(folder) ? readdirSync(folder).map(name => path.join(folder, name)) : [];
}

function total(buffers) {
  return buffers.reduce((sum, buffer) => sum + buffer.length, 0);
}
