import { shownOfSecret } from '@loadlight/facts/shown-of-secret';

/** So much of a value tells that it is one, in UTF-16 units: it is more than is shown of any. */
const TELLING = 5;

/**
 * The text with the pieces of these values hidden that stand beside a `…`: a long path or line is cut, and the cut may go through a
 * credential.
 */
export function withoutCut(text: string, values: readonly string[]): string {
  let hidden = text;
  for (let at = hidden.lastIndexOf('…'); at >= 0; at = at > 0 ? hidden.lastIndexOf('…', at - 1) : -1) {
    const before = hidden.slice(0, at);
    const after = hidden.slice(at + 1);
    const rest = Math.max(0, ...values.map(value => endOf(value, after)));
    const [start, shown] = beginningIn(before, values) ?? [at, ''];
    hidden = `${hidden.slice(0, start)}${shown}…${after.slice(rest)}`;
    at = start + shown.length;
  }
  return hidden;
}

/** Where the text ends with the beginning of a value, and what may be shown of that. */
function beginningIn(text: string, values: readonly string[]): readonly [start: number, shown: string] | undefined {
  for (const value of values) {
    const head = value.slice(0, TELLING);
    const start = text.indexOf(head, Math.max(0, text.length - value.length));
    if (start >= 0 && value.startsWith(text.slice(start))) return [start, value.slice(0, shownOfSecret(value.length))];
  }
  return undefined;
}

/** So long is the end of the value with which the text begins; 0 where it does not. */
function endOf(value: string, text: string): number {
  const tail = value.slice(-TELLING);
  const at = text.slice(0, value.length).lastIndexOf(tail);
  const length = at + tail.length;
  return at >= 0 && value.endsWith(text.slice(0, length)) ? length : 0;
}
