import { REASON } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';
import { SUPPRESSION } from '../facts/suppressions.js';
import type { PythonProgram } from '../program.js';
import { hasBody } from '../statements.js';
import type { Syntax } from '../syntax.js';
import type { Change } from './change.js';

/**
 * Writes `# loadlight: ignore[rule] -- reason` behind the line where the place starts, joins a comment of ours that is
 * there, and stands above the statement where the line's end is inside a string or goes on with a backslash.
 */
export function addSuppression(
  program: PythonProgram,
  place: Place,
  rule: string,
  reason: string
): Change[] | undefined {
  const cell = program.cellOf(place.part);
  if (cell === undefined) return undefined;
  const lines = program.lines(cell);
  const { line } = place.range.start;
  const text = lines.line(line);
  const end = lines.lineEnd(line);
  const joining = joined(lines, line, rule, reason);
  if (joining) return [{ cell, ...joining }];
  const comment = commentFor(rule, reason);
  const unit = program.unitsOf(cell).find(u => u.start <= end && end <= u.start + u.text.length);
  const inString = unit && unit.statements.some(s => holdsString(s, end - unit.start));
  if (inString || text.endsWith('\\')) {
    const found = program.statementAt(cell, end);
    const first = lines.position(found ? found.unit.start + found.statement.start : end).line;
    if (!found || (hasBody(found.statement) && first !== line)) return undefined;
    const at = lines.lineStart(first);
    const indent = /^[ \t]*/.exec(lines.line(first))?.[0] ?? '';
    return [{ cell, start: at, end: at, text: `${indent}${comment}${lines.lineBreak}` }];
  }
  const gap = text.trim() === '' ? '' : '  ';
  return [{ cell, start: end, end, text: gap + comment }];
}

/** Writes the comment as a line of its own above the line of that place, or joins a comment of ours that stands alone there. */
export function suppressPart(program: PythonProgram, place: Place, rule: string, reason: string): Change[] | undefined {
  const cell = program.cellOf(place.part);
  if (cell === undefined) return undefined;
  const lines = program.lines(cell);
  const { line } = place.range.start;
  const joining = lines.line(line).trimStart().startsWith('#') ? joined(lines, line, rule, reason) : undefined;
  if (joining) return [{ cell, ...joining }];
  const at = lines.lineStart(line);
  return [{ cell, start: at, end: at, text: commentFor(rule, reason) + lines.lineBreak }];
}

function commentFor(rule: string, reason: string): string {
  return `# loadlight: ignore[${rule}]${reason ? ` -- ${reason}` : ''}`;
}

/** The rule as one more of those that a comment of ours on that line names, and the reason beside its own. */
function joined(lines: TextLines, line: number, rule: string, reason: string): Omit<Change, 'cell'> | undefined {
  const ours = SUPPRESSION.exec(lines.line(line));
  if (ours?.[1] === undefined) return undefined;
  const start = lines.lineStart(line) + ours.index;
  const close = start + ours[0].indexOf(']');
  const old = ours[2]?.trim() ?? '';
  if (reason === '' || reason === REASON || reason === old) return { start: close, end: close, text: `, ${rule}` };
  const both = old === '' ? reason : `${old}; ${reason}`;
  return { start: close, end: start + ours[0].length, text: `, ${rule}] -- ${both}` };
}

/** Takes the rule out of the comment at that place; the whole comment where the rule is null or the only one. */
export function removeSuppression(program: PythonProgram, place: Place, rule: string | null): Change[] | undefined {
  const cell = program.cellOf(place.part);
  if (cell === undefined) return undefined;
  const lines = program.lines(cell);
  const start = lines.offset(place.range.start);
  const end = lines.offset(place.range.end);
  const match = SUPPRESSION.exec(lines.text.slice(start, end));
  if (!match) return undefined;
  const rules = (match[1] ?? '')
    .split(',')
    .map(r => r.trim())
    .filter(Boolean);
  const rest = rules.filter(r => r !== rule);
  if (rule !== null && rest.length > 0 && match[1] !== undefined) {
    const from = start + match[0].indexOf('[') + 1;
    return [{ cell, start: from, end: from + match[1].length, text: rest.join(', ') }];
  }
  const { line } = place.range.start;
  const before = lines.text.slice(lines.lineStart(line), start);
  if (before.trim() === '') {
    const next = line + 1 < lines.count ? lines.lineStart(line + 1) : lines.text.length;
    return [{ cell, start: lines.lineStart(line), end: next, text: '' }];
  }
  const spaces = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  return [{ cell, start: start - spaces, end, text: '' }];
}

function holdsString(node: Syntax, offset: number): boolean {
  if (offset <= node.start || offset >= node.end) return false;
  return node.type === 'string' || node.children.some(c => holdsString(c, offset));
}
