// npm run bench:census: which calls of the catalogue are found in real packages, against CPython's own parser.
// `-- --sample` prints, with the code around, the calls that the committed sample is made of.
import { readFileSync } from 'node:fs';
import { PACKAGES, compare, keyOf, linesAround } from './compare.mjs';
import { sampleOf } from './sample.mjs';

const census = await compare(PACKAGES);
console.log(`${PACKAGES.length} packages, ${census.files} files, ${census.unread.length} of them not read by CPython`);
console.log(`  ${census.theirs} calls of the 60 names by CPython's parser and a table of imports`);
console.log(`  ${census.both} of them are found here`);
console.log(`  ${census.missed.length} are not:`);
for (const call of census.missed) console.log(`    ${keyOf(call)}${call.unmentioned ? ' (the file is not read)' : ''}`);
console.log(`  ${census.ours} calls of all the catalogue are found here, ${census.own.length} of them only here`);
const verdicts = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8')).calls;
const right = verdicts.filter(({ right }) => right).length;
console.log(
  `  ${verdicts.length} of those were read: ${right} are right (${((100 * right) / verdicts.length).toFixed(0)} %)`
);
if (process.argv.includes('--sample'))
  for (const call of sampleOf(census.own)) console.log(`\n=== ${keyOf(call)}\n${linesAround(call, 12, 3)}`);
