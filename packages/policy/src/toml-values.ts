import type { Range } from '@loadlight/facts/place';
import { parseTOML, type AST } from 'toml-eslint-parser';

/** A value of a TOML file with where it stands. */
export type TomlValue =
  | { readonly kind: 'string' | 'other'; readonly text: string; readonly range: Range }
  | { readonly kind: 'array'; readonly items: readonly TomlValue[]; readonly range: Range }
  | { readonly kind: 'table'; readonly entries: readonly TomlEntry[]; readonly range: Range };

export interface TomlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: TomlValue;
}

/** The text is no TOML: what the parser says, and where (0-based). */
export class TomlError extends Error {
  constructor(
    message: string,
    readonly range: Range
  ) {
    super(message);
  }
}

/** The file as one table; dotted keys and tables are nested. Throws TomlError. */
export function readToml(text: string): Extract<TomlValue, { kind: 'table' }> {
  const root = new Table({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  for (const node of parse(text).body[0].body) {
    if (node.type === 'TOMLKeyValue') root.at(node.key.keys.slice(0, -1)).add(node);
    else {
      const table = root.at(node.key.keys);
      for (const entry of node.body) table.at(entry.key.keys.slice(0, -1)).add(entry);
    }
  }
  return root.value();
}

function parse(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    if (error instanceof SyntaxError && 'lineNumber' in error && 'column' in error) {
      const at = { line: Math.max(0, Number(error.lineNumber) - 1), character: Math.max(0, Number(error.column)) };
      throw new TomlError(error.message, { start: at, end: { line: at.line, character: at.character + 1 } });
    }
    throw error;
  }
}

type Key = AST.TOMLBare | AST.TOMLQuoted;

/** A table that is still being filled: TOML may open it in several places. */
class Table {
  private readonly entries = new Map<string, { keyRange: Range; value: TomlValue | Table }>();

  constructor(private readonly range: Range) {}

  at(keys: readonly Key[]): Table {
    const [first, ...rest] = keys;
    if (!first) return this;
    const known = this.entries.get(nameOf(first))?.value;
    if (known instanceof Table) return known.at(rest);
    const made = new Table(rangeOf(first));
    this.entries.set(nameOf(first), { keyRange: rangeOf(first), value: made });
    return made.at(rest);
  }

  add(node: AST.TOMLKeyValue): void {
    const key = node.key.keys.at(-1);
    if (key) this.entries.set(nameOf(key), { keyRange: rangeOf(key), value: valueOf(node.value) });
  }

  value(): Extract<TomlValue, { kind: 'table' }> {
    const entries = [...this.entries].map(([key, { keyRange, value }]) => ({
      key,
      keyRange,
      value: value instanceof Table ? value.value() : value
    }));
    return { kind: 'table', entries, range: this.range };
  }
}

function valueOf(node: AST.TOMLContentNode): TomlValue {
  const range = rangeOf(node);
  if (node.type === 'TOMLArray') return { kind: 'array', items: node.elements.map(valueOf), range };
  if (node.type === 'TOMLInlineTable') {
    const table = new Table(range);
    for (const entry of node.body) table.at(entry.key.keys.slice(0, -1)).add(entry);
    return table.value();
  }
  return { kind: node.kind === 'string' ? 'string' : 'other', text: String(node.value), range };
}

function nameOf(key: Key): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

/** The parser counts lines from 1 and columns from 0. */
function rangeOf(node: { readonly loc: AST.SourceLocation }): Range {
  const at = ({ line, column }: AST.Position): Range['start'] => ({ line: line - 1, character: column });
  return { start: at(node.loc.start), end: at(node.loc.end) };
}
