import { createEngine } from '../fixes-in-python/engine.mjs';
import { notebookCells, pythonFile } from './documents.mjs';
import { bareParser, editScenarios, timeEdits, timeOpening } from './scenarios.mjs';
import { TARGETS, vsixSize, workerSizes } from './sizes.mjs';

const EDITS = 60;
const OPENINGS = 7;

const engine = await createEngine();
const parser = await bareParser();

console.log('Edit to findings, against the bare incremental parse of the same edit (medians, 10th to 90th percentile)');
for (const scenario of editScenarios()) {
  report(scenario.name, await timeEdits(engine, parser, scenario, EDITS));
}

console.log('\nOpen to findings, against the bare parse');
report('notebook of 300 cells', await timeOpening(engine, parser, notebookCells(300), OPENINGS));
report('file of 11000 lines', await timeOpening(engine, parser, pythonFile(11_000), OPENINGS));
engine.dispose();

console.log('\nSizes');
const missed = [];
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

function range({ median, low, high }) {
  return `${median.toFixed(2)} ms (${low.toFixed(2)}-${high.toFixed(2)})`;
}

function hold(what, bytes, target) {
  if (bytes > target) missed.push(`Missed: ${what} is ${size(bytes)}, the target is ${size(target)}.`);
}

function size(bytes) {
  return `${(bytes / 1e6).toFixed(3)} MB`;
}
