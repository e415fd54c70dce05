import { spawnSync } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureJupyter } from '../../../scripts/steps/jupyter.mjs';
import { writeFiles } from '../../../scripts/steps/start-vscode.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm'
};

/**
 * Builds a site of JupyterLite with the extension from its wheel and `files`, and serves it as it lies there, under a path. Gives
 * its address and how to take it away. Throws with what failed.
 */
export async function startJupyterLite({ name, requirements, wheel, files }) {
  const python = ensureJupyter(name, wheel, requirements);
  const folder = mkdtempSync(path.join(tmpdir(), 'loadlight-lite-'));
  writeFiles(path.join(folder, 'files'), files);
  const config = { 'jupyter-lite-schema-version': 0, 'jupyter-config-data': { exposeAppInBrowser: true } };
  mkdirSync(path.join(folder, 'lite'));
  writeFileSync(path.join(folder, 'lite', 'jupyter-lite.json'), JSON.stringify(config));
  const site = path.join(folder, 'site');
  const build = [
    '-m',
    'jupyterlite_core',
    'build',
    '--lite-dir',
    'lite',
    '--contents',
    path.join(folder, 'files'),
    '--output-dir',
    site
  ];
  const { status, stdout, stderr } = spawnSync(python, build, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`JupyterLite could not be built:\n${stdout}${stderr}`);
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(site, request, response);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/lite/`,
    /** What was asked of the server: method and path. */
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

/** A file below the site, or 404: the server knows nothing else. */
function answer(site, { method, url }, response) {
  const { pathname } = new URL(url, 'http://site');
  const below = path.normalize(decodeURIComponent(pathname)).replace(/^\/lite\//, '');
  let file = path.join(site, below);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = path.join(file, 'index.html');
  if (!pathname.startsWith('/lite/') || method !== 'GET' || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}
