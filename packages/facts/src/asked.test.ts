import assert from 'node:assert/strict';
import { commitOf, asks, withAnswer } from './asked.js';
import type { Fix } from './fix.js';
import type { Place } from './place.js';

const COMMIT = '0123456789abcdef'.repeat(3).slice(0, 40);
const start = { line: 0, character: 0 };
const place: Place = { document: 'file:///a.py', part: { kind: 'file' }, range: { start, end: start } };
const fix: Fix = {
  title: { id: 'pin', args: {}, text: 'Pin' },
  kind: 'review',
  intents: [{ kind: 'replaceLiteral', place, value: { kind: 'asked', what: 'commit', before: 'org/name:' } }]
};

describe('what a fix asks of the user', () => {
  it('is a commit of 40 hexadecimal digits and nothing else', () => {
    assert.equal(asks(fix), 'commit');
    assert.equal(commitOf(` ${COMMIT.toUpperCase()}\n`), COMMIT);
    for (const typed of [
      '',
      'main',
      COMMIT.slice(1),
      `${COMMIT}0`,
      `${COMMIT}"; x`,
      `"${COMMIT}`,
      `${COMMIT} ${COMMIT}`
    ])
      assert.equal(commitOf(typed), undefined, typed);
  });

  it('is written behind what stands before it', () => {
    const [intent] = withAnswer(fix, COMMIT)?.intents ?? [];
    assert.deepEqual(intent, {
      kind: 'replaceLiteral',
      place,
      value: { kind: 'literal', value: `org/name:${COMMIT}` }
    });
    assert.equal(withAnswer(fix, 'main'), undefined);
  });
});
