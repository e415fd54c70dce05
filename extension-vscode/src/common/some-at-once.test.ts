import assert from 'node:assert/strict';
import { someAtOnce } from './some-at-once.js';

describe('some at once', () => {
  it('are never more than said, and all come', async () => {
    let now = 0;
    let most = 0;
    const done: string[] = [];
    await someAtOnce(['a', 'b', 'c', 'd', 'e'], 2, async (item, index) => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
      done[index] = item;
    });
    assert.equal(most, 2);
    assert.deepEqual(done, ['a', 'b', 'c', 'd', 'e']);
  });

  it('begin no more once they are stopped', async () => {
    const begun: number[] = [];
    const work = (item: number): Promise<void> => Promise.resolve(void begun.push(item));
    await someAtOnce([1, 2, 3, 4], 1, work, () => begun.length === 2);
    assert.deepEqual(begun, [1, 2]);
  });
});
