import assert from 'node:assert/strict';
import { TextLines } from '@loadlight/facts/text-lines';
import { allParts, fileOffsets, fileRange } from './file-position.js';
import { readNotebook } from './read-notebook.js';
import { randomNotebook } from './testing/random-notebook.js';
import { randomNumbers } from './testing/random-numbers.js';

describe('fileRange', () => {
  it('gives line and column in the file, through escapes', () => {
    const text =
      '{\n "nbformat": 4,\n "cells": [{"id": "a", "cell_type": "code", "source": [\n  "x = 1\\n",\n  "s = \\"\\ud83d\\ude00\\" + y"\n ]}]\n}\n';
    const notebook = readNotebook(text);
    const part = { kind: 'source', cell: 'a' } as const;
    const y = { start: { line: 1, character: 11 }, end: { line: 1, character: 12 } };
    assert.equal(notebook.cells[0]?.source.text, 'x = 1\ns = "😀" + y');
    const range = fileRange(notebook, part, y);
    assert.equal(range.start.line, 4);
    const lines = new TextLines(text);
    assert.equal(text.slice(lines.offset(range.start), lines.offset(range.end)), 'y');
  });

  it('keeps a range that ends where a line of the list ends inside that line', () => {
    const notebook = readNotebook('{"nbformat":4,"cells":[{"id":"a","cell_type":"code","source":["x\\n","y"]}]}');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const { start, end } = fileOffsets(notebook, { kind: 'source', cell: 'a' }, range);
    assert.equal(notebook.text.slice(start, end), 'x\\n');
  });

  it('throws for a part that is not there', () => {
    const notebook = readNotebook('{"nbformat":4,"cells":[]}');
    const start = { line: 0, character: 0 };
    assert.throws(() => fileRange(notebook, { kind: 'source', cell: 'gone' }, { start, end: start }), /no part/);
  });

  const count = process.env['LOADLIGHT_LONG'] ? 20_000 : 300;
  it(`finds every slice of every part in the file (${count} random notebooks)`, function () {
    this.timeout(60_000 + count * 10);
    const random = randomNumbers(7);
    for (let seed = 0; seed < count; seed++) {
      const notebook = readNotebook(randomNotebook(seed));
      for (const { part, text } of allParts(notebook)) {
        const whole = text.text;
        const lines = new TextLines(whole);
        for (let n = 0; n < 5; n++) {
          // A position inside \r\n is the one before it.
          const from = lines.offset(lines.position(random(whole.length + 1)));
          const to = lines.offset(lines.position(from + random(whole.length - from + 1)));
          const { start, end } = fileOffsets(notebook, part, lines.range(from, to));
          assert.equal(decoded(notebook.text.slice(start, end), part.kind), whole.slice(from, to), `seed ${seed}`);
        }
      }
    }
  });
});

/** What a slice of the file stands for: strings joined over the quotes and commas between the elements of a list. */
function decoded(slice: string, kind: string): string {
  if (kind === 'metadata') return slice;
  return (JSON.parse(`["${slice}"]`) as string[]).join('');
}
