import assert from 'node:assert/strict';
import { Reads } from './reads.js';

describe('reads', () => {
  it('run sixteen at a time, and go on where one fails', async () => {
    const reads = new Reads();
    let running = 0;
    let most = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        reads.run(async () => {
          most = Math.max(most, ++running);
          await Promise.resolve();
          running--;
          if (i % 10 === 0) throw new Error('not read');
          return i;
        })
      )
    );
    assert.equal(most, 16);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 90);
  });
});
