// Writes dist/loadlight-<version>.vsix at the root from the folder that build.mjs laid out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nestedInstall } from '../scripts/steps/nested-install.mjs';
import { nodeAtLeast } from '../scripts/steps/newer-node.mjs';
import { STAGE } from './webpack.config.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tools = path.join(root, 'tools/vsce');
const { version } = JSON.parse(readFileSync(path.join(STAGE, 'package.json'), 'utf8'));
const file = path.join(root, 'dist', `loadlight-${version}.vsix`);

nestedInstall(tools);
const node = nodeAtLeast(22, tools);
if (node === undefined) throw new Error('Packaging the .vsix needs Node 22 or newer on this system.');
mkdirSync(path.dirname(file), { recursive: true });
const vsce = path.join(tools, 'node_modules/@vscode/vsce/vsce');
const { status, stdout, stderr } = spawnSync(
  node,
  [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', file],
  { cwd: STAGE, encoding: 'utf8' }
);
if (status !== 0) throw new Error(`vsce failed:\n${stdout}${stderr}`);
console.log(`${path.relative(process.cwd(), file)} (${(statSync(file).size / 1024).toFixed(0)} KB)`);
