import { deepEqual, equal } from 'node:assert/strict';
import { Stretches } from './stretches.js';

describe('a list that several workers go through', () => {
  it('gives each its own stretch, and half of the longest rest to who is done', () => {
    const list = new Stretches([1, 2, 3, 4, 5, 6, 7, 8], 2);
    deepEqual([list.next(0), list.next(1), list.next(0), list.next(0), list.next(0)], [1, 5, 2, 3, 4]);
    deepEqual([list.next(0), list.next(1), list.next(0), list.next(1)], [7, 6, 8, undefined]);
  });

  it('gives every element once, whoever asks, those that are put back again', () => {
    const list = new Stretches(['a', 'b', 'c', 'd', 'e'], 3);
    const first = list.next(1) ?? '';
    list.putBack(1, [first]);
    const given: string[] = [];
    for (let one = list.next(1); one !== undefined; one = list.next(1)) given.push(one);
    deepEqual(given.sort(), ['a', 'b', 'c', 'd', 'e']);
    equal(list.isEmpty, true);
  });
});
