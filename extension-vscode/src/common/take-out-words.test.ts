import assert from 'node:assert/strict';
import type { FixCounts } from './fix-words.js';
import { TAKE_OUT_WORDS } from './take-out-words.js';

const COUNTS: FixCounts = {
  findings: 5,
  files: 3,
  leaves: 1,
  moved: 0,
  readOnly: 0,
  leftOut: 0,
  more: false,
  open: 0,
  failed: 0
};
const english = (text: string, ...args: (string | number)[]): string =>
  text.replaceAll(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

describe('the words of a credential that is taken out', () => {
  it('count places, and say what is left and that it is to be revoked', () => {
    const { message, detail } = TAKE_OUT_WORDS.question(COUNTS, english, 'en');
    assert.equal(message, 'Take the credential out of 5 places in 3 files?');
    assert.match(detail, /\n\n1 file holds it where no look-up can stand: take it out there yourself\.$/);
    assert.match(
      TAKE_OUT_WORDS.outcome(COUNTS, english, 'en'),
      /^Loadlight: the credential is taken out of 5 places in 3 files\. Revoke it all the same/
    );
    assert.match(TAKE_OUT_WORDS.nothing({ ...COUNTS, files: 0 }, english, 'en'), /no place .* 1 file holds it/);
  });
});
