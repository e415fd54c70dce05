import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureVenv } from '../../scripts/steps/python-venv.mjs';
import { asScript, inCell } from './as-script.mjs';

const REQUIREMENTS = fileURLToPath(new URL('peers.txt', import.meta.url));
const SEMGREP_RULES = fileURLToPath(new URL('semgrep.yaml', import.meta.url));

/**
 * The other analysers, each with its findings over a folder of examples as `judge` takes them. `reads` says which form of the notebooks it is given:
 * only Ruff reads the file itself.
 */
export function peers() {
  const python = ensureVenv('detect-peers', REQUIREMENTS);
  const versions = new Map(
    readFileSync(REQUIREMENTS, 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split('=='))
  );
  const tool = name => path.join(path.dirname(python), process.platform === 'win32' ? `${name}.exe` : name);
  return [
    {
      name: `Ruff ${versions.get('ruff')}, --select S`,
      reads: 'notebooks',
      findings: root => ruff(tool('ruff'), root)
    },
    { name: `Bandit ${versions.get('bandit')}`, reads: 'scripts', findings: root => bandit(tool('bandit'), root) },
    {
      name: `TorchFix ${versions.get('torchfix')}`,
      reads: 'scripts',
      findings: root => torchfix(tool('torchfix'), root)
    },
    {
      name: `Semgrep ${versions.get('semgrep')}, our own rules`,
      reads: 'scripts',
      findings: root => semgrep(tool('semgrep'), root)
    }
  ];
}

function ruff(command, root) {
  const args = ['check', '--isolated', '--select', 'S', '--no-cache', '--output-format', 'json', '.'];
  return JSON.parse(run(command, args, root)).map(({ code, filename, cell, location }) => ({
    file: relative(root, filename),
    cell: (cell ?? 1) - 1,
    line: location.row - 1,
    code
  }));
}

function bandit(command, root) {
  const { results } = JSON.parse(run(command, ['-r', '-q', '-f', 'json', '.'], root));
  return results.map(({ filename, line_number: line, test_id: code }) => ofScript(root, filename, line - 1, code));
}

function torchfix(command, root) {
  const found = run(command, ['--select', 'ALL', '.'], root).matchAll(/^(.+?):(\d+):\d+: (TOR\d+)/gm);
  return [...found].map(([, filename, line, code]) => ofScript(root, filename, Number(line) - 1, code));
}

function semgrep(command, root) {
  const quiet = ['--metrics=off', '--disable-version-check', '--no-git-ignore', '--quiet'];
  const { results } = JSON.parse(run(command, ['scan', '--config', SEMGREP_RULES, '--json', ...quiet, '.'], root));
  return results.map(({ path: filename, start, check_id: id }) =>
    ofScript(root, filename, start.line - 1, /ours\.[a-z-]+\.\d+$/.exec(id)?.[0] ?? id)
  );
}

/** A finding in the Python file that a notebook was made into stands in one of its cells. */
function ofScript(root, filename, line, code) {
  const file = relative(root, filename);
  if (!file.endsWith('.ipynb.py')) return { file, cell: 0, line, code };
  return { file: file.replace(/\.py$/, ''), ...inCell(beginsOf(root, file), line), code };
}

function beginsOf(root, file) {
  const { cells } = JSON.parse(readFileSync(path.join(root, file.replace(/\.py$/, '')), 'utf8'));
  return asScript(cells.map(({ source }) => source.join(''))).begins;
}

function relative(root, filename) {
  return path.relative(root, path.resolve(root, filename)).replaceAll('\\', '/');
}

/** What it prints. Analysers end with 1 where they find something. */
function run(command, args, cwd) {
  const { PATH = '' } = process.env;
  const env = { ...process.env, PATH: `${path.dirname(command)}${path.delimiter}${PATH}` };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  });
  if (status === 0 || status === 1) return stdout;
  throw new Error(`${path.basename(command)} ended with ${status}: ${error?.message ?? stderr}`);
}
