// npm run bench:secrets: recall and precision over the labelled set, beside other scanners; writes results.md.
import { writeFileSync } from 'node:fs';
import { tableOf, percent } from '../detect/table.mjs';
import { flowing, harmlessFlows } from './flows.mjs';
import { judge } from './judge.mjs';
import { COUNTS, positives } from './positives.mjs';
import { realLines } from './real-lines.mjs';
import { scanners } from './tools.mjs';
import { traps } from './traps.mjs';

const written = positives();
const used = flowing();
const credentials = [...written, ...used];
const lines = realLines();
const harmless = harmlessFlows();
const lookAlikes = [...traps(), ...harmless, ...lines];
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

Written by \`npm run bench:secrets\`, on ${new Date().toISOString().slice(0, 10)}. ${credentials.length} credentials, each in a file of its own, with values invented for the run: the shapes of
${COUNTS.providers} providers in ${COUNTS.forms} forms, ${COUNTS.places} places that alone give one away, and ${used.length} that are written in one place and used in
another, where only what happens to them tells. ${lookAlikes.length} look-alikes: ${lines.length} lines of 24 real packages and their
notebooks (\`look-alikes.json\` names each), of which half were read, those with a credential's name first; none holds one, ${lookAlikes.length - lines.length - harmless.length} of the kinds that real code is full of, and ${harmless.length} values that
are used elsewhere than where a credential is. A file counts as found, or
as a false alarm, where a scanner reports anything in it.

${tableOf(rows)}

What Loadlight gets wrong here:

${notes.length > 0 ? notes.join('\n') : 'Nothing.'}

On its first run, before anything was changed for it, Loadlight found 477 of the first 490, one of the 13 a mistake in the set; of the
${used.length} that are used elsewhere it found 2, and reported none of those that are harmless.
`;
console.log(report);
writeFileSync(new URL('results.md', import.meta.url), report);
