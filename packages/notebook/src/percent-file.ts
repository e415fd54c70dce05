import type { Magic } from '@loadlight/facts/magic';
import type { Range } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import { readCell } from './blank-magics.js';
import { afterLineBreak, endOfLine, endOfString } from './python-lexer.js';

/** The first line of a cell, as VS Code, Spyder, PyCharm and jupytext take it. */
const MARKER = /^#[ \t]*%%/m;
/** A cell whose first line of code is a cell magic: what follows need not be Python. */
const CELL_MAGIC = /^(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r))*[ \t]*%%/;
const ODD = /["'#\r\n]/g;

/** What Databricks writes before a cell that is no Python: `# MAGIC %sh ls`. */
const DATABRICKS = /^# MAGIC(?: |$)/;

/** A file's text as Python can read it, and what was blanked. */
export interface FileText {
  /** As long as the file's text, with its line breaks where they were. */
  readonly text: string;
  readonly magics: readonly Magic[];
}

/**
 * The text of a `.py` file as Python can read it: where lines such as `# %%` divide it into cells, what IPython reads and
 * Python does not is blanked cell by cell, and every position stays. A file without such a line is as it was. The magics
 * of a Databricks export stand in comments, which stay.
 */
export function readPercentFile(text: string): FileText {
  if (!MARKER.test(text)) return { text, magics: text.startsWith('# Databricks notebook') ? databricks(text) : [] };
  const cells: string[] = [];
  const magics: Magic[] = [];
  let line = 0;
  for (let at = 0; at < text.length;) {
    const end = endOfCell(text, at);
    const source = text.slice(at, end);
    const cell = readCell(source);
    cells.push(cell.text);
    magics.push(...cell.magics.map(magic => moved(magic, line)));
    line += source.split(/\r\n|\r|\n/).length - 1;
    at = end;
  }
  return { text: cells.join(''), magics };
}

/** Each run of `# MAGIC` lines is a cell of its own. */
function databricks(text: string): Magic[] {
  const magics: Magic[] = [];
  const lines = new TextLines(text);
  for (let line = 0; line < lines.count; line++) {
    const first = lines.line(line);
    if (!DATABRICKS.test(first)) continue;
    const from = line;
    const [, name = '', argument = ''] = /^# MAGIC %{1,2}(\S+)\s*(.*)$/.exec(first) ?? [];
    while (line + 1 < lines.count && DATABRICKS.test(lines.line(line + 1))) line++;
    if (name === '') continue;
    // The prefix is blanked and not cut, so that the body is where it was; a command on the first line is its body too.
    const start = { line: from, character: 0 };
    const end = { line, character: lines.line(line).length };
    const written = text.slice(lines.offset(start), lines.offset(end));
    const body = written.replace(/^# MAGIC(?: %{1,2}\S+)?/gm, prefix => ' '.repeat(prefix.length));
    const isCell = line > from || name === 'sh';
    const range = { start, end };
    magics.push({
      kind: isCell ? 'cell' : 'line',
      name,
      argument: argument.trim(),
      body,
      range,
      bodyRange: range
    });
  }
  return magics;
}

function moved(magic: Magic, lines: number): Magic {
  const down = ({ start, end }: Range): Range => ({
    start: { ...start, line: start.line + lines },
    end: { ...end, line: end.line + lines }
  });
  return { ...magic, range: down(magic.range), bodyRange: down(magic.bodyRange) };
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
