import { createEngine } from '../fixes-in-python/engine.mjs';
import { notebookCells, pythonFile } from './documents.mjs';
import { bareParser, classScenario, editScenarios, timeEdits, timeOpening } from './scenarios.mjs';
import { TARGETS, vsixSize, workerSizes } from './sizes.mjs';

const EDITS = 60;
/** The most that the findings after an edit may take: so many bare parses, or these milliseconds where that is more. */
const TIMES_BARE = 5;
const LEAST_MS = 8;
const OPENINGS = 7;

const engine = await createEngine();
const parser = await bareParser();

const missed = [];
console.log(
  'One typed character to findings, against the bare incremental parse of the same edit: p50 and p95 of the processor'
);
for (const scenario of editScenarios()) {
  const { engine: own, bare } = await timeEdits(engine, parser, scenario, EDITS);
  const ratio = (own.cpu.p95 / bare.cpu.p95).toFixed(1).padStart(6);
  console.log(`  ${ratio} ×  ${scenario.name}: ${processor(own)} against ${processor(bare)}`);
  const most = Math.max(TIMES_BARE * bare.cpu.p95, LEAST_MS);
  if (own.cpu.p95 > most)
    missed.push(
      `Missed: ${scenario.name} takes ${own.cpu.p95.toFixed(1)} ms (p95), the target is ${most.toFixed(1)} ms.`
    );
}

const large = classScenario(3_000);
const inClass = await timeEdits(engine, parser, large, 10);
console.log(
  `          ${large.name}: ${processor(inClass.engine)} against ${processor(inClass.bare)}, without a target`
);

console.log('\nOpen to findings, against the bare parse');
report('notebook of 300 cells', await timeOpening(engine, parser, notebookCells(300), OPENINGS));
report('file of 11000 lines', await timeOpening(engine, parser, pythonFile(11_000), OPENINGS));
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

function processor({ cpu, p95 }) {
  return `${cpu.median.toFixed(2)} and ${cpu.p95.toFixed(2)} ms (${p95.toFixed(2)} by the clock)`;
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
