import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSource, UnreadableError, type SourceFile } from './source-file.js';

describe('readSource', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loadlight-source-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const read = (name: string, content: string | Buffer): SourceFile => {
    writeFileSync(join(folder, name), content);
    return readSource({ path: join(folder, name), shown: name, named: true, forced: true, onlySecrets: false });
  };

  it('takes the byte order mark off and remembers it', () => {
    const source = read('a.py', '\ufeffx = 1\r\n');
    assert.deepEqual([source.text, source.byteOrderMark], ['x = 1\r\n', true]);
  });

  it('reads the encoding that a Python file declares', () => {
    const source = read('a.py', Buffer.from('# -*- coding: latin-1 -*-\ns = "é"\n', 'latin1'));
    assert.equal(source.text.split('\n')[1], 's = "é"');
    assert.equal(source.utf8, false);
  });

  it('reads a notebook', () => {
    assert.equal(read('a.ipynb', '\ufeff{"nbformat": 4, "cells": []}').notebook?.cells.length, 0);
  });

  for (const [name, content, message] of [
    ['a.py', Buffer.from([0x22, 0xff, 0x22]), /not UTF-8/],
    ['a.py', Buffer.from('# coding: no-such-encoding\n'), /no-such-encoding/],
    ['a.ipynb', Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
    ['a.ipynb', '', /empty/],
    ['a.ipynb', '{\n "cells": [,]}', /line 2, column 12/],
    ['a.ipynb', '[1]', /not a notebook/]
  ] as const) {
    it(`says of ${JSON.stringify(content.toString('latin1').slice(0, 30))}: ${message.source}`, () => {
      assert.throws(
        () => read(name, content),
        (error: unknown) => error instanceof UnreadableError && message.test(error.message)
      );
    });
  }
});
