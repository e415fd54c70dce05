import type { Place } from '@loadlight/facts/place';
import type { PythonProgram } from '../program.js';
import { child, type Syntax } from '../syntax.js';
import type { Site } from '../unit.js';
import { changeIn, type Change } from './change.js';

/**
 * Takes out the call or assignment at that place, with its line; `pass` stands for the only statement of a block, and a comment behind
 * it stays. Undefined where it is no statement of its own, or does more: `a = b = c`, `os.environ.update({…})`; and where a comment
 * above says why it is there, which would stay behind.
 */
export function removeStatement(program: PythonProgram, place: Place): Change[] | undefined {
  const site = program.stretch(place);
  const found = site && statementOf(site);
  if (!found || doesMore(found.node, site.unit.text) || hasReason(program, site)) return undefined;
  return found.alone ? [changeIn(site.unit, site.start, site.end, 'pass')] : withoutLine(program, site);
}

/** Words of a comment that gives a reason for switching a check off. */
const REASON = /certificat|\b(?:ssl|tls|https?)\b|verif|\bunsafe|\btrust|deseriali[sz]/i;

/** Comments right above the statement, or above an import that stands right above it. */
function hasReason(program: PythonProgram, { unit, start }: Site): boolean {
  const at = unit.start + start;
  const above = program
    .lines(unit.cell)
    .text.slice(Math.max(0, at - MOST_ABOVE), at)
    .split('\n')
    .slice(0, -1)
    .reverse();
  const end = above.findIndex(line => !/^\s*(?:#|$|import\s|from\s)/.test(line));
  return above.slice(0, end < 0 ? above.length : end).some(line => /^\s*#/.test(line) && REASON.test(line));
}

/** So much above is looked at, in UTF-16 units. */
const MOST_ABOVE = 600;

/** The same for an item that is set (`kw["x"] = 1`): undefined too where nothing would be left in its block. */
export function removeItem(program: PythonProgram, site: Site): Change[] | undefined {
  return statementOf(site)?.alone === false ? withoutLine(program, site) : undefined;
}

/** A statement stands at that site, and not only an expression in one. */
export function isStatement(site: Site): boolean {
  return statementOf(site) !== undefined;
}

/** The call or assignment that is the whole of a statement there, and whether that is alone in its block. */
function statementOf({ unit, start, end }: Site): { node: Syntax; alone: boolean } | undefined {
  // A class's body is several units.
  if (unit.owner) return undefined;
  const path: Syntax[] = [];
  for (let nodes = unit.statements; ;) {
    const next = nodes.find(node => node.start <= start && node.end >= end);
    if (!next) return undefined;
    path.push(next);
    if (next.type === 'expression_statement' && next.start === start && next.end === end) break;
    nodes = next.children;
  }
  const node = path.at(-1)?.children[0];
  const around = path.at(-2);
  const alone = around?.type === 'block' && around.children.filter(({ type }) => type !== 'comment').length === 1;
  return node && { node, alone };
}

function doesMore(node: Syntax, text: string): boolean {
  if (node.type === 'assignment') {
    const left = child(node, 'left');
    const right = child(node, 'right');
    return !left || !/^(?:subscript|attribute)$/.test(left.type) || right?.type === 'assignment';
  }
  const callee = node.type === 'call' ? child(node, 'function') : undefined;
  return !callee || /\.update$/.test(text.slice(callee.start, callee.end));
}

function withoutLine(program: PythonProgram, { unit, start, end }: Site): Change[] | undefined {
  const { text } = program.lines(unit.cell);
  const [from, to] = [unit.start + start, unit.start + end];
  const before = /[^\n]*$/.exec(text.slice(0, from))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(text.slice(to))?.[0] ?? '';
  const cut = (first: number, last: number): Change[] => [{ cell: unit.cell, start: first, end: last, text: '' }];
  const next = /^\s*;[ \t]*(?=[^\s#])/.exec(after)?.[0];
  if (next !== undefined) return cut(from, to + next.length);
  const previous = /[ \t]*;[ \t]*$/.exec(before)?.[0];
  if (previous !== undefined) return cut(from - previous.length, to);
  if (
    before.trim() !== '' ||
    program.magicsOf(unit.cell).some(({ range }) => holdsLine(range, program, unit.cell, from))
  )
    return undefined;
  const comment = /^[ \t;]*(?=#)/.exec(after)?.[0];
  if (comment !== undefined) return cut(from, to + comment.length);
  if (!/^[ \t;]*$/.test(after)) return undefined;
  const lineBreak = /^\r?\n/.exec(text.slice(to + after.length))?.[0] ?? '';
  return cut(from - before.length, to + after.length + lineBreak.length);
}

function holdsLine(range: Place['range'], program: PythonProgram, cell: string, offset: number): boolean {
  const { line } = program.lines(cell).position(offset);
  return range.start.line <= line && line <= range.end.line;
}
