import type { Position, Range } from './place.js';
import { differenceOf } from './text-difference.js';

/** Offsets to positions and back in one text; lines end at \n, \r\n or a lone \r, as in LSP. */
export class TextLines {
  private readonly starts: readonly number[];

  /** `starts` are the offsets of its lines, where they are known already. */
  constructor(
    readonly text: string,
    starts?: readonly number[]
  ) {
    this.starts = starts ?? addStarts([0], text, 0, text.length);
  }

  /** The lines of that text, which is mostly the same: only where it differs are they looked for. */
  edited(text: string): TextLines {
    const { start, oldEnd, newEnd } = differenceOf(this.text, text);
    // Whether a \r ends a line shows in the unit after it: the one before the difference is looked at again.
    const kept = start === 0 ? 1 : this.position(start - 1).line + 1;
    const starts = addStarts(this.starts.slice(0, kept), text, Math.max(start - 1, 0), newEnd);
    for (let line = this.position(oldEnd).line + 1; line < this.starts.length; line++)
      starts.push((this.starts[line] ?? 0) + newEnd - oldEnd);
    return new TextLines(text, starts);
  }

  get count(): number {
    return this.starts.length;
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (this.starts[low] ?? 0) };
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Offset of the position; past the end of a line or the text, the end. */
  offset(position: Position): number {
    const start = this.starts[position.line];
    if (start === undefined) return this.text.length;
    return Math.min(start + position.character, this.lineEnd(position.line));
  }

  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset just before the line's break. */
  lineEnd(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    if (line + 1 < this.starts.length) {
      if (this.text[end - 1] === '\n') end--;
      if (this.text[end - 1] === '\r') end--;
    }
    return end;
  }

  /** The line's text without its break. */
  line(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  /** The line break that this text uses. */
  get lineBreak(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n';
  }
}

/** Adds the starts of the lines that follow a break between the two offsets. */
function addStarts(starts: number[], text: string, from: number, to: number): number[] {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
