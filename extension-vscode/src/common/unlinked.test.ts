import assert from 'node:assert/strict';
import { unlinked } from './unlinked.js';

describe('a name of the user in what VS Code shows', () => {
  it('can be no link and no icon', () => {
    assert.equal(unlinked('[text](command:x)/a.py'), '[text]\u2060(command:x)/a.py');
    assert.equal(unlinked('$(error) $(x)'), '$\u2060(error) $\u2060(x)');
  });

  it('stays as it is otherwise', () => {
    assert.equal(unlinked('data[0]/(old) $x.py'), 'data[0]/(old) $x.py');
  });
});
