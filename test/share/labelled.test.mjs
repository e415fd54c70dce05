import assert from 'node:assert/strict';
import { figures, judge } from './judge.mjs';

describe('the labelled notebooks', function () {
  this.timeout(60_000);

  it('are told apart, and nothing that can be taken out is left in a clean copy', async () => {
    const rows = await judge();
    const { notebooks, recall, precision } = figures(rows);
    assert.ok(notebooks >= 200);
    const wrong = rows.filter(({ expected, found }) => [...expected].sort().join() !== found.join());
    assert.ok(recall >= 0.97 && precision >= 0.97, JSON.stringify({ recall, precision, wrong }, null, 1));
    assert.deepEqual(
      rows.filter(({ left }) => left > 0).map(({ name }) => name),
      []
    );
  });
});
