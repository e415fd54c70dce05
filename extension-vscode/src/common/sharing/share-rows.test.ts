import assert from 'node:assert/strict';
import type { SharedItem, SharedReport } from '@loadlight/protocol/share';
import { cleanPath } from './clean-name.js';
import { copiedSentence, headOf, placesTakenOut, rowOf, shownItems, waysOf } from './share-rows.js';

const english = (text: string, ...args: (string | number)[]): string =>
  text.replaceAll(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const start = { line: 0, character: 0 };
const ITEM: SharedItem = {
  level: 'blocks',
  rule: 'LL303',
  name: 'secret-in-output',
  severity: 'error',
  page: 'loadlight-rule:/LL303.md',
  message: 'A token (`hf_a…`) is printed.',
  place: {
    cell: 2,
    cellId: 'c2',
    executionCount: 7,
    part: 'output',
    output: 0,
    mime: 'application/vnd.jupyter.stdout',
    range: { start, end: start }
  },
  where: 'Cell 3 output',
  excerpt: 'token: hf_a…',
  times: 2,
  redaction: { title: 'Redact', edits: [] },
  fixes: [],
  fingerprint: 'f',
  ignores: 'metadata'
};
const NOTE: SharedItem = { ...ITEM, level: 'note', severity: 'information', redaction: null };
const REPORT: SharedReport = {
  ready: false,
  verdict: 'Not ready: 1 thing',
  items: [ITEM, NOTE],
  ignored: 1,
  looked: { cells: 12, outputs: 9 },
  notes: []
};

describe('a report in the view', () => {
  it('says in a line what stands where, with shape, colour and words', () => {
    assert.deepEqual(rowOf(ITEM, english), {
      label: 'Cell 3 output [7]',
      description: 'A token (hf_a…) is printed. (2 times)',
      tooltip: 'A token (hf_a…) is printed. (2 times)\n\ntoken: hf_a…\n\nLL303 secret-in-output\n\nRedact',
      icon: 'circle-filled',
      colour: 'problemsErrorIcon.foreground',
      spoken: 'Blocks: Cell 3 output [7]. A token (hf_a…) is printed. (2 times)',
      context: 'item fix ignore'
    });
  });

  it('offers no way of ignoring in metadata of the whole notebook, and no fix in the editor for an attachment', () => {
    assert.equal(rowOf({ ...NOTE, place: { ...ITEM.place, cell: null } }, english).context, 'item');
    assert.equal(rowOf({ ...NOTE, ignores: null }, english).context, 'item');
    const attached = { ...ITEM.place, part: 'attachment' as const, newText: '' };
    assert.deepEqual(waysOf({ ...ITEM, redaction: { title: 'Redact', edits: [attached] } }), []);
  });

  it('counts what is only better practice, and what the copy is without', () => {
    assert.deepEqual(shownItems(REPORT), [ITEM]);
    assert.equal(placesTakenOut(REPORT), 2);
    assert.equal(
      headOf('a.ipynb', REPORT, true, english),
      'a.ipynb: Not ready: 1 thing · changed since, save it to look again · Cells looked at: 12 · Outputs looked at: 9 · Notes: 1 · Ignored: 1'
    );
  });

  it('says what was written', () => {
    const said = (removed: number): string =>
      copiedSentence('a-clean.ipynb', removed, { ...REPORT, verdict: 'Ready to share' }, english, 'en');
    assert.equal(said(2), 'Loadlight: a-clean.ipynb is written; 2 places were taken out. Ready to share.');
    assert.equal(said(0), 'Loadlight: a-clean.ipynb is written; nothing had to be taken out. Ready to share.');
  });

  it('names the copy beside the notebook', () => {
    assert.equal(cleanPath('/a/train.ipynb'), '/a/train-clean.ipynb');
    assert.equal(cleanPath('/a.ipynb/Untitled'), '/a.ipynb/Untitled-clean.ipynb');
  });
});
