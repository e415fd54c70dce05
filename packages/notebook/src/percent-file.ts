import { readCell } from './blank-magics.js';
import { afterLineBreak, endOfLine, endOfString } from './python-lexer.js';

/** The first line of a cell, as VS Code, Spyder, PyCharm and jupytext take it. */
const MARKER = /^#[ \t]*%%/m;
/** A cell whose first line of code is a cell magic: what follows need not be Python. */
const CELL_MAGIC = /^(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r))*[ \t]*%%/;
const ODD = /["'#\r\n]/g;

/**
 * The text of a `.py` file as Python can read it: where lines such as `# %%` divide it into cells, what IPython reads and
 * Python does not is blanked cell by cell, and every position stays. A file without such a line is as it was.
 */
export function readPercentFile(text: string): string {
  if (!MARKER.test(text)) return text;
  const cells: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = endOfCell(text, at);
    cells.push(readCell(text.slice(at, end)).text);
    at = end;
  }
  return cells.join('');
}

/** Offset of the next marker after the line at `start`, or the text's end. One inside a string is none. */
function endOfCell(text: string, start: number): number {
  const plain = CELL_MAGIC.test(text.slice(start, start + 2000));
  let at = nextLine(text, endOfLine(text, start));
  while (at < text.length) {
    if (MARKER.test(text.slice(at, endOfLine(text, at)))) return at;
    at = nextLine(text, plain || isCommand(text, at) ? endOfLine(text, at) : endOfStrings(text, at));
  }
  return text.length;
}

/** Offset of the end of the line at `from`, or of that in which the last string of it ends. */
function endOfStrings(text: string, from: number): number {
  let at = from;
  for (;;) {
    ODD.lastIndex = at;
    const odd = ODD.exec(text)?.index ?? text.length;
    if (text[odd] !== '"' && text[odd] !== "'") return endOfLine(text, odd);
    at = endOfString(text, odd);
  }
}

/** Quotes in a command are the shell's. */
function isCommand(text: string, at: number): boolean {
  return /^[ \t]*[%!]/.test(text.slice(at, endOfLine(text, at)));
}

function nextLine(text: string, end: number): number {
  return afterLineBreak(text, end) ?? text.length;
}
