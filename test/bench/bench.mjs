import { createEngine } from '../fixes-in-python/engine.mjs';
import { notebookCells, pythonFile } from './documents.mjs';
import { bareParser, classScenario, editScenarios, timeEdits, timeFixes, timeOpening } from './scenarios.mjs';
import { TARGETS, vsixSize, workerSizes } from './sizes.mjs';

const EDITS = 120;
/** The most that the findings after an edit may take: so many bare parses, or these milliseconds where that is more. */
const TIMES_BARE = 5;
const LEAST_MS = 8;
/** The same in one class of thousands of lines, where a method's callers are read again with it. */
const LEAST_MS_IN_CLASS = 30;
const OPENINGS = 7;
/** The most that offering the fixes of a line may take, in analyses after an edit. */
const MOST_FOR_FIXES = 0.5;

const engine = await createEngine();
const parser = await bareParser();

const missed = [];
console.log('One typed character to findings, against the bare incremental parse of the same edit: p50 and p95');
for (const scenario of editScenarios()) await holdEdits(scenario, LEAST_MS);
await holdEdits(classScenario(3_000), LEAST_MS_IN_CLASS);

console.log('\nOpen to findings, against the bare parse');
report('notebook of 300 cells', await timeOpening(engine, parser, notebookCells(300), OPENINGS));
report('file of 11000 lines', await timeOpening(engine, parser, pythonFile(11_000), OPENINGS));

const inFile = editScenarios({ cells: 3, lines: [11_000] }).find(({ name }) =>
  name.endsWith('in a function in the middle')
);
const { engine: offered, bare: analysed } = await timeFixes(engine, inFile, EDITS);
console.log('\nThe fixes of one line, against the analysis after an edit');
report(inFile.name, { engine: offered, bare: analysed });
if (offered.median > MOST_FOR_FIXES * analysed.median)
  missed.push(
    `Missed: the fixes of one line take ${offered.median.toFixed(1)} ms, half of the analysis is the target.`
  );
engine.dispose();

console.log('\nSizes');
const worker = workerSizes();
if (worker) {
  console.log(`  worker with wasm       ${size(worker.core.raw)}, ${size(worker.core.gzip)} by gzip -9`);
  console.log(`  the same and secrets   ${size(worker.withSecrets.raw)}, ${size(worker.withSecrets.gzip)} by gzip -9`);
  hold('worker with wasm by gzip -9', worker.core.gzip, TARGETS.worker);
} else console.log('  the worker is not built (npm run build)');
const vsix = vsixSize();
if (vsix) {
  console.log(`  ${vsix.file}   ${size(vsix.bytes)}`);
  hold(vsix.file, vsix.bytes, TARGETS.vsix);
} else console.log('  the .vsix is not built (npm run package)');

for (const miss of missed) console.error(miss);
process.exitCode = missed.length > 0 ? 1 : 0;

function report(name, { engine: own, bare }) {
  const ratio = (own.median / bare.median).toFixed(1).padStart(6);
  console.log(`  ${ratio} ×  ${name}: ${range(own)} against ${range(bare)}`);
}

/**
 * The clock also counts what else the machine does; the processor's time also what the runtime does beside on threads of its own,
 * collecting garbage and compiling. What one waits for is at most either, so the smaller one is held against the target.
 */
async function holdEdits(scenario, least) {
  const { engine: own, bare } = await timeEdits(engine, parser, scenario, EDITS);
  const [p95, bareP95] = [own, bare].map(({ cpu, p95: clock }) => Math.min(cpu.p95, clock));
  const ratio = (p95 / bareP95).toFixed(1).padStart(6);
  console.log(`  ${ratio} ×  ${scenario.name}: ${bothTimes(own)} against ${bothTimes(bare)}`);
  const most = Math.max(TIMES_BARE * bareP95, least);
  if (p95 > most)
    missed.push(`Missed: ${scenario.name} takes ${p95.toFixed(1)} ms (p95), the target is ${most.toFixed(1)} ms.`);
}

function bothTimes({ median, p95, cpu }) {
  const clock = `${median.toFixed(2)} and ${p95.toFixed(2)} ms by the clock`;
  return `${clock} (${cpu.median.toFixed(2)} and ${cpu.p95.toFixed(2)} of the processor)`;
}

function range({ median, low, high }) {
  return `${median.toFixed(2)} ms (${low.toFixed(2)}-${high.toFixed(2)})`;
}

function hold(what, bytes, target) {
  if (bytes > target) missed.push(`Missed: ${what} is ${size(bytes)}, the target is ${size(target)}.`);
}

function size(bytes) {
  return `${(bytes / 1e6).toFixed(3)} MB`;
}
