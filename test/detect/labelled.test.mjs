import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messageTemplates } from '@loadlight/engine/message-templates';
import { asScript, inCell } from './as-script.mjs';
import { judge, rates } from './judge.mjs';
import { ourFindings } from './ours.mjs';
import { readExamples } from './read-examples.mjs';
import { statementStarts } from './statements.mjs';
import { differences } from './table.mjs';
import { writeExamples } from './write-examples.mjs';

const explained = JSON.parse(readFileSync(new URL('explained.json', import.meta.url), 'utf8'));

describe('the labelled set', () => {
  const examples = readExamples();
  const root = mkdtempSync(path.join(tmpdir(), 'loadlight-detect-'));
  let ours;
  before(() => {
    writeExamples(examples, root);
    ours = judge(examples, ourFindings(root));
    const { recall, precision } = rates(ours);
    console.log(
      `      ${ours.problems.length} problems, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`
    );
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('has 400 problems and 400 look-alikes, a third of each in notebooks', () => {
    for (const labels of [ours.problems, ours.lookAlikes]) {
      assert.ok(labels.length >= 400, `${labels.length}`);
      assert.ok(labels.filter(({ kind }) => kind === 'notebook').length * 3 >= labels.length);
    }
  });

  it('has problems and look-alikes of every rule on loads, sources and secrets', () => {
    const rules = new Set(Object.keys(messageTemplates()).flatMap(id => /^LL[123]\d\d/.exec(id) ?? []));
    // The examples are code: they have no stored outputs.
    rules.delete('LL303');
    for (const labels of [ours.problems, ours.lookAlikes]) {
      const labelled = new Set(labels.flatMap(label => label.rules));
      assert.deepEqual(
        [...rules].filter(rule => !labelled.has(rule)),
        []
      );
    }
  });

  it('has no two examples that share half of their lines', () => {
    const lines = examples.map(({ files }) => {
      const code = files.filter(({ kind }) => kind !== 'other').flatMap(({ cells }) => cells.join('\n').split('\n'));
      return new Set(code.map(line => line.trim()).filter(line => line.length > 12));
    });
    const alike = lines.flatMap((a, i) =>
      lines.slice(0, i).flatMap((b, k) => {
        const shared = [...a].filter(line => b.has(line)).length;
        return shared * 2 >= a.size + b.size - shared ? [`${examples[i].title}, ${examples[k].title}`] : [];
      })
    );
    assert.deepEqual(alike, []);
  });

  it('is found and left alone as labelled, but for what is explained', () => {
    assert.deepEqual(differences(ours), explained.flatMap(({ lines }) => lines).sort());
  });
});

describe('a line of the labelled set', () => {
  it('stands in the statement that goes over it', () => {
    const text = 'a = f(\n  1,  # (\n  "]",\n)\nb = """\nx\n"""\nc = 1 + \\\n  2\nd = 3';
    assert.deepEqual(statementStarts(text), [0, 0, 0, 0, 4, 4, 4, 7, 7, 9]);
  });

  it('is found again in the file that the cells were made into', () => {
    const { text, begins } = asScript(['import a\n!ls', '%%bash\nls', 'if a:\n  %time b()']);
    assert.equal(text, 'import a\npass\n# %%bash\n# ls\nif a:\n  pass\n');
    assert.deepEqual(inCell(begins, 3), { cell: 1, line: 1 });
  });
});
