import assert from 'node:assert/strict';
import type { Edit } from '@loadlight/facts/fix';
import type { Part } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import { allParts } from './file-position.js';
import { readNotebook } from './read-notebook.js';
import { randomNotebook } from './testing/random-notebook.js';
import { randomNumbers } from './testing/random-numbers.js';
import { applyEdits } from './write-edits.js';

const file = (source: string): string =>
  `{\n "cells": [\n  {\n   "cell_type": "code",\n   "id": "a",\n   "source": ${source}\n  }\n ],\n "nbformat": 4\n}\n`;
const source: Part = { kind: 'source', cell: 'a' };

/** Replaces `old` in the cell by `newText`. */
function edited(json: string, old: string, newText: string): string {
  const notebook = readNotebook(file(json));
  const text = notebook.cells[0]?.source.text ?? '';
  const at = text.indexOf(old);
  assert.ok(at >= 0);
  const range = new TextLines(text).range(at, at + old.length);
  const result = applyEdits(notebook, [{ document: 'd', part: source, range, newText }]);
  const [before, after] = file('@').split('@') as [string, string];
  assert.ok(result.startsWith(before) && result.endsWith(after), result);
  return result.slice(before.length, result.length - after.length);
}

describe('applyEdits', () => {
  it('changes only the characters of a string', () => {
    assert.equal(edited('"a \\u00e9 = 1\\nb"', '1', '"2"'), '"a \\u00e9 = \\"2\\"\\nb"');
  });
  it('changes only the line of a list', () => {
    assert.equal(edited('[\n    "a\\n",\n    "b = 1"\n   ]', '1', '2'), '[\n    "a\\n",\n    "b = 2"\n   ]');
  });
  it('keeps one line an element', () => {
    assert.equal(edited('[\n    "a\\n",\n    "b"\n   ]', 'a', 'x\ny'), '[\n    "x\\n",\n    "y\\n",\n    "b"\n   ]');
    assert.equal(edited('[\n    "a"\n   ]', 'a', 'x\ny'), '[\n    "x\\n",\n    "y"\n   ]');
    assert.equal(edited('["a"]', 'a', 'x\ny'), '["x\\n", "y"]');
  });
  it('joins lines whose break is gone', () => {
    assert.equal(edited('["a\\n", "b\\n", "c"]', 'a\n', 'a '), '["a b\\n", "c"]');
    assert.equal(edited('["a\\n", "b\\n", "c"]', 'a\nb\nc', ''), '[]');
    assert.equal(edited('["a\\n", "b\\n", "c"]', 'b\n', ''), '["a\\n", "c"]');
  });
  it('fills an empty list as the file is laid out', () => {
    assert.equal(edited('[]', '', 'x\ny'), '[\n    "x\\n",\n    "y"\n   ]');
  });
  it('spells characters as the string around does', () => {
    assert.equal(edited('"\\u00e9 1"', '1', 'ü😀'), '"\\u00e9 \\u00fc\\ud83d\\ude00"');
    assert.equal(edited('"é 1"', '1', 'ü'), '"é ü"');
    assert.equal(edited('["\\u00e9 1"]', '1', 'ü'), '["\\u00e9 \\u00fc"]');
  });
  it('refuses edits that overlap', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
    const edit: Edit = { document: 'd', part: source, range, newText: '' };
    assert.throws(() => applyEdits(readNotebook(file('"abc"')), [edit, edit]), /overlap/);
  });

  const count = process.env['LOADLIGHT_LONG'] ? 20_000 : 300;
  it(`gives the edited text of every part, and every other byte as it was (${count} random notebooks)`, function () {
    this.timeout(60_000 + count * 10);
    for (let seed = 0; seed < count; seed++) checkRandomEdits(seed);
  });
});

function checkRandomEdits(seed: number): void {
  const random = randomNumbers(seed + 1);
  const notebook = readNotebook(randomNotebook(seed));
  const expected = new Map<string, string>();
  const edits: Edit[] = [];
  for (const { part, text } of allParts(notebook)) {
    const whole = text.text;
    let result = '';
    let done = 0;
    const lines = new TextLines(whole);
    for (let n = part.kind === 'metadata' ? 0 : random(4); n > 0; n--) {
      const from = lines.offset(lines.position(done + random(whole.length - done + 1)));
      const to = lines.offset(lines.position(from + random(Math.min(8, whole.length - from) + 1)));
      if (from < done || to < from) continue;
      const newText = ['', 'x', '\n', 'ü\n"', '\\n😀', 'y\n'][random(6)] ?? '';
      edits.push({ document: 'd', part, range: lines.range(from, to), newText });
      result += whole.slice(done, from) + newText;
      done = to;
    }
    expected.set(JSON.stringify(part), result + whole.slice(done));
  }
  const result = readNotebook(applyEdits(notebook, edits));
  for (const { part, text } of allParts(result)) {
    assert.equal(text.text, expected.get(JSON.stringify(part)), `seed ${seed}`);
    if (text.node.kind !== 'array' || part.kind === 'metadata') continue;
    for (const { text: line } of text.segments.slice(0, -1)) assert.ok(/^[^\n]*\n?$/.test(line), `seed ${seed}`);
    for (const { text: line } of text.segments.slice(0, -1))
      assert.ok(line === '' || line.endsWith('\n'), `seed ${seed}`);
  }
  assert.equal(applyEdits(notebook, []), notebook.text);
}
