import assert from 'node:assert/strict';
import { codeFrame } from './code-frame.js';
import { NO_COLOURS } from './colours.js';
import type { CodeLine } from './result.js';
import { shownText } from './shown-text.js';

const ESC = '\u001b';

/** The frame of one line with `wanted` marked in it. */
function frame(text: string, wanted: string, columns = 100): string[] {
  const start = text.indexOf(wanted);
  const line: CodeLine = { number: 2, text, marked: { start, end: start + wanted.length } };
  return codeFrame([line], '', columns, NO_COLOURS);
}

describe('a code frame', () => {
  it('underlines the range and says the fix behind it', () => {
    const lines: CodeLine[] = [
      { number: 1, text: 'import torch', marked: undefined },
      { number: 2, text: 'x = torch.load(p)', marked: { start: 4, end: 14 } }
    ];
    assert.deepEqual(codeFrame(lines, 'fix: weights_only=True', 100, NO_COLOURS), [
      '   1 │ import torch',
      '   2 │ x = torch.load(p)',
      '     │     ━━━━━━━━━━ fix: weights_only=True'
    ]);
  });

  it('stands under tabs, wide characters, emoji and accents', () => {
    assert.deepEqual(frame('\tload()', 'load'), ['   2 │     load()', '     │     ━━━━']);
    assert.deepEqual(frame('x = "漢字" + load()', 'load'), ['   2 │ x = "漢字" + load()', '     │              ━━━━']);
    assert.deepEqual(frame('"👨‍👩‍👧", load()', 'load'), ['   2 │ "👨‍👩‍👧", load()', '     │       ━━━━']);
    assert.deepEqual(frame('"e\u0301", load()', 'load'), ['   2 │ "e\u0301", load()', '     │      ━━━━']);
  });

  it('shows what would steer the terminal or reorder the text', () => {
    assert.deepEqual(frame(`a${ESC}[2J load`, 'load'), ['   2 │ a\\x1b[2J load', '     │          ━━━━']);
    assert.deepEqual(frame('a\u202e load', 'load'), ['   2 │ a\\u{202e} load', '     │           ━━━━']);
    assert.equal(shownText(`a\r\n${ESC}]8;;x\u0007b\u200b`), 'a \\x1b]8;;x\\x07b\\u{200b}');
  });

  it('cuts a long line around the range', () => {
    const [code, mark] = frame(`${'a'.repeat(500)}load(p)${'b'.repeat(500)}`, 'load(p)', 60);
    assert.ok(code !== undefined && mark !== undefined);
    assert.ok(code.length <= 60, code);
    assert.match(code, /^ {3}2 │ …a+load\(p\)b+…$/);
    assert.equal(code.slice(mark.indexOf('━'), mark.lastIndexOf('━') + 1), 'load(p)');
  });

  it('cuts a range that is longer than the line has room', () => {
    const [code, mark] = frame(`x = "${'a'.repeat(500)}"`, `"${'a'.repeat(500)}"`, 60);
    assert.ok(code !== undefined && code.length <= 60);
    assert.ok(mark !== undefined && mark.length <= 60);
  });
});
