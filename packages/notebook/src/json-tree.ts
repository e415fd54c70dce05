import { createScanner, type JSONScanner, type SyntaxKind } from 'jsonc-parser';
import type { Limits } from './limits.js';

/** A JSON value with where it stands; `start` and `end` are offsets in the file's text. */
export type JsonNode =
  | { readonly kind: 'object'; readonly start: number; end: number; readonly members: Map<string, JsonNode> }
  | { readonly kind: 'array'; readonly start: number; end: number; readonly items: JsonNode[] }
  /** `start` and `end` hold the quotes too. */
  | { readonly kind: 'string'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'scalar';
      readonly start: number;
      readonly end: number;
      readonly value: number | boolean | null;
    };

export type JsonObject = Extract<JsonNode, { kind: 'object' }>;
type JsonArray = Extract<JsonNode, { kind: 'array' }>;
export type JsonString = Extract<JsonNode, { kind: 'string' }>;

/** Why the text is no JSON, and the offset where that shows. */
export class JsonError extends Error {
  constructor(
    readonly reason: 'broken-json' | 'too-deep' | 'too-large',
    message: string,
    readonly offset: number
  ) {
    super(message);
  }
}

// jsonc-parser declares its token kinds as a const enum, which separate compilation of files cannot read.
const OPEN_BRACE: SyntaxKind = 1;
const CLOSE_BRACE: SyntaxKind = 2;
const OPEN_BRACKET: SyntaxKind = 3;
const CLOSE_BRACKET: SyntaxKind = 4;
const COMMA: SyntaxKind = 5;
const COLON: SyntaxKind = 6;
const NULL: SyntaxKind = 7;
const TRUE: SyntaxKind = 8;
const FALSE: SyntaxKind = 9;
const STRING: SyntaxKind = 10;
const NUMBER: SyntaxKind = 11;
const LINE_BREAK: SyntaxKind = 14;
const WHITESPACE: SyntaxKind = 15;
const UNKNOWN: SyntaxKind = 16;
const END: SyntaxKind = 17;

/**
 * Reads strict JSON with the offsets of every value; of a key that stands twice the last counts, as in JSON.parse. `NaN` and
 * `Infinity` are taken too, because Python's json module writes them. A byte order mark is skipped. Throws JsonError.
 */
export function parseJson(text: string, limits: Limits): JsonNode {
  return new TreeReader(text, limits).read();
}

/** Strings from here on are worth a search of their own, in UTF-16 units; blanks that JSON has. */
const LONG = 4096;
const BLANK = ' \t\r\n';

class TreeReader {
  private readonly scanner: JSONScanner;
  private token: SyntaxKind = UNKNOWN;
  private values = 0;
  /** Of the token, quotes included. */
  private offset = 0;
  private length = 0;
  private readonly nextOf = { '\\': -1, '\n': -1 };

  constructor(
    private readonly text: string,
    private readonly limits: Limits
  ) {
    this.scanner = createScanner(text, false);
    if (text.charCodeAt(0) === 0xfeff) this.scanner.setPosition(1);
  }

  read(): JsonNode {
    this.next();
    const node = this.value(0);
    if (this.token !== END) this.fail('there is more after the end of the JSON value');
    return node;
  }

  private next(): void {
    if (this.longString()) return;
    do this.token = this.scanner.scan();
    while (this.token === LINE_BREAK || this.token === WHITESPACE);
    this.offset = this.scanner.getTokenOffset();
    this.length = this.scanner.getTokenLength();
    if (this.scanner.getTokenError() !== 0 && this.token !== UNKNOWN) this.fail(this.tokenProblem());
  }

  /**
   * Passes over a long string without an escape, such as an image, with the engine's own search instead of character by character.
   * Of characters that must be escaped only line breaks are looked for in it.
   */
  private longString(): boolean {
    const { text } = this;
    let at = this.scanner.getPosition();
    while (BLANK.includes(text[at] ?? '.')) at++;
    if (text[at] !== '"') return false;
    const quote = text.indexOf('"', at + 1);
    if (quote - at < LONG || this.after('\\', at) < quote || this.after('\n', at) < quote) return false;
    [this.token, this.offset, this.length] = [STRING, at, quote + 1 - at];
    this.scanner.setPosition(quote + 1);
    return true;
  }

  /** Where that character stands next, at `from` or behind; remembered, so that all searches together are linear. */
  private after(character: '\\' | '\n', from: number): number {
    const known = this.nextOf[character];
    if (known >= from) return known;
    const found = this.text.indexOf(character, from);
    return (this.nextOf[character] = found < 0 ? Infinity : found);
  }

