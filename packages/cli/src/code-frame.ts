import type { Colours } from './colours.js';
import type { CodeLine } from './result.js';
import { shownCharacters, type ShownCharacter } from './shown-text.js';

/** How much of a long line stands before the marked range. */
const LEAD = 24;

/**
 * The lines with the marked range underlined, and `label` behind the last underline, or under it. Lines longer than `columns` are cut
 * around the range.
 */
export function codeFrame(lines: readonly CodeLine[], label: string, columns: number, colours: Colours): string[] {
  const gutter = Math.max(3, ...lines.map(line => String(line.number).length)) + 1;
  const room = Math.max(20, columns - gutter - 3);
  const last = lines.filter(line => line.marked).at(-1);
  const frame: string[] = [];
  for (const line of lines) {
    const { text, before, marked } = cut(line, room);
    frame.push(`${colours.faint(`${String(line.number).padStart(gutter)} │`)} ${text}`.trimEnd());
    if (!line.marked) continue;
    const underline = `${' '.repeat(before)}${colours.mark('━'.repeat(Math.max(1, marked)))}`;
    const gutterOnly = colours.faint(`${' '.repeat(gutter)} │`);
    if (line !== last || label === '') frame.push(`${gutterOnly} ${underline}`);
    else if (before + marked + 1 + label.length <= room) frame.push(`${gutterOnly} ${underline} ${label}`);
    else frame.push(`${gutterOnly} ${underline}`, `${gutterOnly} ${label}`);
  }
  return frame;
}

/** The part of the line that is shown, and in columns what stands before the mark and how long the mark is. */
function cut(line: CodeLine, room: number): { text: string; before: number; marked: number } {
  const characters = shownCharacters(line.text);
  const mark = line.marked ?? { start: 0, end: 0 };
  const until = (offset: number): number => width(characters.filter(character => character.offset < offset));
  const start = until(mark.start);
  const end = until(mark.end);
  const total = width(characters);
  if (total <= room) return { text: join(characters), before: start, marked: end - start };
  // A mark that is nearly as long as the line has room leaves little before it.
  const lead = Math.max(2, Math.min(LEAD, room - 2 - (end - start)));
  const from = end <= room - 1 ? 0 : Math.max(0, start - lead);
  const kept: ShownCharacter[] = [];
  let column = 0;
  let first: number | undefined;
  for (const character of characters) {
    if (column >= from && column + character.columns <= from + room - 2) {
      first ??= column;
      kept.push(character);
    }
    column += character.columns;
  }
  const shift = first ?? 0;
  const cutBefore = shift > 0 ? '…' : '';
  const tail = shift + width(kept) < total ? '…' : '';
  const before = start - shift + cutBefore.length;
  return {
    text: cutBefore + join(kept) + tail,
    before,
    marked: Math.min(end - start, width(kept) + cutBefore.length - before)
  };
}

function width(characters: readonly ShownCharacter[]): number {
  return characters.reduce((sum, { columns }) => sum + columns, 0);
}

function join(characters: readonly ShownCharacter[]): string {
  return characters.map(({ text }) => text).join('');
}
