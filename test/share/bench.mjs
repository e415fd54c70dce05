// npm run bench:share: what the report says of the labelled notebooks, whether clean copies change only what was found, and what
// a notebook of 50 MB takes. Prints Markdown for results.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineForTests } from '@loadlight/engine/testing/engine-for-tests';
import { ensureVenv } from '../../scripts/steps/python-venv.mjs';
import { figures, isJudged, judge } from './judge.mjs';
import { labelledNotebooks } from './labelled.mjs';
import { largeNotebook } from './large.mjs';
import { roundTrip } from './round-trip.mjs';

const RUNS = 5;
const SIZE = fileURLToPath(new URL('size.mjs', import.meta.url));

const folder = mkdtempSync(path.join(tmpdir(), 'loadlight-share-'));
try {
  const { notebooks, wanted, said, right, recall, precision } = figures(await judge());
  console.log(
    `Labelled: ${notebooks} notebooks, ${wanted} things to say, ${said} said, ${right} of them right: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}.`
  );
  const { wrong, ...counts } = await roundTrip();
  console.log(`Round trip: ${JSON.stringify(counts)}, ${wrong.length} wrong.`);
  for (const { name, problems } of wrong) console.log(`  ${name}: ${problems.join('; ')}`);
  console.log(size());
  console.log(await besideNbstripout());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Processor time of the report against JSON.parse of the same text, run by run in turn, and memory against the file. */
function size() {
  const file = path.join(folder, 'large.ipynb');
  writeFileSync(file, largeNotebook(50));
  const run = what => JSON.parse(spawnSync(process.execPath, [SIZE, what, file], { encoding: 'utf8' }).stdout);
  const pairs = Array.from({ length: RUNS }, () => [run('parse'), run('share')]);
  const ratios = pairs.map(([parse, share]) => share.milliseconds / parse.milliseconds).sort((a, b) => a - b);
  const memory = Math.max(...pairs.map(([, share]) => share.maxBytes / share.bytes));
  const [parse, share] = pairs[0];
  return `50 MB: ${ratios[RUNS >> 1].toFixed(1)} times JSON.parse (${ratios.map(ratio => ratio.toFixed(1)).join(', ')}; first run ${Math.round(parse.milliseconds)} and ${Math.round(share.milliseconds)} ms), memory of the whole process ${memory.toFixed(1)} times the file.`;
}

/** What nbstripout leaves of what is to be said, and of outputs in which nothing is. */
async function besideNbstripout() {
  const python = ensureVenv('nbstripout', new URL('peers.txt', import.meta.url));
  const all = labelledNotebooks();
  const files = all.map((_, i) => path.join(folder, `${i}.ipynb`));
  all.forEach(({ text }, i) => writeFileSync(files[i], text));
  const { status, stderr } = spawnSync(path.join(path.dirname(python), 'nbstripout'), files, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const engine = await engineForTests();
  const counts = { left: 0, kept: 0, harmless: 0 };
  for (const [i, { expected, text }] of all.entries()) {
    const stripped = readFileSync(files[i], 'utf8');
    const found = (await engine.share(`file:///${i}.ipynb`, stripped)).items.map(({ finding }) => finding.rule);
    counts.left += new Set(found.filter(rule => isJudged(rule) && expected.includes(rule))).size;
    if (expected.length > 0) continue;
    counts.harmless += outputs(text);
    counts.kept += outputs(stripped);
  }
  engine.dispose();
  return `nbstripout: ${counts.left} things to say are left in the files; of ${counts.harmless} outputs in which nothing is, it keeps ${counts.kept}.`;
}

function outputs(text) {
  return JSON.parse(text).cells.reduce((sum, cell) => sum + (cell.outputs?.length ?? 0), 0);
}
