import assert from 'node:assert/strict';
import { fromBase64, toBase64 } from './base64.js';

describe('base64', () => {
  it('is what everybody else makes of the bytes, however many they are', () => {
    for (const length of [0, 1, 2, 3, 0x8000, 0x8000 * 2 + 1]) {
      const bytes = Uint8Array.from({ length }, (_, index) => index * 7);
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
      assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
    }
  });
});
