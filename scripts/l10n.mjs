// npm run l10n: writes what translators start from, from the sources: the server's texts and those of both editors.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messagesInSources } from './steps/messages.mjs';
import { root, runNode } from './steps/run.mjs';

const folder = path.join(root, 'translations');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'messages.json'), `${JSON.stringify(await messagesInSources(), null, 2)}\n`);
for (const editor of ['extension-vscode', 'extension-jupyterlab']) {
  if (!runNode(`${editor}/l10n.mjs`)) process.exitCode = 1;
}
