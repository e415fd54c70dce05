import { deepEqual, equal } from 'node:assert/strict';
import { textsOfOutputs } from './output-texts.js';

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

  it('are cut where they are long, and left out where a cell has too much', () => {
    const texts = textsOfOutputs(
      Array.from({ length: 9 }, () => ({ output_type: 'stream', text: 'x'.repeat(300_000) }))
    );
    equal(texts.length, 5);
    deepEqual(new Set(texts.map(({ text }) => text.length)), new Set([200_000]));
  });

  it('are none of what is no output', () => {
    deepEqual(textsOfOutputs([null, 1, {}, { output_type: 'stream' }, { data: 'x' }]), []);
  });
});
