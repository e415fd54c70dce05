import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { RULES } from '@loadlight/rules/rules';
import { PROVEN } from './prove.mjs';

/**
 * Fixes that nothing here proves by running them, and why. Proven is a fix under one library: of diffusers, which is not installed here, no
 * program is run, though its calls get the fixes that are run under transformers.
 */
const UNPROVEN = {
  'LL001.fix-remove': 'changes a comment; suppressions.test.mjs compares the programs',
  'LL001.fix-remove-rule': 'changes a comment; suppressions.test.mjs compares the programs',
  'LL001.fix-remove-metadata': 'changes no code',
  'LL110.fix-save': 'what it writes is what fix-with-loads writes; who loads it is elsewhere',
  'LL201.fix-refuse': 'the libraries that trust code by default are not installed here',
  'LL203.fix-ask': 'torch asks only before it downloads a repository, which needs GitHub',
  'LL203.fix-pin': 'never offered: no cache says where a branch on GitHub stands',
  'LL301.fix-env-file':
    'changes code as fix-env does; the tests of the command line run it with what it writes to .env',
  'LL301.fix-redact': 'puts a mark into a text, and changes no code',
  'LL303.fix-clear': 'takes out what a notebook shows, and changes no code'
};

/**
 * Fixes that make the same edits have one name here: of all rules that compare a checksum, of all that change the wrapper in another
 * file, of both that take credentials out.
 */
const sameAs = id =>
  id
    .replace(/^LL\d+\.fix-checksum(-asked)?$/, 'fix-checksum')
    .replace(/^LL\d+\.fix-elsewhere$/, 'fix-elsewhere')
    .replace(/^LL302\./, 'LL301.');

// Whichever file mocha starts with, the others are part of this process before the suite below.
for (const name of readdirSync(new URL('.', import.meta.url)).sort())
  if (name.endsWith('.test.mjs') && name !== 'proven.test.mjs') await import(`./${name}`);

describe('the fixes of all rules', () => {
  const titles = RULES.flatMap(({ meta }) => Object.keys(meta.messages).map(id => `${meta.id}.${id}`)).filter(id =>
    /^LL\d+\.fix-/.test(id)
  );

  it('are proven by running them, or it is said why not', () => {
    assert.ok(titles.length > 30);
    const proven = new Set([...PROVEN].map(sameAs));
    const missing = titles.filter(id => !proven.has(sameAs(id)) && !(sameAs(id) in UNPROVEN));
    assert.deepEqual(missing, []);
  });

  it('are not called unproven where they are proven, or are no more', () => {
    const wrong = Object.keys(UNPROVEN).filter(id => PROVEN.has(id) || !titles.includes(id));
    assert.deepEqual(wrong, []);
  });
});
