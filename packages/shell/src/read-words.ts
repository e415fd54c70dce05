import type { Piece, Word } from './command.js';

/** What a script is made of: words, and the operators between them (`\n` for a line's end). */
export type Token =
  ({ readonly kind: 'word' } & Word) | { readonly kind: 'operator'; readonly text: string; readonly start: number };

/** A script longer than this (UTF-16 units) is read up to here. */
const MAX_LENGTH = 100_000;

/** An expansion is no longer than this, and no more here documents than that are told apart. */
const MAX_EXPANSION = 2_000;
const MAX_HERE_DOCUMENTS = 50;

const OPERATOR = /&>>|<<<|<<-|&&|\|\||;;|\d?>>|\d?>&\d?|&>|\d?>|<<|[<|;&()\n]/y;
const BLANK = /(?:[ \t\r\f]|\\\r?\n)+|#[^\n]*/y;
const ENDS_WORD = new Set([' ', '\t', '\r', '\f', '\n', ';', '&', '|', '<', '>', '(', ')']);

/**
 * The words and operators of a POSIX shell script, quotes and backslashes undone. With `ipython`, `{…}` and `$name` are
 * Python's wherever they stand, as IPython expands a line before a shell sees it.
 */
export function readWords(script: string, ipython: boolean): Token[] {
  return new WordReader(script.slice(0, MAX_LENGTH), ipython).read();
}

class WordReader {
  private at = 0;
  private pieces: Piece[] = [];
  private hereDocuments = 0;
  private readonly tokens: Token[] = [];

  constructor(
    private readonly text: string,
    private readonly ipython: boolean
  ) {}

  read(): Token[] {
    const { text } = this;
    while (this.at < text.length) {
      const before = this.at;
      BLANK.lastIndex = this.at;
      const blank = BLANK.exec(text);
      if (blank) {
        this.at = BLANK.lastIndex;
        continue;
      }
      OPERATOR.lastIndex = this.at;
      const operator = OPERATOR.exec(text);
      if (operator) {
        this.at = OPERATOR.lastIndex;
        this.tokens.push({ kind: 'operator', text: operator[0], start: before });
        if (operator[0] === '<<' || operator[0] === '<<-') this.skipHereDocument();
        continue;
      }
      this.word();
      if (this.at === before) this.at++;
    }
    return this.tokens;
  }

  private word(): void {
    const { text } = this;
    const start = this.at;
    this.pieces = [];
    while (this.at < text.length) {
      const char = text[this.at] ?? '';
      if (ENDS_WORD.has(char)) break;
      if (char === "'") this.singleQuoted();
      else if (char === '"') this.doubleQuoted();
      else if (char === '\\') {
        const next = text[this.at + 1] ?? '';
        if (next !== '\n') this.literal(next);
        this.at += 2;
      } else if (char === '*' || char === '?') {
        this.pieces.push({ kind: 'unknown' });
        this.at++;
      } else if (!this.expansion()) {
        this.literal(char);
        this.at++;
      }
    }
    this.tokens.push({ kind: 'word', pieces: this.pieces, start, end: this.at });
  }

  private singleQuoted(): void {
    const close = this.text.indexOf("'", this.at + 1);
    const end = close < 0 ? this.text.length : close;
    this.at++;
    while (this.at < end) {
      if (this.ipython && this.expansion()) continue;
      this.literal(this.text[this.at] ?? '');
      this.at++;
    }
    this.at = Math.max(this.at, end) + 1;
    if (this.pieces.length === 0) this.literal('');
  }

