import type { Secret } from '@loadlight/facts/fact';
import type { Part, Position } from '@loadlight/facts/place';
import { shortenedSecret } from '@loadlight/facts/shown-of-secret';
import type { RawSecret } from './raw-secret.js';

/**
 * The facts of one part's secrets. `masked` is a few of the first characters of the value and `…`; nothing else of it
 * is kept. `inCode` is false: only who knows
 * the language can tell. `others` and `texts` are empty: only who has the whole document can tell.
 */
export function secretFacts(raw: readonly RawSecret[], text: string, document: string, part: Part): Secret[] {
  const starts = lineStarts(text);
  return raw.map(({ start, end, ...said }) => ({
    kind: 'secret',
    place: { document, part, range: { start: positionAt(starts, start), end: positionAt(starts, end) } },
    evidence: [],
    sureness: 'certain',
    ...said,
    masked: shortenedSecret(text.slice(start, end)),
    inCode: false,
    others: [],
    texts: []
  }));
}

/** Offsets at which lines begin; `\n`, `\r\n` and `\r` end one, as for editors. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (starts[low] ?? 0) };
}
