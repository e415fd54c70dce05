import { deepEqual, equal } from 'node:assert/strict';
import { TextLines } from '@loadlight/facts/text-lines';
import { mayIgnore, readCellIgnores } from './cell-ignores.js';

describe('rules that a cell’s metadata ignores', () => {
  const read = (ignore: unknown): (string | undefined)[][] =>
    readCellIgnores(JSON.stringify({ loadlight: { ignore } })).map(({ rule, reason }) => [rule, reason]);

  it('are named alone or with a reason', () => {
    deepEqual(read(['LL301', { rule: 'LL101', reason: 'our own files' }, { rule: 'LL202' }]), [
      ['LL301', undefined],
      ['LL101', 'our own files'],
      ['LL202', undefined]
    ]);
  });

  it('are none where the list holds something else, or is none', () => {
    const deep = JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown;
    for (const ignore of [{}, 'LL301', null, [1, null, [], {}, { rule: 1 }, 'all', 'LL1', 'LL3011', ' LL301'], deep])
      deepEqual(read(ignore), []);
    for (const text of ['', '{', '[]', '{"loadlight": {"ignore": ["LL301"]', '{"loadlight": 1, "ignore": ["LL301"]}'])
      deepEqual(readCellIgnores(text), []);
    const nested = `{"loadlight": {"ignore": ${'['.repeat(1000)}${']'.repeat(1000)}}}`;
    deepEqual(readCellIgnores(nested), []);
  });

  it('stand where they stand in the JSON', () => {
    const text = '{\n "loadlight": {\n  "ignore": [\n   "LL301",\n   {"rule": "LL101"}\n  ]\n }\n}';
    const lines = new TextLines(text);
    deepEqual(
      readCellIgnores(text).map(({ range }) => text.slice(lines.offset(range.start), lines.offset(range.end))),
      ['"LL301"', '{"rule": "LL101"}']
    );
  });

  it('are not read where the key is not there', () => {
    equal(mayIgnore('{"tags": ["loadlight"]}'), false);
  });
});
