import assert from 'node:assert/strict';
import { differenceOf } from './text-difference.js';
import { TextLines } from './text-lines.js';

describe('the lines of an edited text', () => {
  const texts = [
    '',
    'a',
    'a\n',
    'a\nb',
    'a\r\nb',
    'a\rb',
    'a\r\rb\n\n',
    '\n',
    '\r',
    '\r\n',
    'a\nb\nc',
    'é😀\nx\r',
    '\rx\nx'
  ];
  const long = 'x = 1\r\n'.repeat(3000);
  for (const before of [...texts, long]) {
    it(`are those of the new text, after ${JSON.stringify(before.slice(0, 20))}`, () => {
      for (const after of [...texts, long, `${long}\n`, `\n${long}`, long.replace('\n', ''), long.slice(0, 9001)]) {
        assert.deepEqual(new TextLines(before).edited(after), new TextLines(after), JSON.stringify(after.slice(0, 20)));
      }
    });
  }
});

describe('the difference of two texts', () => {
  it('is what is left without their common beginning and end', () => {
    assert.deepEqual(differenceOf('abc', 'abxc'), { start: 2, oldEnd: 2, newEnd: 3 });
    assert.deepEqual(differenceOf('aa', 'aaa'), { start: 2, oldEnd: 2, newEnd: 3 });
    assert.deepEqual(differenceOf('abc', ''), { start: 0, oldEnd: 3, newEnd: 0 });
    const long = 'abc'.repeat(5000);
    assert.deepEqual(differenceOf(`${long}x${long}`, `${long}yz${long}`), {
      start: 15000,
      oldEnd: 15001,
      newEnd: 15002
    });
    assert.deepEqual(differenceOf(long, long), { start: 15000, oldEnd: 15000, newEnd: 15000 });
  });
});
