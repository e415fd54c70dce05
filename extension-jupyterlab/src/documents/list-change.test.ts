import assert from 'node:assert/strict';
import { listChange } from './list-change.js';

describe('the change from one list of cells to another', () => {
  const change = (before: string, after: string) => listChange(before.split(' '), after.split(' '));

  it('is nothing for equal lists', () => {
    assert.equal(change('a b c', 'a b c'), undefined);
    assert.equal(change('', ''), undefined);
  });
  it('names what is added, taken away and moved', () => {
    assert.deepEqual(change('a c', 'a b c'), { start: 1, deleteCount: 0, end: 2 });
    assert.deepEqual(change('a b c', 'a c'), { start: 1, deleteCount: 1, end: 1 });
    assert.deepEqual(change('a b c d', 'a c b d'), { start: 1, deleteCount: 2, end: 3 });
    assert.deepEqual(change('a a', 'a a a'), { start: 2, deleteCount: 0, end: 3 });
  });
  it('makes the one list of the other, whatever they are', () => {
    for (let seed = 0; seed < 500; seed++) {
      const letters = (from: number): string[] =>
        Array.from({ length: (seed * from) % 6 }, (_, i) => 'abc'.charAt((seed * 7 + i * from) % 3));
      const before = letters(5);
      const after = letters(7);
      const { start, deleteCount, end } = listChange(before, after) ?? { start: 0, deleteCount: 0, end: 0 };
      const made = [...before];
      made.splice(start, deleteCount, ...after.slice(start, end));
      assert.deepEqual(made, after);
    }
  });
});
