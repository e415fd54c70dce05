// npm run bench:scan: wall time and peak memory of a scan of real packages and notebooks, beside Ruff and Bandit, in one run.
// `-- --all` takes the two largest packages as well; `-- --once` measures each once, and not Ruff and Loadlight three times.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureVenv } from '../../scripts/steps/python-venv.mjs';
import { ALL_PACKAGES, fetchPackages, filesOf, PACKAGES, TOOLS } from './packages.mjs';

const ROUNDS = process.argv.includes('--once') ? 1 : 3;
/** How often memory is looked at. */
const INTERVAL_MS = 50;
const PAGE_BYTES = 4096;
const TARGET = { ruff: 2, bandit: 0.1 };

const packages = process.argv.includes('--all') ? ALL_PACKAGES : PACKAGES;
fetchPackages(packages);
const folders = packages.map(({ folder }) => folder);
const sources = [...filesOf(packages, '.py'), ...filesOf(packages, '.ipynb')];
const bytes = sources.reduce((sum, file) => sum + statSync(path.join(TOOLS, file)).size, 0);
const notebooks = sources.filter(file => file.endsWith('.ipynb')).length;
console.log(
  `${packages.length} packages, ${sources.length} files (${notebooks} notebooks), ${(bytes / 1e6).toFixed(0)} MB`
);

const python = ensureVenv('detect-peers', fileURLToPath(new URL('peers.txt', import.meta.url)));
const tool = name => path.join(path.dirname(python), name);
const bin = fileURLToPath(new URL('../../packages/cli/bin/loadlight.mjs', import.meta.url));
const ruff = ['check', '--isolated', '--no-respect-gitignore', '--select', 'S', '--no-cache', '--exit-zero', '--quiet'];
const runs = [
  ['ruff', tool('ruff'), [...ruff, ...folders], ROUNDS],
  ['bandit', tool('bandit'), ['-r', '-q', '--exit-zero', ...folders], 1],
  ['loadlight', process.execPath, [bin, 'scan', '--no-ignore', '--fail-on', 'never', ...folders], ROUNDS]
];
const measured = new Map();
for (const [name, command, args, rounds] of runs) {
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await measure(command, args));
  const best = all.reduce((a, b) => (a.seconds <= b.seconds ? a : b));
  measured.set(name, best);
  const memory = best.peak > 0 ? `, ${(best.peak / 1e6).toFixed(0)} MB at most` : '';
  console.log(`  ${name}: ${best.seconds.toFixed(1)} s, ${best.cpu.toFixed(1)} s of the processor${memory}`);
}

for (const [peer, target] of Object.entries(TARGET)) {
  const [ours, theirs] = [measured.get('loadlight'), measured.get(peer)];
  const ratio = kind => (ours[kind] / theirs[kind]).toFixed(2);
  console.log(
    `  loadlight to ${peer}: ${ratio('seconds')} of its time (target at most ${target}), ${ratio('cpu')} of its processor, ${ratio('peak')} of its memory`
  );
  if (!(ours.seconds <= target * theirs.seconds)) process.exitCode = 1;
}

/** Wall seconds, seconds of the processor, and the most bytes that the process and those it started held at once (0 without /proc). */
async function measure(command, args) {
  const start = performance.now();
  const child = spawn(command, args, { cwd: TOOLS, stdio: 'ignore' });
  let peak = 0;
  let cpu = 0;
  const watch = setInterval(() => {
    const tree = treeOf(child.pid);
    peak = Math.max(peak, sum(tree.map(residentBytes)));
    cpu = Math.max(cpu, sum(tree.map(processorSeconds)));
  }, INTERVAL_MS);
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  clearInterval(watch);
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return { seconds: (performance.now() - start) / 1000, cpu, peak };
}

/** The process with all that it started, as far as /proc says. */
function treeOf(pid) {
  const found = [pid];
  for (const one of found) {
    for (const thread of quietly(() => readdirSync(`/proc/${one}/task`), [])) {
      const children = quietly(() => readFileSync(`/proc/${one}/task/${thread}/children`, 'utf8'), '');
      found.push(...children.split(' ').filter(Boolean).map(Number));
    }
  }
  return found;
}

function residentBytes(pid) {
  return Number(quietly(() => readFileSync(`/proc/${pid}/statm`, 'utf8'), '0 0').split(' ')[1]) * PAGE_BYTES;
}

function processorSeconds(pid) {
  // Behind the name, which may hold anything: the fields from the third on, in hundredths of a second.
  const fields = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), ') ')
    .split(') ')
    .at(-1)
    .split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

/** A process may be gone by now. */
function quietly(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
