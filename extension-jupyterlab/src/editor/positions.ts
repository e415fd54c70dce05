import type { Text } from '@codemirror/state';
import type { Position } from 'vscode-languageserver-protocol';

/** Offset of a position in an editor's text; past the end of a line or the text, the end. */
export function offsetAt(text: Text, { line, character }: Position): number {
  if (line >= text.lines) return text.length;
  const { from, to } = text.line(line + 1);
  return Math.min(from + character, to);
}

/** Position of an offset in an editor's text. */
export function positionAt(text: Text, offset: number): Position {
  const line = text.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
}
