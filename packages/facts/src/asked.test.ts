import assert from 'node:assert/strict';
import { answerTo, asks, checksummedFile, withAnswer, withAnyAnswer, withChecksum } from './asked.js';
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
    assert.equal(answerTo('commit', ` ${COMMIT.toUpperCase()}\n`), COMMIT);
    for (const typed of [
      '',
      'main',
      COMMIT.slice(1),
      `${COMMIT}0`,
      `${COMMIT}"; x`,
      `"${COMMIT}`,
      `${COMMIT} ${COMMIT}`
    ])
      assert.equal(answerTo('commit', typed), undefined, typed);
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

  it('is a SHA-256 of 64 digits', () => {
    const sum = 'ab'.repeat(32);
    assert.equal(answerTo('sha256', ` ${sum.toUpperCase()} `), sum);
    assert.equal(answerTo('sha256', COMMIT), undefined);
  });
});

describe('a checksum that shows when the fix is made', () => {
  const sum = 'cd'.repeat(32);
  const check: Fix = {
    ...fix,
    intents: [{ kind: 'rewriteCall', call: place, recipe: 'check', value: { kind: 'checksum', file: 'm.pkl' } }]
  };
  const valueOf = ({ intents: [intent] }: Fix): unknown => intent && 'value' in intent && intent.value;

  it('is put where the fix names the file', () => {
    assert.equal(checksummedFile(check), 'm.pkl');
    assert.equal(checksummedFile(fix), undefined);
    assert.deepEqual(valueOf(withChecksum(check, sum)), { kind: 'literal', value: sum });
    assert.equal(withChecksum(fix, sum).intents[0], fix.intents[0]);
  });

  it('is any, to see whether the fix can be made', () => {
    assert.deepEqual(valueOf(withAnyAnswer(check)), { kind: 'literal', value: '0'.repeat(64) });
  });
});
