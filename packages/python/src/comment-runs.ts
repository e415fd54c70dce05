/** A run of comment lines is left out where the lines times its length, in UTF-16 units, are more than this. */
const LONG = 50_000;

/** The most that reading the comments that are left may take, counted in the same way. */
const MOST = 60_000_000;

/** What must stay: a comment to us, what may be the end of a string that only looks like comments, and a second line behind a lone CR. */
const KEPT = /loadlight|"""|'''|\r./;

/**
 * The text with spaces in the place of long runs of lines with nothing but comments: at each of them the grammar's scanner
 * looks ahead to the first line of code, which takes the square of their number. Undefined where too much is left that
 * must stay.
 */
export function withoutLongComments(text: string): string | undefined {
  const pieces: string[] = [];
  let done = 0;
  let work = 0;
  for (const { start, end, lines } of commentRuns(text)) {
    if (lines * (end - start) <= LONG) continue;
    const thin = thinned(text.slice(start, end));
    pieces.push(text.slice(done, start), thin.text);
    done = end;
    work += thin.left * (end - start);
  }
  if (work > MOST) return undefined;
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done);
}

/** Stretches of whole lines that are comments or blank, with the number of comments; offsets in UTF-16 units. */
function* commentRuns(text: string): Generator<{ start: number; end: number; lines: number }> {
  let start = 0;
  let lines = 0;
  let at = 0;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    const first = firstOf(text, at, end);
    if (first === '#') {
      if (lines === 0) start = at;
      lines++;
    } else if (first !== undefined) {
      if (lines > 1) yield { start, end: at, lines };
      lines = 0;
    }
    at = end;
  }
  if (lines > 1) yield { start, end: text.length, lines };
}

/** The first character between the offsets that is no space. */
function firstOf(text: string, from: number, end: number): string | undefined {
  for (let i = from; i < end; i++) {
    const character = text[i];
    if (character !== ' ' && character !== '\t' && character !== '\r' && character !== '\n' && character !== '\f')
      return character;
  }
  return undefined;
}

function thinned(run: string): { text: string; left: number } {
  let left = 0;
  const text = run.replace(/[^\n]+/g, line => {
    if (!KEPT.test(line)) return line.endsWith('\r') ? `${' '.repeat(line.length - 1)}\r` : ' '.repeat(line.length);
    left++;
    return line;
  });
  return { text, left };
}
