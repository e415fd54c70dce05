import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { engineForTests } from '@loadlight/engine/testing/engine-for-tests';
import { labelledNotebooks } from './labelled.mjs';
import { layouts } from './layouts.mjs';
import { differences } from './same-outside.mjs';

/** Real notebooks that benches of other things have fetched; none where they have not run. */
function realNotebooks() {
  const folders = ['.tools/detect', '.tools/census', '.tools/corpus'].filter(folder => existsSync(folder));
  return folders
    .flatMap(folder => readdirSync(folder, { recursive: true }).map(name => path.join(folder, name)))
    .filter(file => file.endsWith('.ipynb'))
    .map(file => ({ name: file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => text.length < 5_000_000);
}

/** Cleans every notebook in every layout, and every real one; gives counts and what is wrong. */
export async function roundTrip() {
  const labelled = labelledNotebooks()
    .filter(({ text }) => text.length < 500_000)
    .flatMap(({ name, text }) => layouts(text).map((layout, i) => ({ name: `${name} (layout ${i})`, text: layout })));
  const counts = { generated: labelled.length, real: 0, clean: 0, dirty: 0, unreadable: 0 };
  const wrong = [];
  const engine = await engineForTests();
  try {
    const real = realNotebooks();
    counts.real = real.length;
    for (const { name, text } of [...labelled, ...real]) {
      try {
        const problems = await cleaned(engine, text, counts);
        if (problems.length > 0) wrong.push({ name, problems });
      } catch (error) {
        if (error.name !== 'NotebookError') throw error;
        counts.unreadable++;
      }
    }
  } finally {
    engine.dispose();
  }
  return { ...counts, wrong };
}

async function cleaned(engine, text, counts) {
  const uri = 'file:///round-trip.ipynb';
  const report = await engine.share(uri, text);
  const copy = await engine.clean(uri, text, report);
  counts[copy.removed.length > 0 ? 'dirty' : 'clean']++;
  const cells = new Map(report.cells.map(({ id }, i) => [id, i]));
  const left = copy.report.items.filter(({ redaction }) => redaction).map(({ finding }) => `${finding.rule} is left`);
  return [...left, ...differences(text, copy.text, Object.assign([...copy.removed], { cells }))];
}
