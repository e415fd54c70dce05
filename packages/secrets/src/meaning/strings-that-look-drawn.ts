import type { Difference } from '@loadlight/facts/text-difference';
import { withoutEscapes } from './places.js';
import { isUuid, looksLikePassword, looksRandom } from './looks-random.js';

/** Whether some string looks drawn at random, as keys and tokens are, or like a password that somebody chose. */
interface Looks {
  readonly drawn: boolean;
  readonly chosen: boolean;
}

/** What stands between two quotes of one kind, without blanks. The quote that ends it may begin the next. */
const IN_QUOTES = /(["'])([^"'\\\s]{6,400})(?=\1)/g;

/** The same with quotes or backslashes in it. */
const WITH_QUOTES = /(["'])(?=[^\s"']{0,130}["'\\])((?:(?!\1)[^\\\s]|\\[!-~]){6,130})(?=\1)/g;

/** One word of both cases and digits, as some services give out, by chance with pairs of letters as in words. */
function isMixed(value: string): boolean {
  return /^[A-Za-z0-9]{25,64}$/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}

/** What the strings in the code look like. */
export function stringsThatLookDrawn(code: string): Looks {
  let drawn = false;
  let chosen = false;
  for (const [, , value = ''] of code.matchAll(IN_QUOTES)) {
    if (!/[^A-Za-z_.,/:()<>[\]{}-]/.test(value)) continue;
    drawn ||= looksRandom(value) || isUuid(value) || isMixed(value);
    chosen ||= looksLikePassword(value);
    if (drawn && chosen) break;
  }
  if (chosen) return { drawn, chosen };
  for (const [, , value = ''] of code.matchAll(WITH_QUOTES)) {
    if (looksLikePassword(withoutEscapes(value, 'r') ?? '') || looksLikePassword(withoutEscapes(value) ?? ''))
      return { drawn, chosen: true };
  }
  return { drawn, chosen };
}

/** The same of a code that came from one whose strings looked so; mostly only the lines that differ are looked at. */
export function stringsThatLookDrawnNow(
  code: string,
  before: string,
  looked: Looks,
  { start, oldEnd, newEnd }: Difference
): Looks {
  const gone = stringsThatLookDrawn(linesAround(before, start, oldEnd));
  if (gone.drawn || gone.chosen) return stringsThatLookDrawn(code);
  const now = stringsThatLookDrawn(linesAround(code, start, newEnd));
  return { drawn: looked.drawn || now.drawn, chosen: looked.chosen || now.chosen };
}

/** Whole lines: no string that counts goes over several. */
function linesAround(text: string, start: number, end: number): string {
  const next = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, next < 0 ? undefined : next);
}
