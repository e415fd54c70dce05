// npm run bench:secrets, second part: everything that LL3xx says at warning or above of real packages and their notebooks, each read by hand.
// real.json names them by their place, never by what stands there. Ends with 1 where one was not read, or fewer than 98 of 100 are right.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mayTakeKey, mayTakePassword } from '@loadlight/python/catalogue/credential-words';
import { mayHoldSecret } from '@loadlight/secrets/candidate';
import { stringsThatLookDrawn } from '@loadlight/secrets/meaning/strings-that-look-drawn';
import { loadlight } from '../cli/run-cli.mjs';
import { ALL_PACKAGES, fetchPackages, filesOf, inPackage, PACKAGES, TOOLS } from '../detect/packages.mjs';

const TARGET = 0.98;
/** So many paths go to one scan. */
const AT_ONCE = 200;

fetchPackages(ALL_PACKAGES);
const verdicts = JSON.parse(readFileSync(new URL('real.json', import.meta.url), 'utf8'));
const placeOf = ({ file, line, rule }) => `${file}:${line} ${rule}`;
const read = new Map(verdicts.map(verdict => [placeOf(verdict), verdict]));

/** Of packages with more text than all others only what may hold a credential, by what the scan itself asks first. */
const large = ALL_PACKAGES.filter(one => !PACKAGES.includes(one));
const worth = filesOf(large, '.py').filter(file => {
  const text = readFileSync(path.join(TOOLS, file), 'utf8');
  const { drawn, chosen } = stringsThatLookDrawn(text);
  return mayHoldSecret(text) || (drawn && mayTakeKey(text)) || (chosen && mayTakePassword(text));
});
const paths = [...PACKAGES.map(({ folder }) => folder), ...worth];
let files = 0;
const found = [];
for (let from = 0; from < paths.length; from += AT_ONCE) {
  const some = paths.slice(from, from + AT_ONCE);
  const { stdout } = loadlight(TOOLS, ['scan', ...some, '--no-ignore', '--format', 'json', '--fail-on', 'never']);
  const report = JSON.parse(stdout);
  files += report.files;
  found.push(...report.findings.filter(({ rule, severity }) => /^LL3/.test(rule) && severity !== 'information'));
}
const shown = found.map(({ file, range, rule, message }) => ({
  file: inPackage(file),
  line: range.start.line + 1,
  rule,
  message
}));
const unread = shown.filter(one => !read.has(placeOf(one)));
const right = shown.filter(one => read.get(placeOf(one))?.right === true);
const summary = `${ALL_PACKAGES.length} packages, ${files} files: ${shown.length} credentials, ${right.length} right`;
console.log(summary);
for (const one of shown) {
  const verdict = read.get(placeOf(one));
  console.log(`  ${placeOf(one)}: ${verdict === undefined ? `not read yet: ${one.message}` : verdict.why}`);
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const today = new Date().toISOString().slice(0, 10);
const what =
  'What LL301 to LL303 say at warning or above of real packages and their notebooks; `real.json` has each with its verdict.';
writeFileSync(
  new URL('real.md', import.meta.url),
  `Written by \`npm run bench:secrets\`. ${what}\n\n${today}, ${commit}: ${summary}.\n`
);
if (unread.length > 0 || right.length < TARGET * shown.length) process.exitCode = 1;
