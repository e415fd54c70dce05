// npm run code: the examples in a real VS Code in the browser, with the extension in it.
// -- --no-browser opens nothing by itself; -- --port N takes that port.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { codeServerRuns } from './steps/code-server.mjs';
import { root, runNode } from './steps/run.mjs';
import { startVSCode } from './steps/start-vscode.mjs';

const { version } = JSON.parse(readFileSync(path.join(root, 'extension-vscode/package.json'), 'utf8'));
const vsix = path.join('dist', `loadlight-${version}.vsix`);

const { values } = parseArgs({
  options: { browser: { type: 'boolean', default: true }, port: { type: 'string', default: '0' } },
  allowNegative: true
});

if (!codeServerRuns) {
  console.log(`VS Code in the browser is had from npm for Linux x64 only. In your own VS Code:
  npm run package
  code --install-extension ${vsix}
  code examples`);
  process.exit(0);
}

for (const script of ['scripts/setup.mjs', 'extension-vscode/vsix.mjs']) if (!runNode(script)) process.exit(1);
console.log('Starting VS Code …');
const vscode = await startVSCode({
  vsix: path.join(root, vsix),
  workspace: path.join(root, 'examples'),
  port: Number(values.port)
});
console.log(`VS Code shows the examples at ${vscode.url}\nCtrl+C ends it.`);
if (values.browser) open(vscode.url);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void vscode.stop().then(() => process.exit(0)));

/** Asks the desktop for its browser; where there is none, the address stands above. */
function open(url) {
  spawn('xdg-open', [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
