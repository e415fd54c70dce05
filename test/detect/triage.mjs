// npm run bench:detect, second part: of a fixed sample of what is found in real packages and notebooks, how much is right, as read by
// hand (triage.json); and how much is said in notebooks. Ends with 1 below the targets, or where something of the sample was not read.
// `-- --unread` prints the findings that nobody has read, for whoever reads them.
import { readFileSync } from 'node:fs';
import { loadlight } from '../cli/run-cli.mjs';
import { fetchPackages, filesOf, inPackage, PACKAGES, TOOLS } from './packages.mjs';
import { noiseOf } from './noise.mjs';
import { keyOf, sampleOf, SEED, SIZE_READ_CLOSELY } from './triage-sample.mjs';

const TARGET = { warning: 0.95, information: 0.9 };

fetchPackages();
const verdicts = JSON.parse(readFileSync(new URL('triage.json', import.meta.url), 'utf8'));
const byKey = new Map(verdicts.map(verdict => [keyOf(verdict), verdict]));

const options = ['--no-ignore', '--format', 'json', '--fail-on', 'never'];
const { stdout } = loadlight(TOOLS, ['scan', ...PACKAGES.map(({ folder }) => folder), ...options]);
const report = JSON.parse(stdout);
const findings = report.findings.map(finding => ({ ...finding, file: inPackage(finding.file) }));
const notebooks = filesOf(PACKAGES, '.ipynb').map(inPackage);
const sample = sampleOf(findings);

console.log(
  `${PACKAGES.length} packages, ${report.files} files, ${notebooks.length} of them notebooks: ${findings.length} findings`
);
console.log(`Sample by "${SEED}":`);
const unread = [];
for (const [severity, drawn] of Object.entries(sample)) {
  const read = drawn.flatMap(finding => byKey.get(keyOf(finding)) ?? []);
  unread.push(...drawn.filter(finding => !byKey.has(keyOf(finding))));
  const right = read.filter(verdict => verdict.right);
  const precision = right.length / read.length;
  const name = severity === 'warning' ? 'warning and above' : severity;
  console.log(
    `  ${name}: ${right.length} of ${read.length} right, ${percent(precision)} (target ${percent(TARGET[severity])})`
  );
  if (!(precision >= TARGET[severity])) process.exitCode = 1;
  for (const { file, line, rule, why } of read.filter(verdict => !verdict.right))
    console.log(`    ${file}:${line} ${rule}: ${why}`);
  const close = read.filter(verdict => verdict.wording !== undefined).slice(0, SIZE_READ_CLOSELY);
  const well = close.filter(({ wording }) => wording === 'right');
  console.log(`    message, mark and advice: right in ${well.length} of ${close.length}`);
  for (const { file, line, rule, wording } of close.filter(one => one.wording !== 'right'))
    console.log(`      ${file}:${line} ${rule}: ${wording}`);
}

const now = new Map(findings.map(finding => [keyOf(finding), finding]));
for (const verdict of verdicts) {
  const finding = now.get(keyOf(verdict));
  const what = finding === undefined ? 'no longer found' : changeOf(verdict, finding);
  if (what) console.log(`  ${verdict.file}:${verdict.line} ${verdict.rule}: ${what}`);
}
for (const finding of unread) {
  console.log(`  ${finding.file}:${finding.range.start.line + 1} ${finding.rule} ${finding.severity}: not read yet`);
  if (process.argv.includes('--unread')) console.log(`    ${finding.fingerprint} ${finding.message}`);
  process.exitCode = 1;
}
console.log(noiseOf(findings, notebooks));

function changeOf({ severity, message }, finding) {
  if (finding.severity !== severity) return `was ${severity} when it was read, is ${finding.severity}`;
  return finding.message === message ? undefined : `said when it was read: ${message}`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
