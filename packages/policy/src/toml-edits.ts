import { TextLines } from '@loadlight/facts/text-lines';
import { parseTOML, type AST } from 'toml-eslint-parser';
import { readToml, TomlError, type TomlValue } from './toml-values.js';

/** A replacement in a text, in UTF-16 offsets. */
export interface TomlEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * The edit that adds the string to the array of that key in that table, which is made where it is missing; the layout
 * and comments stay. Undefined where the text is no TOML or the key holds no array.
 */
export function addToArray(text: string, table: readonly string[], key: string, value: string): TomlEdit | undefined {
  try {
    const found = at(readToml(text), [...table, key]);
    const item = JSON.stringify(value);
    if (!found) return newEntry(text, table, `${key} = [${item}]`);
    return found.kind === 'array' ? newItem(text, found, item) : undefined;
  } catch (error) {
    if (error instanceof TomlError) return undefined;
    throw error;
  }
}

function at(value: TomlValue, keys: readonly string[]): TomlValue | undefined {
  const [first, ...rest] = keys;
  if (first === undefined) return value;
  const found = value.kind === 'table' ? value.entries.find(({ key }) => key === first) : undefined;
  return found && at(found.value, rest);
}

function newItem(text: string, array: Extract<TomlValue, { kind: 'array' }>, item: string): TomlEdit {
  const lines = new TextLines(text);
  const last = array.items.at(-1);
  if (!last) {
    const start = lines.offset(array.range.start) + 1;
    return { start, end: start, newText: item };
  }
  const { line } = last.range.end;
  const start = lines.offset(last.range.end);
  const end = lines.lineEnd(line);
  const [ending, comma, comment = ''] = /^([ \t]*,)?([ \t]*(?:#.*)?)$/.exec(text.slice(start, end)) ?? [];
  if (ending === undefined) return { start, end: start, newText: `, ${item}` };
  // The last item ends its line: the new one stands on the next, and a comment stays with the item that it is about.
  const indent = /^[ \t]*/.exec(lines.line(line))?.[0] ?? '';
  const newText = `${comma ?? ','}${comment}${lines.lineBreak}${indent}${item}${comma === undefined ? '' : ','}`;
  return { start, end, newText };
}

/** A new line under the last entry of the table, or under its header; a table that has no header gets one. */
function newEntry(text: string, table: readonly string[], entry: string): TomlEdit {
  const lines = new TextLines(text);
  const { lineBreak } = lines;
  const top = parseTOML(text).body[0];
  const owner =
    table.length === 0
      ? top
      : top.body.find((node): node is AST.TOMLTable => node.type === 'TOMLTable' && isNamed(node, table));
  const entries = (owner?.body ?? []).filter(node => node.type === 'TOMLKeyValue');
  const above = entries.at(-1)?.loc.end ?? (owner?.type === 'TOMLTable' ? owner.loc.start : undefined);
  if (above) {
    const end = lines.lineEnd(above.line - 1);
    return { start: end, end, newText: `${lineBreak}${entry}` };
  }
  // Keys of the file itself stand before its first table.
  const first = top.body[0];
  if (owner && first) return { start: 0, end: 0, newText: `${entry}${lineBreak}${lineBreak}` };
  const open = text === '' || /[\r\n]$/.test(text) ? '' : lineBreak;
  const header = owner ? '' : `${text.trim() === '' ? '' : lineBreak}[${table.join('.')}]${lineBreak}`;
  return { start: text.length, end: text.length, newText: `${open}${header}${entry}${lineBreak}` };
}

function isNamed({ kind, resolvedKey }: AST.TOMLTable, name: readonly string[]): boolean {
  return kind === 'standard' && resolvedKey.join('\n') === name.join('\n');
}
