// npm run bench:detect: the labelled set beside other analysers, the findings in real packages that were read and the marks in their
// notebooks, and the census of the catalogue's names on the same code. `-- --write` writes results.md, `-- --unread` prints
// findings that nobody has read. Ends with 1 where one of the three does; all of them run.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PARTS = [
  ['The labelled set', 'labelled.mjs'],
  ['Findings in real packages, as read', 'triage.mjs'],
  ['The catalogue against a census', 'census.mjs']
];

for (const [title, file] of PARTS) {
  console.log(`\n== ${title}\n`);
  const script = fileURLToPath(new URL(file, import.meta.url));
  const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
