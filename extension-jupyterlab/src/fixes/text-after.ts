import { TextLines } from '@loadlight/facts/text-lines';
import type { TextEdit } from 'vscode-languageserver-protocol';

/** An edit by offsets of the text as it was, in UTF-16 units. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * Edits in the order in which they are made: from the back, so that what stands before keeps its place; of two insertions
 * at one place the first comes first.
 */
export function fromTheBack(source: string, edits: readonly TextEdit[]): Replacement[] {
  const lines = new TextLines(source);
  return edits
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText }))
    .reverse()
    .sort((a, b) => b.start - a.start);
}

/** The text that the edits make. */
export function textAfter(source: string, edits: readonly TextEdit[]): string {
  return fromTheBack(source, edits).reduce(
    (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
    source
  );
}
