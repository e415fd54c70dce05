import { TextLines } from '@loadlight/facts/text-lines';
import { cellMagicLanguage } from './cell-magics.js';
import { automagicName, statementOffset } from './line-magics.js';
import type { Magic } from '@loadlight/facts/magic';
import { afterLineBreak, endOfCommand, endOfLine, readLogicalLine } from './python-lexer.js';

/** A cell's text as Python can read it. */
export interface CellText {
  /** `python`, or what a cell magic makes of the cell: `bash`, `html` … */
  readonly language: string;
  /** As long as the cell's text, with its line breaks where they were; all blank where the language is another one. */
  readonly text: string;
  /** What was blanked, in order. */
  readonly magics: readonly Magic[];
}

/**
 * Replaces what IPython reads and Python does not (magics, shell and help lines, prompts, bare commands) by blanks of the same
 * length, so that every position stays. The statement of `%time y = f()` stays; an indented line becomes `pass`, so that
 * a body of nothing else still parses; what is assigned from a magic becomes `_`.
 */
export function readCell(text: string): CellText {
  return new CellReader(text).read();
}

/** Names that begin a statement that cannot stand after `pass;`. */
const COMPOUND = /^(?:(?:for|while|if|with|try|def|class|async|match)\b|@)/;

class CellReader {
  private readonly magics: Magic[] = [];
  private readonly pieces: string[] = [];
  /** Everything before it is in `pieces`. */
  private done = 0;
  private textLines: TextLines | undefined;

  private readonly text: string;

  constructor(written: string) {
    this.text = blankPrompts(written);
  }

  read(): CellText {
    const { text } = this;
    let at = 0;
    let first = true;
    while (at < text.length) {
      const start = skipBlanks(text, at);
      if (first && text.startsWith('%%', start)) {
        const language = this.cellMagic(start);
        if (language !== 'python') return { language, text: blank(text), magics: this.magics };
        at = this.nextLine(endOfLine(text, start));
        continue;
      }
      if (text[start] !== '#' && !isLineEnd(text, start)) first = false;
      at = this.nextLine(this.logicalLine(start, start - at));
    }
    this.pieces.push(text.slice(this.done));
    return { language: 'python', text: this.pieces.join(''), magics: this.magics };
  }

  private nextLine(end: number): number {
    return afterLineBreak(this.text, end) ?? this.text.length;
  }

  /** Takes the logical line whose first character is at `start`; says where it ends. */
  private logicalLine(start: number, indent: number): number {
    const { text } = this;
    const char = text[start] ?? '';
    if (char === '%') return this.percentLine(start, indent);
    if (char === '!') return this.command('shell', '', start, text[start + 1] === '!' ? start + 2 : start + 1, indent);
    if (char === '?' || char === ',' || char === ';' || char === '/') {
      return this.command('help', '', start, start + 1, indent);
    }
    const name = automagicName(text.slice(start, Math.min(endOfLine(text, start), start + 200)));
    if (name !== undefined) return this.command('automagic', name, start, start + name.length, indent);
    return this.pythonLine(start, start, indent);
  }

  /** A line of Python from `from`, which may assign a magic or end in a question mark. */
  private pythonLine(start: number, from: number, indent: number): number {
    const { text } = this;
    const head = readLogicalLine(text, from, true);
    if (head.assigned !== undefined) {
      const value = skipBlanks(text, head.assigned);
      if (/^(?:! *\S|%{1,2}[A-Za-z_])/.test(text.slice(value, value + 40))) return this.assignedMagic(value);
    }
    const whole = head.assigned === undefined ? head : readLogicalLine(text, from, false);
    if (whole.last === '?') {
      const body = text.slice(start, whole.end);
      this.magics.push(this.magic('help', '', '', start, whole.end, start, start + body.length));
      this.replace(start, whole.end, indent > 0 ? 'statement' : '');
    }
    return whole.end;
  }

  private percentLine(start: number, indent: number): number {
    const { text } = this;
    const nameEnd = endOfName(text, start);
    const name = text.slice(start, nameEnd).replace(/^%+/, '');
    const offset = statementOffset(name, text.slice(nameEnd, endOfLine(text, nameEnd)));
    if (offset === undefined) return this.command('line', name, start, nameEnd, indent);
    return this.statement(name, start, nameEnd, nameEnd + offset, false);
  }

