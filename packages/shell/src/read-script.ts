import type { Command, Redirect, Word } from './command.js';
import { readWords, type Token } from './read-words.js';

/** More commands than this are not read. */
const MAX_COMMANDS = 2_000;

/** Words of the grammar that stand before a command. */
const BEFORE_COMMAND = new Set(['then', 'do', 'else', 'elif', 'if', 'while', 'until', '!', '{', 'time']);
const OPENS = new Set(['if', 'while', 'until', 'for', 'case', 'select']);
const CLOSES = new Set(['fi', 'done', 'esac']);
const ALONE = new Set(['fi', 'done', 'esac', '}', 'else', 'then', 'do']);

/**
 * The commands of a shell script in the order they stand in. Text that is no shell gives what could be read of it. With
 * `ipython`, `{…}` and `$name` are Python's (see `readWords`).
 */
export function readScript(script: string, ipython = false): Command[] {
  return new ScriptReader(readWords(script, ipython)).read();
}

class ScriptReader {
  private readonly commands: Command[] = [];
  private words: Word[] = [];
  private redirects: Redirect[] = [];
  private input: Command | undefined;
  private depth = 0;
  private subshell = 0;
  private afterOr = false;

  constructor(private readonly tokens: readonly Token[]) {}

  read(): Command[] {
    for (let i = 0; i < this.tokens.length && this.commands.length < MAX_COMMANDS; i++) {
      const token = this.tokens[i];
      if (!token) break;
      if (token.kind === 'word') {
        this.words.push(token);
        continue;
      }
      if (/[<>]/.test(token.text)) {
        const target = this.tokens[i + 1];
        if (/>&\d$/.test(token.text) || target?.kind !== 'word') continue;
        i++;
        if (/^(1?>>?|&>>?|<)$/.test(token.text))
          this.redirects.push({ operator: token.text === '<' ? '<' : '>', target });
        continue;
      }
      this.finish(token.text);
      if (token.text === '(') this.subshell++;
      if (token.text === ')') this.subshell = Math.max(0, this.subshell - 1);
    }
    this.finish('\n');
    return this.commands;
  }

  /** Closes the command that was read; `operator` says how the next one hangs on it. */
  private finish(operator: string): void {
    const words = this.strip();
    const [first] = words.length > 0 ? words : this.redirects.map(redirect => redirect.target);
    let command: Command | undefined;
    if (first) {
      const at = words.findIndex(word => assignment(word) === undefined);
      const head = at < 0 ? words : words.slice(0, at);
      command = {
        assignments: head.flatMap(word => assignment(word) ?? []),
        words: at < 0 ? [] : words.slice(at),
        redirects: this.redirects,
        input: this.input,
        conditional: this.depth > 0 || this.afterOr,
        subshell: this.subshell,
        start: first.start,
        end: Math.max(...[...words, ...this.redirects.map(redirect => redirect.target)].map(word => word.end))
      };
      this.commands.push(command);
    }
    this.input = operator === '|' ? command : undefined;
    this.afterOr = operator === '||' || (operator === '&&' && this.afterOr);
    this.words = [];
    this.redirects = [];
  }

  /** Takes the grammar's own words off, and counts how deep in `if` and `for` the command stands. */
  private strip(): Word[] {
    const { words } = this;
    let from = 0;
    for (; from < words.length; from++) {
      const word = words[from];
      const text = word && plain(word);
      if (text === undefined) break;
      if (OPENS.has(text)) this.depth++;
      if (CLOSES.has(text)) this.depth = Math.max(0, this.depth - 1);
      // `for x in …` and `case x in …` say no command.
      if (text === 'for' || text === 'case' || text === 'select') return [];
      if (!BEFORE_COMMAND.has(text) && !ALONE.has(text)) break;
    }
    return words.slice(from);
  }
}

function plain(word: Word): string | undefined {
  const [only, ...others] = word.pieces;
  return others.length === 0 && only?.kind === 'text' ? only.text : undefined;
}

function assignment(word: Word): { name: string; value: Word } | undefined {
  const [first, ...rest] = word.pieces;
  const found = first?.kind === 'text' ? /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(first.text) : null;
  if (!found) return undefined;
  const [, name = '', value = ''] = found;
  return { name, value: { ...word, pieces: [{ kind: 'text', text: value }, ...rest] } };
}
