import assert from 'node:assert/strict';
import { cleanPath, pathTyped } from './clean-name.js';

describe('where a clean copy goes', () => {
  it('is beside the notebook', () => {
    assert.equal(cleanPath('work/a.b.ipynb'), 'work/a.b-clean.ipynb');
    assert.equal(cleanPath('RTC:a.ipynb'), 'RTC:a-clean.ipynb');
  });
  it('is what somebody types, from the notebook’s folder', () => {
    assert.equal(pathTyped(' b.ipynb', 'work/a.ipynb'), 'work/b.ipynb');
    assert.equal(pathTyped('out/b', 'a.ipynb'), 'out/b.ipynb');
    assert.equal(pathTyped('/b.ipynb', 'work/a.ipynb'), 'b.ipynb');
    assert.equal(pathTyped('../b.ipynb', 'RTC:work/a.ipynb'), 'RTC:b.ipynb');
    for (const nowhere of ['', ' ', 'out/', '../../b']) assert.equal(pathTyped(nowhere, 'work/a.ipynb'), undefined);
  });
});
