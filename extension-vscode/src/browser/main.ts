import type { ExtensionContext } from 'vscode';
import { activateLoadlight, type Loadlight } from '../common/activate.js';
import { readParts, readServer, servePart } from './parts.js';
import { startWorker } from './worker-server.js';

let loadlight: Loadlight | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const extension = context.extensionUri;
  loadlight = await activateLoadlight(context, () => ({
    name: 'web extension host',
    start: async () => startWorker(await readServer(extension)),
    initializationOptions: async () => ({ parts: await readParts(extension) }),
    answer: client => servePart(extension, client)
  }));
}

export async function deactivate(): Promise<void> {
  await loadlight?.stop();
}
