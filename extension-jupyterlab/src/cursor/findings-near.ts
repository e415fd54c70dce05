import type { Diagnostic, Position } from 'vscode-languageserver-protocol';

/**
 * The findings that a cursor means: those that it stands in; else those of its line; without a cursor (a cell selected
 * as a whole) all of them. In the order of the text.
 */
export function findingsNear(findings: readonly Diagnostic[], cursor: Position | undefined): Diagnostic[] {
  const all = [...findings].sort((a, b) => compare(a.range.start, b.range.start));
  if (!cursor) return all;
  const under = all.filter(({ range }) => compare(range.start, cursor) <= 0 && compare(cursor, range.end) <= 0);
  if (under.length > 0) return under;
  return all.filter(({ range: { start, end } }) => start.line <= cursor.line && cursor.line <= end.line);
}

/** A finding's start in a document of several texts. */
export interface Stop {
  /** Which of the document's texts. */
  readonly text: number;
  readonly place: Position;
}

/** The stop after (before) the cursor, going round at the end; undefined where there is none. */
export function nextStop<T extends Stop>(stops: readonly T[], from: Stop, step: 1 | -1): T | undefined {
  const inOrder = [...stops].sort((a, b) => step * order(a, b));
  return inOrder.find(stop => step * order(stop, from) > 0) ?? inOrder[0];
}

function order(a: Stop, b: Stop): number {
  return a.text - b.text || compare(a.place, b.place);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
