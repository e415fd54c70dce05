import { engineForTests } from '@loadlight/engine/testing/engine-for-tests';
import { labelledNotebooks } from './labelled.mjs';

/** What the share report says of the labelled notebooks, rule by rule, and whether clean copies are what they should be. */
export async function judge() {
  const engine = await engineForTests();
  const rows = [];
  try {
    for (const { name, expected, text } of labelledNotebooks()) {
      const uri = `file:///labelled/${encodeURIComponent(name)}.ipynb`;
      const report = await engine.share(uri, text);
      const found = [...new Set(report.items.map(({ finding }) => finding.rule).filter(isJudged))].sort();
      const copy = await engine.clean(uri, text, report);
      rows.push({ name, expected, found, left: copy.report.items.filter(({ redaction }) => redaction).length });
    }
  } finally {
    engine.dispose();
  }
  return rows;
}

/** Of credentials only those in outputs and metadata are judged here: code has a set of its own. */
export function isJudged(rule) {
  return /^LL(?:301|303|4\d\d)$/.test(rule);
}

/** Recall and precision over pairs of notebook and rule. */
export function figures(rows) {
  const sum = count => rows.reduce((total, row) => total + count(row), 0);
  const right = sum(({ expected, found }) => found.filter(rule => expected.includes(rule)).length);
  const wanted = sum(({ expected }) => expected.length);
  const said = sum(({ found }) => found.length);
  return { notebooks: rows.length, wanted, said, right, recall: right / wanted, precision: right / said };
}
