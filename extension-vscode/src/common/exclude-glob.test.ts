import assert from 'node:assert/strict';
import { excludeGlob } from './exclude-glob.js';

describe('what a scan leaves out', () => {
  it('is what the settings exclude, once, and the copies that tools keep', () => {
    const glob = excludeGlob(
      { '**/node_modules': true, '**/kept': false },
      { '**/node_modules': true, 'data/*': true }
    );
    assert.match(glob, /\*\*\/\.ipynb_checkpoints,.*,data\/\*\}$/);
    assert.equal(glob.split('**/node_modules').length, 2);
    assert.doesNotMatch(glob, /kept/);
  });

  it('takes no harm from settings of a wrong type', () => {
    assert.equal(excludeGlob(undefined, 'all', ['x'], { a: { when: '$(basename).py' } }), excludeGlob());
  });
});
