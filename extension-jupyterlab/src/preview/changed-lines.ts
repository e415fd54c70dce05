import { TextLines } from '@loadlight/facts/text-lines';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { textAfter } from '../fixes/text-after.js';

/** Lines that become other lines, and where they stand in the text as it is (0-based). */
export interface ChangedLines {
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What edits make of a text, by groups of whole lines that touch, in order. */
export function changedLines(source: string, edits: readonly TextEdit[]): ChangedLines[] {
  const lines = new TextLines(source);
  const groups: { first: number; last: number; edits: TextEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.range.start.line - b.range.start.line)) {
    const { start, end } = edit.range;
    const group = groups.at(-1);
    if (group && start.line <= group.last + 1) {
      group.last = Math.max(group.last, end.line);
      group.edits.push(edit);
    } else groups.push({ first: start.line, last: end.line, edits: [edit] });
  }
  return groups.map(({ first, last, edits: own }) => {
    const start = lines.lineStart(first);
    const end = lines.lineEnd(last);
    const after = textAfter(source, own);
    const changed = after.slice(start, after.length - (source.length - end));
    return withoutEqual({ line: first, before: split(source.slice(start, end)), after: split(changed) });
  });
}

/** Leaves out the lines at both ends that stay as they are. */
function withoutEqual({ line, before, after }: ChangedLines): ChangedLines {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return {
    line: line + head,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail)
  };
}

function split(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
