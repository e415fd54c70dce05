import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nestedInstall, npm } from './nested-install.mjs';
import { nodeAtLeast } from './newer-node.mjs';

const folder = fileURLToPath(new URL('../../test/vscode', import.meta.url));

/** Whether a real VS Code can be had here: its packages are for this system alone. */
export const codeServerRuns = process.platform === 'linux' && process.arch === 'x64';

/** Installs VS Code (as code-server, from npm) where that is still to do; gives its program and the Node to run it with. */
export function codeServer() {
  nestedInstall(folder, () => {
    // VS Code's own packages: code-server's install script would get them, and compile one more that nothing here needs.
    npm(path.join(folder, 'node_modules/code-server/lib/vscode'), 'install', '--omit=dev');
  });
  const node = nodeAtLeast(24, folder);
  if (node === undefined) throw new Error('VS Code in the browser needs Linux x64, or Node 24 or newer.');
  return { node, entry: path.join(folder, 'node_modules/code-server/out/node/entry.js') };
}
