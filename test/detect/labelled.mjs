// npm run bench:detect, first part: how many problems of the labelled set are found and how many look-alikes left alone, here and by other
// analysers. `-- --write` writes results.md. Ends with 1 below the targets.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judge, rates } from './judge.mjs';
import { ourFindings } from './ours.mjs';
import { peers } from './peers.mjs';
import { readExamples } from './read-examples.mjs';
import { differences, partRows, percent, tableOf, toolRow } from './table.mjs';
import { writeExamples } from './write-examples.mjs';

const TARGET = { recall: 0.97, precision: 0.98 };
const TOOLS = ['', 'found', 'false alarms', 'recall', 'precision', 'recall in files', 'recall in notebooks'];
const PARTS = ['', 'problems', 'found', 'look-alikes', 'false alarms', 'recall', 'precision'];

const examples = readExamples();
const root = mkdtempSync(path.join(tmpdir(), 'loadlight-detect-'));
try {
  writeExamples(examples, path.join(root, 'notebooks'));
  writeExamples(examples, path.join(root, 'scripts'), { scripts: true });
  const findings = ourFindings(path.join(root, 'notebooks'));
  const ours = judge(examples, findings);
  const rows = [
    toolRow('**Loadlight**', ours),
    toolRow('Loadlight, information counted as an alarm', judge(examples, findings, { strictly: true })),
    ...peers().map(({ name, reads, findings: of }) => toolRow(name, judge(examples, of(path.join(root, reads)))))
  ];
  const text = report(ours, rows);
  console.log(text);
  if (process.argv.includes('--write')) writeFileSync(new URL('results.md', import.meta.url), text);
  const { recall, precision } = rates(ours);
  if (recall < TARGET.recall || precision < TARGET.precision) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}

function report(ours, rows) {
  const inNotebooks = labels => percent(labels.filter(({ kind }) => kind === 'notebook').length / labels.length);
  return `# The labelled set

Written by \`npm run bench:detect -- --write\` on ${new Date().toISOString().slice(0, 10)}. ${examples.length} examples with ${ours.problems.length} problems (${inNotebooks(ours.problems)} of them in
notebooks) and ${ours.lookAlikes.length} look-alikes (${inNotebooks(ours.lookAlikes)}).

A problem is found when something of its class is said on its line, or within its statement; the classes are coarse (code on load, remote
code, no pin, transport …), so that tools which divide them otherwise can be compared. A false alarm is something of that class at warning
or above on a look-alike, or of any class on a line without a problem. Information is no alarm, except on look-alikes of pins and checksums, where it is
all that is ever said; the second row counts it everywhere. ${ours.whispered.length} of the problems found are information only.

Targets: recall ${percent(TARGET.recall)}, precision ${percent(TARGET.precision)}.

${tableOf([TOOLS, ...rows])}

The labels were written for what Loadlight is about, by the people who write it, and other tools are about more and other things: only codes of
theirs that are about the same are counted, and any severity. Ruff reads notebooks itself. Bandit, TorchFix and Semgrep do not; they are
given the cells as one Python file, with magics left out. TorchFix knows \`torch.load\` alone. Semgrep's engine runs with rules that were written for this comparison
(semgrep.yaml), which is no measure of the rules that others publish for it.

## First runs

${readFileSync(new URL('first-runs.md', import.meta.url), 'utf8').trim()}

## By group

${tableOf([PARTS, ...partRows(ours, ({ group }) => group)])}

## Files and notebooks

${tableOf([PARTS, ...partRows(ours, ({ kind }) => (kind === 'file' ? 'files' : 'notebooks'))])}

## Missed, and false alarms

${explanations(ours)}
`;
}

/** What differs, by the cause that explained.json gives. */
function explanations(ours) {
  const different = differences(ours);
  const known = JSON.parse(readFileSync(new URL('explained.json', import.meta.url), 'utf8'));
  const lines = known.flatMap(({ cause, lines }) => {
    const here = lines.filter(line => different.includes(line));
    return here.length === 0 ? [] : [`${cause}\n`, ...here.map(line => `- ${line}`), ''];
  });
  const open = different.filter(line => !known.some(one => one.lines.includes(line)));
  if (open.length > 0) lines.push('Not explained:\n', ...open.map(line => `- ${line}`), '');
  return lines.join('\n').trim() || 'None.';
}
