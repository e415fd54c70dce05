import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { changedLines } from './changed-lines.js';

const edit = (line: number, from: number, to: number, newText: string, endLine = line): TextEdit => ({
  range: { start: { line, character: from }, end: { line: endLine, character: to } },
  newText
});

describe('changed lines', () => {
  it('are shown whole', () => {
    assert.deepEqual(changedLines('a = 1\nb = f("😀", old)\nc', [edit(1, 12, 15, 'new')]), [
      { line: 1, before: ['b = f("😀", old)'], after: ['b = f("😀", new)'] }
    ]);
  });
  it('leave out what an insertion only moves', () => {
    assert.deepEqual(changedLines('import b\nx', [edit(0, 0, 0, 'import a\n')]), [
      { line: 0, before: [], after: ['import a'] }
    ]);
  });
  it('are one group where edits touch, and two where a line lies between', () => {
    const text = 'one\ntwo\nthree\nfour';
    assert.deepEqual(changedLines(text, [edit(1, 0, 3, '2'), edit(0, 0, 3, '1'), edit(3, 0, 4, '4')]), [
      { line: 0, before: ['one', 'two'], after: ['1', '2'] },
      { line: 3, before: ['four'], after: ['4'] }
    ]);
  });
  it('are gone lines where lines are taken out', () => {
    assert.deepEqual(changedLines('a\r\nb\r\nc', [edit(1, 0, 0, '', 2)]), [{ line: 1, before: ['b'], after: [] }]);
  });
});
