const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** What ended a stretch of Python code that is read character by character. */
export interface Stretch {
  /** Offset of the line break that ends the logical line, or of the text's end. */
  readonly end: number;
  /** Offset after the `=` of the first assignment outside brackets; undefined where there is none. */
  readonly assigned: number | undefined;
  /** The last character of code that is neither blank nor comment, outside strings and brackets; empty inside them. */
  readonly last: string;
}

/**
 * Reads one logical line from `from`: over strings (triple-quoted ones too), comments, open brackets and `\` at a line's
 * end. `stopAtAssignment` ends it after the `=`. Text that is no Python ends somewhere, never beyond the text.
 */
export function readLogicalLine(text: string, from: number, stopAtAssignment: boolean): Stretch {
  let depth = 0;
  let last = '';
  let i = from;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE || unit === DOUBLE_QUOTE) {
      i = endOfString(text, i);
      last = '';
      continue;
    }
    const char = text[i] ?? '';
    if (char === '#') {
      i = endOfLine(text, i);
      continue;
    }
    if (unit === BACKSLASH) {
      i = afterLineBreak(text, i + 1) ?? i + 1;
      continue;
    }
    if (char === '\n' || char === '\r') {
      if (depth === 0) break;
    } else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
    else if (char === '=' && depth === 0 && stopAtAssignment && isAssignment(text, i)) {
      return { end: i + 1, assigned: i + 1, last: '=' };
    }
    if (char !== ' ' && char !== '\t' && char !== '\f') last = depth === 0 ? char : '';
    i++;
  }
  return { end: i, assigned: undefined, last };
}

function isAssignment(text: string, at: number): boolean {
  return text[at + 1] !== '=' && !'=!<>:+-*/%&|^@'.includes(text[at - 1] ?? ' ');
}

/** Offset after the string that begins at `at`; one that is not closed ends with its line, or triple-quoted with the text. */
export function endOfString(text: string, at: number): number {
  const quote = text[at] ?? '';
  const triple = text.startsWith(quote.repeat(3), at);
  const close = triple ? quote.repeat(3) : quote;
  let i = at + close.length;
  while (i < text.length) {
    if (text.charCodeAt(i) === BACKSLASH) {
      i = afterLineBreak(text, i + 1) ?? i + 2;
      continue;
    }
    if (text.startsWith(close, i)) return i + close.length;
    if (!triple && (text[i] === '\n' || text[i] === '\r')) return i;
    i++;
  }
  return text.length;
}

/** Offset of the line break at or after `from`, or the text's end. */
export function endOfLine(text: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}

/** Offset of the line break that ends a command: a line that ends in `\` goes on. */
export function endOfCommand(text: string, from: number): number {
  let end = endOfLine(text, from);
  while (end > from && text[end - 1] === '\\' && end < text.length)
    end = endOfLine(text, afterLineBreak(text, end) ?? end);
  return end;
}

/** Offset after the line break at `at`; undefined where there is none. */
export function afterLineBreak(text: string, at: number): number | undefined {
  if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1;
  return text[at] === '\n' ? at + 1 : undefined;
}
