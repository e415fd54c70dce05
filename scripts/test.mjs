// npm test: installs what the tests need, then runs all of them; every stage runs even when one before it failed.
// `npm test -- unit jupyterlab` runs only the stages named. The editors wait more than they work: beside them run the other stages.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { nodeAtLeast } from './steps/newer-node.mjs';
import { root } from './steps/run.mjs';
import { Stage } from './steps/stages.mjs';

const node = process.execPath;
const script = file => new Stage(path.basename(file, '.mjs'), () => [[node, file]]);

const underMocha = (program, ...args) => [
  program,
  'node_modules/mocha/bin/mocha.js',
  '--reporter',
  'scripts/steps/counting-reporter.cjs',
  ...args
];
const mocha = (name, ...args) => new Stage(name, () => [underMocha(node, ...args)]);
/** Tests that need no compiled test files, each within so many seconds. */
const tests = (name, seconds, ...files) => mocha(name, '--no-config', '--timeout', String(seconds * 1000), ...files);

// On a busy machine a real editor sometimes loses a gesture: a test that fails may try again, in the same session …
const EDITOR = ['--no-config', '--timeout', '120000', '--retries', '2'];
// … and what fails even so runs once more in a session of its own.
const editor = (name, files) =>
  new Stage(
    name,
    titles => [
      underMocha(node, ...EDITOR, ...(titles.length > 0 ? ['--grep', titles.map(literally).join('|')] : []), files)
    ],
    { again: true }
  );

const FIRST = [script('scripts/setup.mjs'), script('scripts/package.mjs')];
const EDITORS = [
  editor('vscode', 'test/vscode/*.e2e.mjs'),
  tests('neovim', 240, 'test/neovim/*.test.mjs'),
  editor('jupyterlab', 'test/jupyterlab/*.e2e.mjs')
];
const OTHERS = [
  script('scripts/lint.mjs'),
  mocha('unit'),
  tests('cli', 60, 'test/cli/*.test.mjs'),
  tests(
    'corpus',
    300,
    'test/corpus/*.test.mjs',
    'test/census/*.test.mjs',
    'test/detect/*.test.mjs',
    'test/secrets/*.test.mjs',
    'test/share/*.test.mjs'
  ),
  tests('architecture', 120, 'test/architecture/*.test.mjs'),
  tests('fixes', 600, 'test/fixes-in-python/*.test.mjs', 'test/real-code/*.test.mjs', 'test/bench/*.test.mjs'),
  tests('pip', 240, 'test/pip/*.test.mjs'),
  new Stage('newest-node', underNewestNode)
];

/** What ships runs on the oldest Node that we name and on the newest: VS Code's packages bring one. */
function underNewestNode() {
  const newest = nodeAtLeast(24, path.join(root, 'test/vscode'));
  if (newest === undefined) {
    console.log('No Node 24 here: skipped.');
    return [];
  }
  const files = ['test/cli/*.test.mjs', 'language-server/lib/**/*.test.js'];
  return [underMocha(newest, '--no-config', '--timeout', '60000', ...files)];
}

const STAGES = [...FIRST, ...EDITORS, ...OTHERS];
const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !STAGES.some(stage => stage.name === name));
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(', ')}. Stages: ${STAGES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const chosen = stages => stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name) || name === 'setup');
const ran = [];

async function inOrder(stages, aside = false) {
  for (const stage of stages) {
    ran.push(stage);
    if (!(await stage.run(aside)) && stage.name === 'setup') return false;
  }
  return true;
}

if (await inOrder(chosen(FIRST))) {
  const [editors, others] = [chosen(EDITORS), chosen(OTHERS)];
  const together = availableParallelism() > 1 && editors.length > 0;
  if (together) await Promise.all([inOrder(editors), inOrder(others, true)]);
  else await inOrder([...others, ...editors]);
}

const failed = ran.filter(stage => stage.failed);
const sum = kind => ran.reduce((total, { tally }) => total + tally[kind], 0);
if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = failed.length > 0 ? 1 : 0;

function literally(title) {
  return title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
