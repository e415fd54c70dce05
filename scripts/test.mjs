// npm test: installs what the tests need, then runs all of them; every stage runs even when one before it failed.
// `npm test -- unit jupyterlab` runs only the stages named.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeAtLeast } from './steps/newer-node.mjs';
import { root, run, runNode } from './steps/run.mjs';

const mocha =
  (...args) =>
  () =>
    runNode('node_modules/mocha/bin/mocha.js', ['--reporter', 'scripts/steps/counting-reporter.cjs', ...args]);
// On a busy machine a real editor sometimes loses a gesture: a test that fails may try again, in the same session …
const EDITOR = ['--no-config', '--timeout', '120000', '--retries', '2'];
// … and what fails even so runs once more in a session of its own.
const editor = tests => titles =>
  mocha(...EDITOR, ...(titles.length > 0 ? ['--grep', titles.map(literally).join('|')] : []), tests)();
const AGAIN = ['vscode', 'jupyterlab'];

const STAGES = [
  ['setup', () => runNode('scripts/setup.mjs')],
  ['lint', () => runNode('scripts/lint.mjs')],
  ['unit', mocha()],
  ['cli', mocha('--no-config', '--timeout', '60000', 'test/cli/*.test.mjs')],
  [
    'corpus',
    mocha(
      '--no-config',
      '--timeout',
      '300000',
      'test/corpus/*.test.mjs',
      'test/census/*.test.mjs',
      'test/detect/*.test.mjs',
      'test/secrets/*.test.mjs'
    )
  ],
  ['architecture', mocha('--no-config', '--timeout', '60000', 'test/architecture/*.test.mjs')],
  [
    'fixes',
    mocha(
      '--no-config',
      '--timeout',
      '600000',
      'test/fixes-in-python/*.test.mjs',
      'test/real-code/*.test.mjs',
      'test/bench/*.test.mjs'
    )
  ],
  ['package', () => runNode('scripts/package.mjs')],
  ['pip', mocha('--no-config', '--timeout', '240000', 'test/pip/*.test.mjs')],
  ['vscode', editor('test/vscode/*.e2e.mjs')],
  ['neovim', mocha('--no-config', '--timeout', '240000', 'test/neovim/*.test.mjs')],
  ['newest-node', underNewestNode],
  ['jupyterlab', editor('test/jupyterlab/*.e2e.mjs')]
];

/** What ships runs on the oldest Node that we name and on the newest: VS Code's packages bring one. */
function underNewestNode() {
  const newest = nodeAtLeast(24, path.join(root, 'test/vscode'));
  if (newest === undefined) {
    console.log('No Node 24 here: skipped.');
    return true;
  }
  return run(newest, [
    'node_modules/mocha/bin/mocha.js',
    '--reporter',
    'scripts/steps/counting-reporter.cjs',
    '--no-config',
    '--timeout',
    '60000',
    'test/cli/*.test.mjs',
    'language-server/lib/**/*.test.js'
  ]);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !STAGES.some(([stage]) => stage === name));
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(', ')}. Stages: ${STAGES.map(([name]) => name).join(', ')}`);
  process.exit(2);
}

const counts = path.join(root, '.tools', 'test-counts');
const failures = path.join(root, '.tools', 'test-failures');
mkdirSync(path.dirname(counts), { recursive: true });
rmSync(counts, { force: true });
process.env.LOADLIGHT_COUNTS = counts;
process.env.LOADLIGHT_FAILED = failures;

const failed = [];
for (const [name, stage] of STAGES) {
  if (wanted.length > 0 && !wanted.includes(name) && name !== 'setup') continue;
  console.log(`\n== ${name}`);
  const start = Date.now();
  rmSync(failures, { force: true });
  let well = stage([]);
  if (!well && AGAIN.includes(name)) {
    const titles = readLines(failures);
    console.log(`== ${name} failed after ${((Date.now() - start) / 1000).toFixed(0)} s; once more, in a new session:`);
    for (const title of titles) console.log(`   ${title}`);
    forgiveFailures();
    well = stage(titles);
  }
  console.log(`== ${name} ${well ? 'passed' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(0)} s`);
  if (!well) failed.push(name);
  if (!well && name === 'setup') break;
}

const sum = column => readLines(counts).reduce((total, line) => total + Number(line.split(' ')[column] ?? 0), 0);
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${sum(0)} passed, ${Math.max(sum(1), failed.length)} failed, ${sum(2)} skipped`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** What failed is counted by how it goes once more. */
function forgiveFailures() {
  const [last = '', ...earlier] = readLines(counts).reverse();
  const [passed, , skipped] = last.split(' ');
  const lines = last === '' ? earlier : [`${passed} 0 ${skipped}`, ...earlier];
  writeFileSync(
    counts,
    lines
      .reverse()
      .map(line => `${line}\n`)
      .join('')
  );
}

function readLines(file) {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => line !== '')
    : [];
}

function literally(title) {
  return title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
