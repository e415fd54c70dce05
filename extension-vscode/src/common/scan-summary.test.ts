import assert from 'node:assert/strict';
import { type Counts, summaryOf } from './scan-summary.js';

const NONE: Counts = { files: 0, errors: 0, warnings: 0, notes: 0, safe: 0, leftOut: 0, more: false };
const english = (text: string, ...args: (string | number)[]): string =>
  text.replaceAll(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const said = (counts: Partial<Counts>, cancelled = false): string =>
  summaryOf({ ...NONE, ...counts }, cancelled, english, 'en');

describe('the summary of a scan', () => {
  it('counts what was looked at and what was found', () => {
    assert.equal(said({ files: 12, errors: 1, warnings: 2 }), 'Loadlight: 12 files looked at; 1 error, 2 warnings.');
    assert.equal(
      said({ files: 2, warnings: 5, safe: 3 }),
      'Loadlight: 2 files looked at; 5 warnings; 3 have a safe fix.'
    );
    assert.equal(said({ files: 1 }), 'Loadlight: 1 file looked at; nothing to worry about.');
  });

  it('does not let a folder without files look clean', () => {
    assert.equal(said({}), 'Loadlight: there is no Python file and no notebook here.');
  });

  it('says what was left out, and that it was stopped', () => {
    assert.equal(
      said({ files: 3, notes: 1, leftOut: 2, more: true }, true),
      'Loadlight: stopped. 3 files looked at; 1 note; left out because too large or not readable: 2; there are more files than one scan takes.'
    );
  });
});