  private doubleQuoted(): void {
    const { text } = this;
    this.at++;
    if (this.pieces.length === 0) this.literal('');
    while (this.at < text.length && text[this.at] !== '"') {
      if (text[this.at] === '\\' && /[$`"\\\n]/.test(text[this.at + 1] ?? '')) {
        if (text[this.at + 1] !== '\n') this.literal(text[this.at + 1] ?? '');
        this.at += 2;
      } else if (!this.expansion()) {
        this.literal(text[this.at] ?? '');
        this.at++;
      }
    }
    this.at++;
  }

  /** Takes `$x`, `${x}`, `$(…)`, a command in backquotes, and with IPython `{x}`; false where none begins here. */
  private expansion(): boolean {
    const { text, at } = this;
    const char = text[at];
    if (char === '`') {
      const close = text.indexOf('`', at + 1);
      return this.take({ kind: 'unknown' }, close < 0 ? text.length : close + 1);
    }
    if (char === '{' && this.ipython) {
      if (text[at + 1] === '{') return this.take({ kind: 'text', text: '{' }, at + 2);
      const close = closing(text, at, '{', '}');
      const source = text.slice(at + 1, close - 1);
      if (source.trim() === '' || source.includes('\n')) return false;
      return this.take({ kind: 'python', source, start: at + 1 }, close);
    }
    if (char === '}' && this.ipython && text[at + 1] === '}') return this.take({ kind: 'text', text: '}' }, at + 2);
    if (char !== '$') return false;
    if (text[at + 1] === '(') return this.take({ kind: 'unknown' }, closing(text, at + 1, '(', ')'));
    if (text[at + 1] === '{') {
      const close = closing(text, at + 1, '{', '}');
      const name = /^[A-Za-z_]\w*$/.exec(text.slice(at + 2, close - 1))?.[0];
      return this.take(name === undefined ? { kind: 'unknown' } : { kind: 'variable', name, start: at + 2 }, close);
    }
    const dollars = /^\$\$?([A-Za-z_]\w*|[\d@*#?!-])/.exec(text.slice(at, at + 200));
    if (!dollars) return false;
    const [all, name = ''] = dollars;
    const start = at + all.length - name.length;
    return this.take(
      /^[A-Za-z_]/.test(name) ? { kind: 'variable', name, start } : { kind: 'unknown' },
      at + all.length
    );
  }

  private take(piece: Piece, to: number): true {
    this.pieces.push(piece);
    this.at = to;
    return true;
  }

  private literal(text: string): void {
    const last = this.pieces.at(-1);
    if (last?.kind === 'text') this.pieces[this.pieces.length - 1] = { kind: 'text', text: last.text + text };
    else this.pieces.push({ kind: 'text', text });
  }

  /** The lines of `<< WORD` are data; they go with the command's line left whole. */
  private skipHereDocument(): void {
    const word = /^[ \t]*(['"]?)([\w.-]+)\1/.exec(this.text.slice(this.at, this.at + 200));
    const lineEnd = this.text.indexOf('\n', this.at);
    if (!word || lineEnd < 0 || ++this.hereDocuments > MAX_HERE_DOCUMENTS) return;
    const close = new RegExp(`^[\\t ]*${(word[2] ?? '').replace(/[.-]/g, '\\$&')}[ \\t\\r]*$`, 'm');
    const body = this.text.slice(lineEnd + 1);
    const end = close.exec(body);
    const from = this.at + word[0].length;
    const rest = this.text.slice(from, lineEnd);
    const skipped = end ? lineEnd + 1 + end.index + end[0].length : this.text.length;
    // What follows on the same line is read with offsets as they are; the body is jumped over.
    const inner = new WordReader(' '.repeat(from) + rest, this.ipython);
    inner.at = from;
    this.tokens.push({ kind: 'word', pieces: [{ kind: 'unknown' }], start: this.at, end: from }, ...inner.read());
    this.at = skipped;
  }
}

/** Offset after the bracket that closes the one at `open`; the text's end (or the most that is looked at) where none does. */
function closing(text: string, open: number, left: string, right: string): number {
  let depth = 0;
  const most = Math.min(text.length, open + MAX_EXPANSION);
  for (let i = open; i < most; i++) {
    if (text[i] === left) depth++;
    else if (text[i] === right && --depth === 0) return i + 1;
  }
  return most;
}
