import { equal } from 'node:assert/strict';
import { readNotebook } from './read-notebook.js';
import { removeOutputs } from './remove-outputs.js';

const stream = (text: string): object => ({ output_type: 'stream', name: 'stdout', text: [text] });

function fileWith(outputs: readonly object[], indent: number): string {
  const cell = { cell_type: 'code', id: 'a', metadata: {}, source: 'f()', execution_count: 1, outputs };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, indent);
}

describe('taking outputs out of a notebook file', () => {
  const three = [stream('a'), stream('[b], ]'), stream('c')];
  for (const removed of [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]) {
    it(`leaves what the file would be without ${removed.join(', ')}, byte for byte`, () => {
      for (const indent of [0, 1]) {
        const notebook = readNotebook(fileWith(three, indent));
        const kept = three.filter((_, index) => !removed.includes(index));
        equal(
          removeOutputs(
            notebook,
            removed.map(index => ({ cell: 'a', index }))
          ),
          fileWith(kept, indent)
        );
      }
    });
  }

  it('leaves a file as it is where there is no such output', () => {
    const file = fileWith(three, 1);
    equal(
      removeOutputs(readNotebook(file), [
        { cell: 'a', index: 3 },
        { cell: 'b', index: 0 }
      ]),
      file
    );
  });
});
