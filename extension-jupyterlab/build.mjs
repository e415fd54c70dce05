// Builds the labextension into loadlight/labextension, and translations into loadlight/locale. Wants lib/ and the server's dist/browser/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCatalogues } from './l10n.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

/** The server's files that are shipped as they are. */
const SERVER_FILES = ['server.js', 'secrets.js', 'scripts.js', 'web-tree-sitter.wasm', 'tree-sitter-python.wasm'];

/** Bundles the front-end with JupyterLab's own builder, which needs no Python. Throws with what is wrong. */
export function buildLabextension() {
  for (const name of SERVER_FILES) {
    const file = path.join(folder, '../language-server/dist/browser', name);
    if (!existsSync(file)) throw new Error(`${path.relative(process.cwd(), file)} is missing: build the server first.`);
  }
  const builder = require.resolve('@jupyter/builder/lib/build-labextension.js');
  const core = require.resolve('@jupyterlab/core-meta/core.package.json');
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, '--core-package-file', core, folder], {
    cwd: folder,
    encoding: 'utf8'
  });
  if (status !== 0) throw new Error(`The labextension could not be built:\n${stdout}${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    buildLabextension();
    writeCatalogues();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