  /** Of a string token. */
  private stringText(): string {
    // One that was passed over is not the scanner's own.
    if (this.scanner.getTokenOffset() === this.offset) return this.scanner.getTokenValue();
    return this.text.slice(this.offset + 1, this.offset + this.length - 1);
  }

  private tokenProblem(): string {
    if (this.token === STRING) return 'this string is not closed or holds a character that must be escaped';
    if (this.token === NUMBER) return 'this number is cut off';
    return 'this is not JSON';
  }

  private fail(message: string): never {
    const cutOff = this.token === END;
    throw new JsonError('broken-json', cutOff ? 'the file ends too early' : message, this.offset);
  }

  private value(depth: number): JsonNode {
    const start = this.offset;
    if (depth > this.limits.depth)
      throw new JsonError('too-deep', `values nest deeper than ${this.limits.depth}`, start);
    if (++this.values > this.limits.values) {
      throw new JsonError('too-large', `there are more than ${this.limits.values} values`, start);
    }
    if (this.token === OPEN_BRACE) return this.object(start, depth);
    if (this.token === OPEN_BRACKET) return this.array(start, depth);
    const end = start + this.length;
    const node: JsonNode =
      this.token === STRING ? { kind: 'string', start, end } : { kind: 'scalar', start, end, value: this.scalar() };
    this.next();
    return node;
  }

  private scalar(): number | boolean | null {
    switch (this.token) {
      case NULL:
        return null;
      case TRUE:
        return true;
      case FALSE:
        return false;
      case NUMBER:
        return Number(this.scanner.getTokenValue());
      case UNKNOWN:
        return this.pythonNumber();
      default:
        return this.fail('a value is missing here');
    }
  }

  private pythonNumber(): number {
    const written = this.scanner.getTokenValue();
    if (written === 'NaN') return NaN;
    if (written === 'Infinity') return Infinity;
    const offset = this.offset;
    if (written === '-' && this.text.startsWith('-Infinity', offset)) {
      this.scanner.scan();
      return -Infinity;
    }
    return this.fail('this is not JSON');
  }

  private object(start: number, depth: number): JsonObject {
    const node: JsonObject = { kind: 'object', start, end: start, members: new Map() };
    this.next();
    if (this.token !== CLOSE_BRACE) {
      for (;;) {
        if (this.token !== STRING) this.fail('a key in double quotes is missing here');
        const key = this.stringText();
        if (this.limits.uniqueKeys && node.members.has(key))
          this.fail(`the key "${key.slice(0, 60)}" stands twice in this object`);
        this.next();
        if (this.token !== COLON) this.fail('a colon is missing here');
        this.next();
        node.members.set(key, this.value(depth + 1));
        if (this.token === CLOSE_BRACE) break;
        if (this.token !== COMMA) this.fail('a comma is missing here');
        this.next();
      }
    }
    node.end = this.offset + 1;
    this.next();
    return node;
  }

  private array(start: number, depth: number): JsonArray {
    const node: JsonArray = { kind: 'array', start, end: start, items: [] };
    this.next();
    if (this.token !== CLOSE_BRACKET) {
      for (;;) {
        node.items.push(this.value(depth + 1));
        if (this.token === CLOSE_BRACKET) break;
        if (this.token !== COMMA) this.fail('a comma is missing here');
        this.next();
      }
    }
    node.end = this.offset + 1;
    this.next();
    return node;
  }
}

/** The string that a literal stands for. */
export function stringValue(text: string, node: JsonString): string {
  const inner = text.slice(node.start + 1, node.end - 1);
  return inner.includes('\\') ? (JSON.parse(`"${inner}"`) as string) : inner;
}

/** The key of the member of an object whose value begins at that offset; undefined where it is no member's. */
export function keyBefore(text: string, value: number): JsonString | undefined {
  const colon = lastBefore(text, value);
  if (text[colon] !== ':') return undefined;
  const close = lastBefore(text, colon);
  let open = close - 1;
  while (open >= 0 && (text[open] !== '"' || isEscaped(text, open))) open--;
  return text[close] === '"' && open >= 0 ? { kind: 'string', start: open, end: close + 1 } : undefined;
}

/** Where the last character before the offset is that is no blank. */
function lastBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && BLANK.includes(text[at] ?? '.')) at--;
  return at;
}

/** An odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}
