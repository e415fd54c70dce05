import type { PythonProgram } from '../program.js';
import { holdsError, type Syntax } from '../syntax.js';
import { hasBody, pathTo } from '../statements.js';
import type { Unit } from '../unit.js';
import { changeIn, type Change } from './change.js';
import type { FoundCall } from './find-call.js';

/** The innermost statement that holds a call, where it begins its line. */
export interface StatementLines {
  readonly unit: Unit;
  readonly node: Syntax;
  /** Offset in the cell of the line that it begins on. */
  readonly start: number;
  /** What stands before it on that line: blanks, and none of a magic that runs it. */
  readonly indent: string;
}

/**
 * The statement that holds the call, if lines can be put above it that run just before the call does. Undefined where
 * another statement shares the line before it, or where the call runs at another time than the statement: in a lambda, a
 * generator, the condition of `while` or `elif`; or where it does not parse.
 */
export function statementLines(program: PythonProgram, { unit, node }: FoundCall): StatementLines | undefined {
  const path = pathTo(unit.statements, node);
  const at = path.reduce((last, _, i) => (path[i - 1]?.type === 'block' ? i : last), 0);
  const statement = path[at];
  if (!statement || unit.broken || path.slice(at).some(isAtAnotherTime) || holdsError(statement)) return undefined;
  const lines = program.lines(unit.cell);
  const { line } = lines.position(unit.start + statement.start);
  const start = lines.lineStart(line);
  const before = lines.text.slice(start, unit.start + statement.start);
  // `%time` and the like were blanked, and `pass;` keeps the indent of their line.
  const magic = program.magicsOf(unit.cell).find(({ kind, range }) => kind === 'line' && range.start.line === line);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const isFirst = magic ? magic.range.start.character === indent.length : before === indent;
  return isFirst ? { unit, node: statement, start, indent } : undefined;
}

/** Puts lines above the statement that holds the call, indented as it is. Undefined where none can stand there. */
export function insertAbove(program: PythonProgram, call: FoundCall, added: readonly string[]): Change[] | undefined {
  const statement = statementLines(program, call);
  if (!statement) return undefined;
  const { unit, indent } = statement;
  const lines = program.lines(unit.cell);
  let start = statement.start;
  // A comment that ignores a rule stays with the line that it speaks of.
  for (let { line } = lines.position(start); line > 0 && /^\s*#\s*loadlight:/.test(lines.line(line - 1)); line--)
    start = lines.lineStart(line - 1);
  const text = added.map(line => (line === '' ? '' : indent + line) + lines.lineBreak).join('');
  return [changeIn(unit, start - unit.start, start - unit.start, text)];
}

/**
 * Puts the statement that holds the call below `head` (`with …:`), one level further in; texts of several lines stay what
 * they are. Undefined where it shares its line with another statement, or has a body of its own.
 */
export function wrapStatement(program: PythonProgram, call: FoundCall, head: string): Change[] | undefined {
  const statement = statementLines(program, call);
  if (!statement || hasBody(statement.node)) return undefined;
  const { unit, node, start, indent } = statement;
  const lines = program.lines(unit.cell);
  const end = unit.start + node.end;
  const last = lines.position(end).line;
  if (!/^[ \t;]*(?:#.*)?$/.test(lines.text.slice(end, lines.lineEnd(last)))) return undefined;
  const step = indentStep(lines.text, indent);
  const texts = textsIn(node);
  const changes = [changeIn(unit, start - unit.start, start - unit.start, indent + head + lines.lineBreak)];
  for (let line = lines.position(start).line; line <= last; line++) {
    const at = lines.lineStart(line) - unit.start;
    const isInText = texts.some(text => text.start < at && at < text.end);
    if (!isInText && lines.line(line).trim() !== '') changes.push(changeIn(unit, at, at, step));
  }
  return changes;
}

/** One level of indentation as the text has it. */
export function indentStep(text: string, indent = ''): string {
  if (indent.includes('\t')) return '\t';
  return /:[ \t]*(?:#[^\n]*)?\r?\n([ \t]+)\S/.exec(text)?.[1]?.replace(/^ {9,}$/, '    ') ?? '    ';
}

function isAtAnotherTime(node: Syntax, index: number, path: readonly Syntax[]): boolean {
  if (/^(?:lambda|generator_expression|elif_clause|except_clause|case_clause)$/.test(node.type)) return true;
  return node.type === 'while_statement' && index < path.length - 1;
}

/** String literals, whose line breaks belong to them. */
function textsIn(node: Syntax): Syntax[] {
  return node.type === 'string' ? [node] : node.children.flatMap(textsIn);
}
