import assert from 'node:assert/strict';
import { RecentlyUsed } from './recently-used.js';

describe('what was used recently', () => {
  const texts = (): RecentlyUsed<string> => new RecentlyUsed({ count: 3, weight: 10 }, (_, text) => text.length);

  it('stays within a number; what was not asked for the longest goes first', () => {
    const kept = texts();
    for (const key of ['a', 'b', 'c']) kept.set(key, key);
    kept.get('a');
    kept.set('d', 'd');
    assert.deepEqual(kept.trim(), ['b']);
    assert.deepEqual(kept.trim(), []);
  });

  it('stays within a weight, also when a value is replaced', () => {
    const kept = texts();
    kept.set('a', '123456');
    kept.set('b', '1234');
    assert.ok(!kept.isFull);
    kept.set('b', '12345');
    assert.deepEqual(kept.trim(), ['a']);
    kept.delete('b');
    kept.set('c', '1234567890');
    assert.ok(!kept.isFull);
  });

  it('keeps what is in use', () => {
    const kept = texts();
    for (const key of ['a', 'b', 'c', 'd']) kept.set(key, key);
    assert.deepEqual(
      kept.trim(key => key === 'a'),
      ['b']
    );
  });
});
