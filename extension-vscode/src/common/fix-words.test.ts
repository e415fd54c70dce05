import assert from 'node:assert/strict';
import { type FixCounts, SAFE_FIX_WORDS } from './fix-words.js';
import { TAKE_OUT_WORDS } from './take-out-words.js';

const NONE: FixCounts = {
  findings: 0,
  files: 0,
  leaves: 0,
  moved: 0,
  readOnly: 0,
  leftOut: 0,
  more: false,
  open: 0,
  failed: 0
};
const english = (text: string, ...args: (string | number)[]): string =>
  text.replaceAll(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

describe('the words of a fix of many files', () => {
  it('ask first, and say what is left to the user', () => {
    const asked = SAFE_FIX_WORDS.question({ ...NONE, findings: 18, files: 6, leaves: 1 }, english, 'en');
    assert.equal(asked.message, 'Fix 18 findings in 6 files?');
    assert.match(asked.detail, /^Your code works the same .*\n\n1 has a fix that may change .*: review it\.$/s);
  });

  it('say what was done, and of the rest why not', () => {
    const said = (counts: Partial<FixCounts>): string => SAFE_FIX_WORDS.outcome({ ...NONE, ...counts }, english, 'en');
    assert.equal(said({ findings: 1, files: 1 }), 'Loadlight: fixed 1 finding in 1 file.');
    assert.equal(
      said({ findings: 18, files: 6, leaves: 4, moved: 3, open: 1 }),
      'Loadlight: fixed 18 findings in 6 files. ' +
        '4 have a fix that may change what the code does: review them one by one. ' +
        '1 file is open and not saved. 3 files were left: they changed meanwhile.'
    );
    assert.equal(
      said({ readOnly: 1, failed: 2, leftOut: 1, more: true }),
      'Loadlight: nothing was changed. 2 files could not be saved. 1 file was left: it is read-only. ' +
        '1 file was left: it is too large or not readable. There are more files than are looked at in one go.'
    );
  });

  it('do not let what was not looked at pass for clean', () => {
    assert.equal(
      SAFE_FIX_WORDS.nothing({ ...NONE, leftOut: 2 }, english, 'en'),
      'Loadlight: there is no finding here with a safe fix. 2 files were left: they are too large or not readable.'
    );
  });
});

describe('the words of a credential that is taken out', () => {
  const TAKEN: FixCounts = { ...NONE, findings: 5, files: 3, leaves: 1 };

  it('count places, and say what is left and that it is to be revoked', () => {
    const { message, detail } = TAKE_OUT_WORDS.question(TAKEN, english, 'en');
    assert.equal(message, 'Take the credential out of 5 places in 3 files?');
    assert.match(detail, /\n\n1 file holds it where no look-up can stand: take it out there yourself\.$/);
    assert.match(
      TAKE_OUT_WORDS.outcome(TAKEN, english, 'en'),
      /^Loadlight: the credential is taken out of 5 places in 3 files\. Revoke it all the same/
    );
    assert.match(TAKE_OUT_WORDS.nothing({ ...TAKEN, files: 0 }, english, 'en'), /no place .* 1 file holds it/);
  });
});
