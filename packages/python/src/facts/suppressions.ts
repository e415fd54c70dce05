import type { Suppression } from '@loadlight/facts/fact';
import type { Syntax } from '../syntax.js';
import type { Unit } from '../unit.js';
import type { Draft, Publishing } from './draft.js';

/** `# loadlight: ignore[LL101, LL102] -- reason`; without the brackets it means every rule. */
export const SUPPRESSION = /#\s*loadlight:\s*ignore(?:\s*\[([^\]]*)\])?(?:\s*--\s*(.*?))?\s*$/;

/** `# nosec`, `# nosec B614, B301` (Bandit) and `# noqa`, `# noqa: S301` (Ruff, Flake8); alone they silence everything. */
const FOREIGN: Readonly<Record<'nosec' | 'noqa', RegExp>> = {
  nosec: /#\s*nosec\b:?\s*((?:B\d{3}[\s,]*)*)/i,
  noqa: /#\s*noqa\b(?::\s*((?:[A-Z]+\d+[\s,]*)+))?/i
};

/** The comments that suppress, as facts; where one stands in its cell decides what it covers. */
export function suppressionDrafts(unit: Unit, comments: readonly Syntax[]): Draft[] {
  return comments.flatMap(comment => {
    const text = unit.text.slice(comment.start, comment.end);
    const ours = SUPPRESSION.exec(text);
    if (ours) return [draft(unit, comment, 'loadlight', ours.index, listOf(ours[1]), ours[2]?.trim() || undefined)];
    return (['nosec', 'noqa'] as const).flatMap(tool => {
      const match = FOREIGN[tool].exec(text);
      return match ? [draft(unit, comment, tool, match.index, listOf(match[1]), undefined)] : [];
    });
  });
}

function draft(
  unit: Unit,
  comment: Syntax,
  tool: Suppression['tool'],
  index: number,
  rules: readonly string[],
  reason: string | undefined
): Draft {
  return publishing => {
    const place = publishing.place({ unit, start: comment.start + index, end: comment.end });
    const { line } = place.range.start;
    // Other tools' comments speak of their own line, wherever it is, and so does ours behind other words of a comment.
    const scope: Suppression['scope'] =
      tool === 'loadlight' && index === 0 ? scopeOf(publishing, unit, line) : { kind: 'line', line, last: line };
    return { kind: 'suppression', tool, rules, reason, scope, place, evidence: [], sureness: 'certain' };
  };
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[\s,]+/)
    .map(rule => rule.trim())
    .filter(rule => rule.length > 0);
}

/**
 * What a suppression comment on that 0-based line covers: behind code its own line; alone, the next line of code, with
 * all lines of the statement that starts there; above all code of its cell or file, the whole of it.
 */
function scopeOf(publishing: Publishing, unit: Unit, line: number): Suppression['scope'] {
  const lines = publishing.lines(unit);
  const isCode = (n: number): boolean => !/^\s*(#.*)?$/.test(lines.line(n));
  if (isCode(line)) return { kind: 'line', line, last: line };
  let above = line - 1;
  while (above >= 0 && !isCode(above)) above--;
  if (above < 0) return { kind: 'part' };
  let next = line + 1;
  while (next < lines.count && !isCode(next)) next++;
  return { kind: 'line', line: next, last: publishing.lastLine(unit.cell, next) };
}
