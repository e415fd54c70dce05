// VS Code with no server behind it, as on the web: every byte of it is static, and extensions run in a web worker.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { STAGE } from '../../extension-vscode/webpack.config.mjs';
import { codeServer } from '../../scripts/steps/code-server.mjs';
import { QUIET, writeFiles } from '../../scripts/steps/start-vscode.mjs';

const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml'
};

/**
 * Serves VS Code, the extension as it is packaged, and a workspace with these `files` (texts by path).
 * Gives its address, the workspace's folder on disk, and how to stop it.
 */
export async function startWithoutServer({ files, settings }) {
  const vs = path.resolve(path.dirname(codeServer().entry), '../../lib/vscode');
  const home = mkdtempSync(path.join(tmpdir(), 'loadlight-web-'));
  const workspace = path.join(home, 'workspace');
  const extension = path.join(home, 'extension');
  cpSync(STAGE, extension, { recursive: true });
  writeFiles(workspace, files);
  const mounts = {
    '/static/': vs,
    '/loadlight/': extension,
    '/stand-ins/': fileURLToPath(new URL('stand-ins', import.meta.url)),
    '/disk/': workspace
  };
  const workbench = patched(path.join(vs, 'out/vs/code/browser/workbench/workbench.js'));
  const server = createServer((request, response) => {
    const where = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (where === '/')
      return void response
        .setHeader('content-type', 'text/html')
        .end(page(vs, request.headers.host, { ...QUIET, ...settings }));
    if (where.endsWith('/workbench/workbench.js')) {
      return void response.setHeader('content-type', 'text/javascript').end(workbench);
    }
    const mount = Object.keys(mounts).find(prefix => `${where}/`.startsWith(prefix));
    const file = mount && path.join(mounts[mount], where.slice(mount.length));
    answer(request, response, file);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    workspace,
    extension,
    url: `http://localhost:${server.address().port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      rmSync(home, { recursive: true, force: true });
    }
  };
}

/** A file or folder of a mount; PUT writes it. */
function answer(request, response, file) {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', '*');
  response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT');
  if (request.method === 'OPTIONS') return void response.end();
  if (request.method === 'PUT') {
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk));
    return void request.on('end', () => {
      writeFileSync(file, Buffer.concat(chunks));
      response.end();
    });
  }
  if (file === undefined || !existsSync(file)) return void response.writeHead(404).end();
  const stat = statSync(file);
  response.setHeader('x-kind', stat.isDirectory() ? 'directory' : 'file');
  response.setHeader('x-size', stat.size);
  response.setHeader('x-mtime', Math.round(stat.mtimeMs));
  response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  if (request.method === 'HEAD') return void response.end();
  if (!stat.isDirectory()) return void response.end(readFileSync(file));
  const entries = readdirSync(file, { withFileTypes: true });
  response.end(JSON.stringify(entries.map(entry => [entry.name, entry.isDirectory()])));
}

/** code-server's page always has a server behind it, and keeps the user's settings there: here is none. */
function patched(file) {
  let script = readFileSync(file, 'utf8');
  const replace = (from, to) => {
    if (!script.includes(from))
      throw new Error(`this code-server is another than the one that was looked at: no ${from}`);
    script = script.replace(from, to);
  };
  const webviews = '/static/out/vs/workbench/contrib/webview/browser/pre/';
  replace(
    'remoteAuthority:location.host}',
    `remoteAuthority:void 0,userDataPath:"/",isEnabledFileDownloads:!1,isEnabledFileUploads:!1,isEnabledCoderGettingStarted:!1,webviewEndpoint:location.origin+"${webviews}"}`
  );
  replace(
    'P.file(this.userDataPath).with({scheme:J.vscodeRemote})',
    'P.file(this.userDataPath).with({scheme:J.vscodeUserData})'
  );
  return script;
}

/** The page, as code-server's own with this configuration filled in. */
function page(vs, host, settings) {
  const at = folder => ({ scheme: 'http', authority: host, path: `/${folder}` });
  const configuration = {
    folderUri: { scheme: 'disk', path: '/' },
    additionalBuiltinExtensions: [at('loadlight'), at('stand-ins')],
    configurationDefaults: settings,
    productConfiguration: { enableTelemetry: false }
  };
  const attribute = value => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return readFileSync(path.join(vs, 'out/vs/code/browser/workbench/workbench.html'), 'utf8')
    .replace('{{WORKBENCH_WEB_CONFIGURATION}}', () => attribute(configuration))
    .replace('{{WORKBENCH_AUTH_SESSION}}', '')
    .replaceAll('{{WORKBENCH_WEB_BASE_URL}}', '/static')
    .replaceAll(/{{WORKBENCH_NLS(_FALLBACK)?_URL}}/g, '/static/out/nls.messages.js')
    .replace(/<link rel="(icon|alternate icon|manifest|apple-touch-icon)"[^>]*>/g, '');
}
