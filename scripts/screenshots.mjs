// npm run screenshots: docs/images anew, by the tests of both real editors, which take a picture of each surface they come by.
// -- --grep PATTERN takes those of some tests alone.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, runNode } from './steps/run.mjs';

const MOST_BYTES = 3_000_000;

if (!runNode('scripts/package.mjs')) process.exit(1);
process.env.LOADLIGHT_PICTURES = '1';
// Without a server nothing looks different.
process.env.HOSTS ??= 'node,web';
const mocha = ['--no-config', '--timeout', '120000', '--retries', '1', ...process.argv.slice(2)];
// One after the other: they share the machine.
const well = ['test/vscode/*.e2e.mjs', 'test/jupyterlab/*.e2e.mjs'].map(tests =>
  runNode('node_modules/mocha/bin/mocha.js', [...mocha, tests])
);

const folder = path.join(root, 'docs/images');
const sizes = readdirSync(folder).map(name => statSync(path.join(folder, name)).size);
const bytes = sizes.reduce((sum, size) => sum + size, 0);
console.log(
  `docs/images: ${sizes.length} pictures, ${(bytes / 1e6).toFixed(1)} MB. Look at each before you commit it.`
);
if (bytes > MOST_BYTES) console.error(`That is more than ${MOST_BYTES / 1e6} MB.`);
process.exitCode = well.every(Boolean) && bytes <= MOST_BYTES ? 0 : 1;
