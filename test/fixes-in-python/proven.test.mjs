import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { RULES } from '@loadlight/rules/rules';
import { PROVEN } from './prove.mjs';

/** Fixes that nothing here proves by running them, and why. */
const UNPROVEN = {
  'LL001.fix-remove': 'changes a comment; suppressions.test.mjs compares the programs',
  'LL001.fix-remove-rule': 'changes a comment; suppressions.test.mjs compares the programs',
  'LL001.fix-remove-metadata': 'changes no code',
  'LL110.fix-save': 'what it writes is what fix-with-loads writes; who loads it is elsewhere',
  'LL201.fix-refuse': 'the libraries that trust code by default are not installed here',
  'LL203.fix-ask': 'torch asks only before it downloads a repository, which needs GitHub',
  'LL203.fix-pin': 'never offered: no cache says where a branch on GitHub stands',
  'LL302.fix-environment': 'the edits of LL301.fix-environment'
};

/** Fixes that several rules offer alike: one proof speaks for all. */
const SHARED = /\.(fix-checksum|fix-checksum-asked)$/;

// Whichever file mocha starts with, the others are part of this process before the suite below.
for (const name of readdirSync(new URL('.', import.meta.url)).sort())
  if (name.endsWith('.test.mjs') && name !== 'proven.test.mjs') await import(`./${name}`);

describe('the fixes of all rules', () => {
  const titles = RULES.flatMap(({ meta }) => Object.keys(meta.messages).map(id => `${meta.id}.${id}`)).filter(id =>
    /^LL\d+\.fix-/.test(id)
  );

  it('are proven by running them, or it is said why not', () => {
    assert.ok(titles.length > 30);
    const shared = new Set([...PROVEN].flatMap(id => SHARED.exec(id)?.[1] ?? []));
    const isProven = id => PROVEN.has(id) || shared.has(SHARED.exec(id)?.[1]);
    const missing = titles.filter(id => !isProven(id) && !(id in UNPROVEN));
    assert.deepEqual(missing, []);
  });

  it('are not called unproven where they are proven, or are no more', () => {
    const wrong = Object.keys(UNPROVEN).filter(id => PROVEN.has(id) || !titles.includes(id));
    assert.deepEqual(wrong, []);
  });
});
