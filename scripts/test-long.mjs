// npm run test:long: the counts that are too long for npm test. Writes what came out to test/long-results.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runNode } from './steps/run.mjs';

const STAGES = [
  ['Units, with the full random counts', ['--enable-source-maps']],
  ['Fixes in Python, generated programs', ['--no-config', 'test/fixes-in-python/*.test.mjs']],
  ['JupyterLab, with every windowing mode and 30 notebooks', ['--no-config', 'test/jupyterlab/*.e2e.mjs']],
  ['Real Python files', ['--no-config', 'test/real-code/*.test.mjs']],
  ['Real notebooks', ['--no-config', 'test/corpus/*.test.mjs']],
  ['Real code, with and without the filter', ['--no-config', 'test/detect/filter.test.mjs']],
  ['Calls in real packages', ['--no-config', 'test/census/*.test.mjs']],
  [
    'All of VS Code, in the web extension host',
    ['--no-config', '--retries', '1', 'test/vscode/vscode.e2e.mjs'],
    { HOSTS: 'web' }
  ],
  [
    'All of JupyterLab, in the oldest that we name',
    ['--no-config', '--retries', '1', 'test/jupyterlab/jupyterlab.e2e.mjs'],
    { LAB: 'oldest' }
  ]
];

if (!runNode('scripts/setup.mjs') || !runNode('scripts/package.mjs')) process.exit(1);
process.env.LOADLIGHT_LONG = '1';
const counts = path.join(root, '.tools', 'test-counts');
process.env.LOADLIGHT_COUNTS = counts;
mkdirSync(path.dirname(counts), { recursive: true });

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();
const lines = [
  '# The long tests, as they last ran',
  '',
  `${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}, Node ${process.versions.node}.`,
  '',
  '| what | passed | failed | seconds |',
  '| --- | --- | --- | --- |'
];
let well = true;
for (const [title, args, env = {}] of STAGES) {
  rmSync(counts, { force: true });
  const start = Date.now();
  const mocha = ['--reporter', 'scripts/steps/counting-reporter.cjs', '--timeout', '1800000'];
  const ran = runNode('node_modules/mocha/bin/mocha.js', [...mocha, ...args], { env: { ...process.env, ...env } });
  well = ran && well;
  const [passed = '0', failed = '0'] = existsSync(counts) ? readFileSync(counts, 'utf8').trim().split(' ') : [];
  lines.push(`| ${title} | ${passed} | ${failed} | ${((Date.now() - start) / 1000).toFixed(0)} |`);
}
const file = path.join(root, 'test', 'long-results.md');
writeFileSync(file, `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
process.exitCode = well ? 0 : 1;
