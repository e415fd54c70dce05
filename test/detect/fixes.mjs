// npm run bench:fixes: every fix that is offered in real packages and notebooks, applied one at a time: how many parse, remove their
// finding, add none and change nothing else; and of a fixed sample, how many a maintainer would accept, as read by hand (fixes.json).
// Ends with 1 below the targets, or where something of the sample was not read. `-- --unread` prints the fixes that nobody has read;
// `-- PATTERN` takes only packages of such names.
import { readFileSync } from 'node:fs';
import { fetchPackages, PACKAGES } from './packages.mjs';
import { fixKeyOf, sampleOfFixes, SEED_OF_FIXES } from './fixes-sample.mjs';
import { tryFixes } from './try-fixes.mjs';

const TARGET = 0.9;

const pattern = process.argv.slice(2).find(word => !word.startsWith('--'));
const packages = PACKAGES.filter(({ name }) => pattern === undefined || new RegExp(pattern).test(name));
fetchPackages(packages);
const single = await tryFixes(packages);
// With versions that make some of them safe.
const safe = await tryFixes(packages, { torch: '2.13.0', datasets: '5.2.0' });
const kinds = {
  'can be made': /refused/,
  parse: /does not parse/,
  'remove their finding': /is still found/,
  'add none': /^new: /,
  'change nothing else': /outside its edits|more than the sources|another file|loses comments/
};
console.log(`${packages.length} packages: ${single.length} fixes are offered`);
for (const [what, problem] of Object.entries(kinds)) {
  const right = single.filter(({ problems }) => !problems.some(one => problem.test(one))).length;
  console.log(`  ${what}: ${right} of ${single.length}, ${percent(right / single.length)} (target 100 %)`);
}
console.log(
  `  after ${single.filter(({ notes }) => notes.length > 0).length} of them something more is said, which weighs less`
);
console.log(
  `${safe.length} safe ones with recent versions, alone and all of a file together: ${safe.filter(({ problems }) => problems.length === 0).length} right`
);
for (const { fix, count } of counted(single)) console.log(`    ${fix}: ${count}`);
for (const trial of [...single, ...safe].filter(({ problems }) => problems.length > 0)) {
  process.exitCode = 1;
  show(trial, trial.problems.join('; '));
}

const verdicts = new Map(
  JSON.parse(readFileSync(new URL('fixes.json', import.meta.url), 'utf8')).map(one => [fixKeyOf(one), one])
);
const sample = sampleOfFixes(single);
const read = sample.flatMap(trial => verdicts.get(fixKeyOf(trial)) ?? []);
const accepted = read.filter(({ accept }) => accept).length;
console.log(
  `Sample by "${SEED_OF_FIXES}": a maintainer would accept ${accepted} of ${read.length}, ${percent(accepted / read.length)} (target ${percent(TARGET)})`
);
for (const { file, line, fix, why } of read.filter(({ accept }) => !accept))
  console.log(`  ${file}:${line} ${fix}: ${why}`);
if (!(accepted / read.length >= TARGET)) process.exitCode = 1;
for (const trial of sample.filter(one => !verdicts.has(fixKeyOf(one)))) {
  process.exitCode = 1;
  if (process.argv.includes('--unread')) show(trial, `not read yet ${trial.fingerprint}`);
}

function show({ file, line, fix, title, before, after }, said) {
  const marked = (sign, text) =>
    text
      .split('\n')
      .map(one => `    ${sign} ${one}`)
      .join('\n');
  console.log(`  ${file}:${line} ${fix} (${title}): ${said}\n${marked('-', before)}\n${marked('+', after)}`);
}

function counted(some) {
  const counts = new Map();
  for (const { fix } of some) counts.set(fix, (counts.get(fix) ?? 0) + 1);
  return [...counts].map(([fix, count]) => ({ fix, count })).sort((a, b) => b.count - a.count);
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
