import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { NotebookError } from '@loadlight/notebook/notebook-error';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import type { Engine } from '../engine.js';
import { engineForTests } from '../testing/engine-for-tests.js';
import type { ShareReport } from './share-report.js';
import { verdictOf, whereItStands } from './share-wording.js';

const URI = 'file:///project/a.ipynb';

interface TestCell {
  readonly source: string | readonly string[];
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly metadata?: object;
}

function notebook(cells: readonly TestCell[], indent = 1): string {
  const written = cells.map(({ source, text, data, metadata = {} }, i) => ({
    cell_type: 'code',
    execution_count: i + 1,
    id: `cell-${i}`,
    metadata,
    outputs: [
      ...(text === undefined ? [] : [{ name: 'stdout', output_type: 'stream', text }]),
      ...(data === undefined ? [] : [{ data, metadata: {}, output_type: 'display_data' }])
    ],
    source
  }));
  return `${JSON.stringify({ cells: written, metadata: { beta: 1, alpha: 'ü' }, nbformat: 4, nbformat_minor: 5 }, null, indent)}\n`;
}

const listed = (report: ShareReport): string[] =>
  report.items.map(item => `${item.level} ${item.finding.rule} ${whereItStands(item).text}: ${item.excerpt}`);

describe('ready to share?', () => {
  let engine: Engine;
  before(async () => (engine = await engineForTests()));
  after(() => engine.dispose());

  it('says what blocks and what is worth a look, in the order of the notebook, with nothing secret in it', async () => {
    const token = inventSecrets(71).huggingface();
    const text = notebook([
      { source: ['import torch\n', 'torch.load("a.pt", weights_only=False)'] },
      { source: 'run()', text: [`token: ${token}\n`, '/home/mmuster/a.py\n', '/home/mmuster/b.py\n'] },
      { source: 'AutoModel.from_pretrained("example-org/tiny")' }
    ]);
    const report = await engine.share(URI, text);
    deepEqual(listed(report), [
      'blocks LL101 Cell 1: torch.load("a.pt", weights_only=False)',
      `blocks LL303 Cell 2 output: token: ${token.slice(0, 4)}…`,
      'look LL404 Cell 2 output: /home/…/a.py'
    ]);
    equal(report.items[2]?.times, 2);
    equal(verdictOf(report).text, 'Not ready: 2 things');
    deepEqual(report.looked, { cells: 3, outputs: 1 });
    ok(!JSON.stringify(report.items.map(({ finding, excerpt }) => [finding.message, excerpt])).includes(token));
  });

  it('takes out what was found and nothing else, says so there, and finds the copy clean', async () => {
    const token = inventSecrets(72).huggingface();
    for (const indent of [0, 1, 4]) {
      const text = notebook(
        [
          {
            source: ['# é\n', `token = "${token}"\n`],
            text: ['fine\n', `Grüße ${token} bye\n`],
            metadata: { z: 1, a: 2 }
          },
          { source: 'chart', data: { 'text/html': '<b>1</b><script>draw()</script>', 'text/plain': 'é' } }
        ],
        indent
      );
      const report = await engine.share(URI, text);
      const copy = await engine.clean(URI, text, report);
      const mark = '[removed by loadlight: a Hugging Face token]';
      const expected = text
        .replaceAll(token, mark)
        .replace('<script>draw()</script>', '[removed by loadlight: a script]');
      equal(copy.text, expected);
      deepEqual(listed(copy.report), []);
      equal(copy.removed.length, 3);
    }
  });

  it('says of which scripts it was not read what they do', async () => {
    const html = `<script>go()</script><script>eval(x);${' '.repeat(100_000)}</script>`;
    const { items, notes } = await engine.share(URI, notebook([{ source: 'show()', data: { 'text/html': html } }]));
    deepEqual(
      [items.length, notes.map(({ text }) => text)],
      [1, ['Of a script it was not read what it does: longer than 100,000 characters.']]
    );
  });

  it('leaves a clean notebook as it is', async () => {
    const text = notebook([{ source: 'x = 1', text: 'done\n' }]);
    const report = await engine.share(URI, text);
    equal(verdictOf(report).text, 'Ready to share');
    equal((await engine.clean(URI, text, report)).text, text);
  });

  it('goes by what a cell ignores, and calls none of it unused in a scan', async () => {
    const text = notebook([
      {
        source: 'x',
        text: '/home/mmuster/a.py',
        metadata: { loadlight: { ignore: [{ rule: 'LL404', reason: 'ok' }] } }
      }
    ]);
    const report = await engine.share(URI, text);
    deepEqual([listed(report), report.ignored], [[], 1]);
  });

  it('keeps what only the author can change', async () => {
    const text = notebook([
      { source: 'import torch\ntorch.load("a.pt", weights_only=False)', text: '/home/mmuster/a' }
    ]);
    const copy = await engine.clean(URI, text, await engine.share(URI, text));
    deepEqual(listed(copy.report), ['blocks LL101 Cell 1: torch.load("a.pt", weights_only=False)']);
    ok(copy.report.items[0]?.fixes.some(({ edits }) => edits.length > 0));
  });

  it('says where a notebook is broken', async () => {
    await rejects(
      engine.share(URI, '{"nbformat": 4,\n "cells": [}'),
      (error: unknown) => error instanceof NotebookError && error.position.line === 1
    );
  });
});