  /** Keeps the statement at `at`; with `pass;` before it the line's indent stays what it was. */
  private statement(name: string, start: number, nameEnd: number, at: number, assigned: boolean): number {
    const simple = !COMPOUND.test(this.text.slice(at, at + 8));
    this.replace(start, at, simple && !assigned ? 'prefix' : '');
    const index = this.magics.length;
    const end = this.pythonLine(at, at, 0);
    this.magics.splice(index, 0, this.magic('line', name, '', start, end, nameEnd, end));
    return end;
  }

  /** `y = %magic …`, `y = !command`: the value becomes `_`; `y = %time f()` keeps what is run. */
  private assignedMagic(start: number): number {
    const { text } = this;
    if (text[start] === '!') {
      const end = endOfCommand(text, start);
      this.magics.push(this.magic('shell', '', '', start, end, start + 1, end));
      this.replace(start, end, 'value');
      return end;
    }
    const nameEnd = endOfName(text, start);
    const name = text.slice(start, nameEnd).replace(/^%+/, '');
    const offset = statementOffset(name, text.slice(nameEnd, endOfLine(text, nameEnd)));
    if (offset !== undefined) return this.statement(name, start, nameEnd, nameEnd + offset, true);
    const end = endOfCommand(text, start);
    this.magics.push(this.magic('line', name, '', start, end, nameEnd, end));
    this.replace(start, end, 'value');
    return end;
  }

  /** Blanks a whole line with the lines that it goes on in. */
  private command(kind: Magic['kind'], name: string, start: number, bodyStart: number, indent: number): number {
    const end = endOfCommand(this.text, start);
    this.magics.push(this.magic(kind, name, '', start, end, Math.min(bodyStart, end), end));
    this.replace(start, end, indent > 0 ? 'statement' : '');
    return end;
  }

  private cellMagic(start: number): string {
    const { text } = this;
    const lineEnd = endOfLine(text, start);
    const [, name = '', argument = ''] = /^%%(\S*)[ \t]*(.*)$/.exec(text.slice(start, lineEnd)) ?? [];
    const language = cellMagicLanguage(name, argument);
    const bodyStart = this.nextLine(lineEnd);
    this.magics.push(this.magic('cell', name, argument.trim(), start, text.length, bodyStart, text.length));
    const offset = name === 'timeit' ? statementOffset(name, text.slice(start + 8, lineEnd)) : undefined;
    if (offset === undefined) this.replace(start, lineEnd, '');
    else this.replace(start, start + 8 + offset, 'prefix');
    return language;
  }

  private magic(
    kind: Magic['kind'],
    name: string,
    argument: string,
    start: number,
    end: number,
    bodyStart: number,
    bodyEnd: number
  ): Magic {
    const lines = (this.textLines ??= new TextLines(this.text));
    const leading = kind === 'cell' ? 0 : (/^[ \t]*/.exec(this.text.slice(bodyStart, bodyEnd))?.[0].length ?? 0);
    const from = bodyStart + leading;
    return {
      kind,
      name,
      argument,
      body: this.text.slice(from, bodyEnd),
      range: lines.range(start, end),
      bodyRange: lines.range(from, bodyEnd)
    };
  }

  /** Blanks from `start` to `end`; a word that keeps the Python whole stands at the beginning where it fits. */
  private replace(start: number, end: number, role: '' | 'statement' | 'prefix' | 'value'): void {
    const blanks = blank(this.text.slice(start, end));
    const room = endOfLine(this.text, start) - start;
    const word = { '': '', statement: room >= 4 ? 'pass' : '_', prefix: 'pass;', value: '_' }[role];
    this.pieces.push(this.text.slice(this.done, start), word, blanks.slice(word.length));
    this.done = end;
  }
}

/** Pasted from a console: where the first line has a prompt, it goes from every line. */
function blankPrompts(text: string): string {
  const prompts = [/^[ \t]{0,8}(?:>>>|\.\.\.)(?: |$)/gm, /^[ \t]{0,8}(?:In \[\d*\]: ?| *\.\.\.+: ?)/gm];
  const first = text.slice(skipBlankLines(text));
  const prompt = /^>>>(?: |$)/m.test(first.slice(0, 4))
    ? prompts[0]
    : /^In \[\d*\]: /.test(first)
      ? prompts[1]
      : undefined;
  return prompt ? text.replace(prompt, blank) : text;
}

function skipBlankLines(text: string): number {
  return /\S/.exec(text)?.index ?? text.length;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\f') at++;
  return at;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}

/** After the `%`s and the name: magics' names hold letters, digits, `_` and a few signs. */
function endOfName(text: string, start: number): number {
  let at = start;
  while (text[at] === '%') at++;
  while (/[\w.\-[\]]/.test(text[at] ?? '')) at++;
  return at;
}
