import type { ExtensionContext } from 'vscode';
import { activateLoadlight, type Loadlight } from '../common/activate.js';
import { forkServer } from './fork-server.js';

let loadlight: Loadlight | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  loadlight = await activateLoadlight(context, log => ({
    name: 'Node extension host',
    start: () => forkServer(context.asAbsolutePath('server/node/server.cjs'), line => log.info(line)),
    // The server finds its parts beside itself.
    initializationOptions: () => Promise.resolve({})
  }));
}

export async function deactivate(): Promise<void> {
  await loadlight?.stop();
}
