import assert from 'node:assert/strict';
import { keptOnce } from './kept-once.js';

const file = (path: string, before?: string) => ({ uri: { path, toString: () => `file://${path}` }, before });
const kept = (...files: ReturnType<typeof file>[]): string[] => keptOnce(files).map(({ uri }) => uri.path);

describe('files that keep a value', () => {
  it('are each made once, and the nearest above serves those below', () => {
    assert.deepEqual(kept(file('/a/b/.env'), file('/a/.env'), file('/a/.env'), file('/ab/.env')), [
      '/a/.env',
      '/ab/.env'
    ]);
  });

  it('are written where they are there already, beside others', () => {
    assert.deepEqual(kept(file('/a/.env'), file('/a/b/.env', 'X=1\n'), file('/a/b/.gitignore')), [
      '/a/.env',
      '/a/b/.env',
      '/a/b/.gitignore'
    ]);
  });
});
