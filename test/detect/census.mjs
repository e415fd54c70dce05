// npm run bench:detect, third part: every call that CPython's own parser and a table of imports find by the catalogue's names, in the packages and
// notebooks that the triage reads, against what is found here and told to the rules. Ends with 1 where one is missed that
// census-differences.json does not explain, and where something is explained that is found.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compareFiles, keyOf } from '../census/compare.mjs';
import { catalogueNames } from './catalogue-names.mjs';
import { fetchPackages, filesOf, inPackage, PACKAGES, TOOLS } from './packages.mjs';

fetchPackages();
const files = ['.py', '.ipynb'].flatMap(ending => filesOf(PACKAGES, ending)).map(file => path.join(TOOLS, file));
const names = catalogueNames();
const { theirs, both, missed, untold, own, unread } = await compareFiles(files, names, TOOLS);
const explained = JSON.parse(readFileSync(new URL('census-differences.json', import.meta.url), 'utf8'));
const known = new Set(explained.flatMap(({ calls }) => calls));
const now = new Set([...missed, ...untold].map(call => keyOf({ ...call, file: inPackage(call.file) })));

console.log(
  `${files.length} files and notebooks, ${names.size} names: ${theirs} calls by CPython's parser, ${both} of them found here, of ${both - untold.length} of which a fact is published; ${own.length} more by what names mean`
);
console.log(`${unread.length} texts that CPython does not parse`);
for (const { cause, calls } of explained) console.log(`  ${calls.length} not told: ${cause}`);
for (const call of now) if (!known.has(call)) console.log(`  missed, and not explained: ${call}`);
for (const call of known) if (!now.has(call)) console.log(`  explained, and found: ${call}`);
if (now.size !== known.size || [...now].some(call => !known.has(call))) process.exitCode = 1;
