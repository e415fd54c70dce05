import { deepEqual, equal } from 'node:assert/strict';
import type { Secret } from '@loadlight/facts/fact';
import type { Part } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { sameSecrets, type SecretText } from './same-secrets.js';

const invent = inventSecrets(61);
const ALL = Array.from({ length: 120 }, () => invent.huggingface());

/** A cell for each value, and an output that shows all of them, one of them within a longer word. */
function document(values: readonly string[]): { readonly facts: readonly Secret[]; readonly texts: SecretText[] } {
  const cells = values.map((value, i): SecretText => {
    const part: Part = { kind: 'source', cell: `c${String(i)}` };
    return { part, lines: new TextLines(`t = "${value}"`) };
  });
  const part: Part = { kind: 'output', cell: 'c0', index: 0, mime: 'text/plain' };
  const shown = new TextLines(values.map((value, i) => (i === 7 ? `x${value}y` : `'${value}'`)).join('\n'));
  const facts = cells.map(({ part: own, lines }): Secret => ({
    kind: 'secret',
    provider: 'huggingface',
    label: 'hugging-face-token',
    by: 'shape',
    masked: 'hf_…',
    variable: 'HF_TOKEN',
    inCode: true,
    others: [],
    texts: [],
    place: { document: 'file:///a.ipynb', part: own, range: lines.range(5, lines.text.length - 1) },
    evidence: [],
    sureness: 'certain'
  }));
  return { facts, texts: [...cells, { part, lines: shown }] };
}

function othersOf(values: readonly string[]): unknown[] {
  const { facts, texts } = document(values);
  return sameSecrets(facts, texts, () => false).map(fact => (fact.kind === 'secret' ? fact.others : undefined));
}

describe('the places where a credential stands again', () => {
  it('are those behind the letter of an escape, too, and none within a longer word', () => {
    const [value = ''] = ALL;
    const part: Part = { kind: 'output', cell: 'c0', index: 0, mime: 'text/plain' };
    for (const [before, count] of [
      ['\\n', 1],
      ['\\t', 1],
      ['\\x', 0],
      ['n', 0],
      ['\n', 1]
    ] as const) {
      const { facts, texts } = document([value]);
      const lines = new TextLines(`"${before}${value}"`);
      const [fact] = sameSecrets(facts, [...texts.slice(0, 1), { part, lines }], () => false);
      equal(fact?.kind === 'secret' && fact.others.length, count, before);
    }
  });

  it('are the same however many credentials there are', () => {
    const many = othersOf(ALL);
    deepEqual(many.slice(0, 40), othersOf(ALL.slice(0, 40)));
    equal(many.flat().length, ALL.length - 1);
  });
});
