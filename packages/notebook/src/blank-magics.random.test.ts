import assert from 'node:assert/strict';
import { readCell } from './blank-magics.js';
import { randomNumbers } from './testing/random-numbers.js';

const PIECES = [
  ...[
    '%time ',
    '%%bash',
    '%%time',
    '!',
    '!!',
    '?',
    '??',
    '>>> ',
    '... ',
    'In [1]: ',
    '/',
    ',',
    ';',
    '%',
    '%%',
    '= !ls',
    '= %pwd'
  ],
  ...[
    '"',
    "'",
    '"""',
    "'''",
    '\\',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '#',
    'f"',
    "r'",
    '=',
    '==',
    ' ',
    '    ',
    '\t',
    '😀',
    'é',
    '\0'
  ],
  ...[
    '\n',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    '\f',
    'x',
    'if x:',
    'else:',
    'pip install ',
    'ls -la',
    'def f():',
    'torch.load(x)'
  ]
];

const breaks = (text: string): string => text.replace(/[^\r\n]/g, '.');

describe('readCell on random cells', () => {
  const count = process.env['LOADLIGHT_LONG'] ? 500_000 : 5_000;
  it(`keeps the length and every line break (${count} cells)`, function () {
    this.timeout(count);
    const random = randomNumbers(20240229);
    for (let i = 0; i < count; i++) {
      const length = random(30);
      let text = '';
      for (let n = 0; n < length; n++) text += PIECES[random(PIECES.length)] ?? '';
      const cell = readCell(text);
      assert.equal(breaks(cell.text), breaks(text), JSON.stringify(text));
      for (const { body, range, bodyRange } of cell.magics) {
        assert.ok(body.length <= text.length);
        assert.ok(
          range.start.line <= bodyRange.start.line && bodyRange.end.line <= range.end.line,
          JSON.stringify(text)
        );
      }
      // What was blanked stays blank: reading it again changes nothing.
      if (cell.language === 'python') assert.equal(readCell(cell.text).text.length, text.length);
    }
  });
});
