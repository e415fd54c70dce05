import { deepEqual } from 'node:assert/strict';
import { withIgnores } from './cell-metadata.js';

describe('what a cell’s metadata ignores', () => {
  it('stands beside whatever else is there', () => {
    deepEqual(withIgnores({ tags: ['a'] }, ['LL301']), { tags: ['a'], loadlight: { ignore: ['LL301'] } });
    deepEqual(withIgnores({ loadlight: { ignore: ['LL101'], more: 1 } }, ['LL301']), {
      loadlight: { more: 1, ignore: ['LL301'] }
    });
    deepEqual(withIgnores(undefined, ['LL301']), { loadlight: { ignore: ['LL301'] } });
    deepEqual(withIgnores({ loadlight: 'mistaken' }, ['LL301']), { loadlight: { ignore: ['LL301'] } });
  });

  it('leaves no trace when nothing is left of it', () => {
    deepEqual(withIgnores({ tags: [], loadlight: { ignore: ['LL301'] } }, []), { tags: [] });
    deepEqual(withIgnores({ loadlight: { ignore: ['LL301'], more: 1 } }, []), { loadlight: { more: 1 } });
  });
});
