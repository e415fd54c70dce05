/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** More pieces than this are not tried one by one. */
const MAX_PIECES = 200;

/** A line that goes on with the statement above it. */
const GOES_ON = /^(?:[ \t)\]}#]|$|(?:else|elif|except|finally|case)\b)/;
/** A line that begins a statement, whatever brackets are open above it. */
const BEGINS = /^(?:(?:import|from|def|class|if|for|while|with|try|return|async|del|assert|raise)\b|@|[\w.]+\s*=[^=])/;

/**
 * The statements that keep their neighbours from being read: those of the bad stretches that do not parse alone. None
 * where a bad stretch is one statement only, because then nothing else is in it.
 */
export function culprits(text: string, bad: readonly Stretch[], parses: (piece: string) => boolean): Stretch[] {
  const pieces = statementsOf(text);
  const found: Stretch[] = [];
  let tried = 0;
  for (const stretch of bad) {
    const inside = pieces.filter(piece => piece.start < stretch.end && piece.end > stretch.start);
    if (inside.length < 2) continue;
    for (const piece of inside) {
      if (++tried > MAX_PIECES) return found;
      const known = found.some(other => other.start === piece.start);
      if (!known && !parses(text.slice(piece.start, piece.end))) found.push(piece);
    }
  }
  return found;
}

/** The text with those stretches blanked; line breaks stay. */
export function without(text: string, gone: readonly Stretch[]): string {
  let mended = '';
  let at = 0;
  for (const { start, end } of [...gone].sort((a, b) => a.start - b.start)) {
    mended += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return mended + text.slice(at);
}

/** Top-level statements by their lines alone, as a reader sees them in a text that does not parse. */
function statementsOf(text: string): Stretch[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let at = 0;
  let skipTo = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const line = text.slice(at, lineEnd);
    const last = found.at(-1);
    const isNew = at >= skipTo && !GOES_ON.test(line) && (depth <= 0 || BEGINS.test(line));
    if (isNew || !last) {
      found.push({ start: at, end: lineEnd });
      depth = 0;
    } else last.end = lineEnd;
    if (at >= skipTo) {
      depth += brackets(line);
      skipTo = endOfTripleQuotes(text, at, lineEnd);
    }
    at = lineEnd;
  }
  return found;
}

/** After the string with three quotes that the line opens; the line's end where it opens none that is closed. */
function endOfTripleQuotes(text: string, start: number, lineEnd: number): number {
  const open = /("""|''')/g;
  open.lastIndex = start;
  for (let match = open.exec(text); match && match.index < lineEnd; match = open.exec(text)) {
    const close = text.indexOf(match[0], match.index + 3);
    if (close < 0) return lineEnd;
    if (close >= lineEnd) return close + 3;
    open.lastIndex = close + 3;
  }
  return lineEnd;
}

/** How many more brackets the line opens than it closes, strings and comments left out. */
function brackets(line: string): number {
  const code = line.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '').replace(/#.*$/, '');
  return (code.match(/[([{]/g)?.length ?? 0) - (code.match(/[)\]}]/g)?.length ?? 0);
}

/** Offset after the line break. */
function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
