import { deepEqual } from 'node:assert/strict';
import type { OutputText } from './messages.js';
import { OutputBudget, textsOfOutputs } from './output-texts.js';

describe('the texts of a cell’s outputs', () => {
  it('are those of streams, errors and every type of a display that is text', () => {
    const outputs = [
      { output_type: 'stream', name: 'stderr', text: ['a\n', 'b'] },
      { output_type: 'error', ename: 'E', evalue: 'v', traceback: ['one', 'two'] },
      {
        output_type: 'display_data',
        data: { 'text/html': '<b>x</b>', 'image/png': 'iVBORw0KGgo=', 'application/json': { a: [1] } },
        metadata: {}
      }
    ];
    deepEqual(textsOfOutputs(outputs), [
      { index: 0, mime: 'application/vnd.jupyter.stderr', text: 'a\nb' },
      { index: 1, mime: 'application/vnd.jupyter.error', text: 'one\ntwo' },
      { index: 2, mime: 'text/html', text: '<b>x</b>' },
      { index: 2, mime: 'application/json', text: '{"a":[1]}' }
    ]);
  });

  it('are none of what is no output', () => {
    deepEqual(textsOfOutputs([null, 1, {}, { output_type: 'stream' }, { data: 'x' }]), []);
  });
});

describe('what is sent of outputs', () => {
  const shown = (length: number): OutputText[] => [{ index: 0, mime: 'text/plain', text: 'x'.repeat(length) }];
  const lengths = (texts: readonly OutputText[]): number[] => texts.map(({ text }) => text.length);

  it('is cut where one text is long, and where a notebook has too much', () => {
    const budget = new OutputBudget<number>();
    const sent = Array.from({ length: 25 }, (_, cell) => lengths(budget.take(cell, shown(300_000))));
    deepEqual(sent, [...Array.from({ length: 20 }, () => [100_000]), [], [], [], [], []]);
  });

  it('is what a cell shows now, not what it showed before', () => {
    const budget = new OutputBudget<string>();
    for (let i = 0; i < 50; i++) deepEqual(lengths(budget.take('same', shown(100_000))), [100_000]);
    budget.take('same', []);
    for (let i = 0; i < 20; i++) budget.take(`other ${i}`, shown(100_000));
    deepEqual(budget.take('same', shown(1)), []);
    budget.forget('other 3');
    deepEqual(lengths(budget.take('same', shown(1))), [1]);
  });
});
