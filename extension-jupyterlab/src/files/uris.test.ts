import assert from 'node:assert/strict';
import { pathOfUri, ROOT_FOLDER, uriOfCell, uriOfPath } from './uris.js';

describe('URIs of Jupyter files', () => {
  it('keeps every path through a round trip', () => {
    for (const path of [
      'a.ipynb',
      'my work/données #1?.ipynb',
      'RTC:a/b.py',
      'RTC:b.py',
      'RTC:',
      '100%.py',
      '😀.ipynb'
    ]) {
      assert.equal(pathOfUri(uriOfPath(path)), path);
    }
  });
  it('puts every file below the root folder', () => {
    assert.ok(uriOfPath('a/b.py').startsWith(`${ROOT_FOLDER.uri}/`));
    assert.equal(pathOfUri(ROOT_FOLDER.uri), '');
  });
  it('makes a folder of a drive', () => {
    assert.equal(uriOfPath('RTC:b.py'), 'jupyter-file:///root/RTC%3A/b.py');
    assert.equal(pathOfUri('jupyter-file:///root/RTC%3A'), 'RTC:');
  });
  it('names a cell by its id', () => {
    assert.equal(uriOfCell('a b/c.ipynb', '1/2'), 'jupyter-cell:///root/a%20b/c.ipynb#1%2F2');
  });
});
