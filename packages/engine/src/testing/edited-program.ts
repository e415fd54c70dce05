import assert from 'node:assert/strict';
import type { Edit } from '@loadlight/facts/fix';
import { partKey, type Part, type Place } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import type { CredentialProgram } from './credential-programs.js';

/** How often the value stands as a whole word in code and texts together, in texts alone, and in outputs. */
export function copies(
  { cells, texts }: CredentialProgram,
  value: string
): { readonly written: number; readonly prose: number; readonly outputs: number } {
  const pattern = new RegExp(`(?<!(?<!\\\\)\\w)${value.replace(/[^\w]/g, '\\$&')}(?!\\w)`, 'g');
  const count = (all: readonly string[]): number =>
    all.reduce((sum, text) => sum + (text.match(pattern) ?? []).length, 0);
  const [outputs, prose] = [true, false].map(shown =>
    count(texts.filter(({ part }) => (part.kind === 'output') === shown).map(({ text }) => text))
  ) as [number, number];
  return { written: count(cells) + prose, prose, outputs };
}

/** The program with these edits, which must not overlap, and without these outputs. */
export function withEdits(
  program: CredentialProgram,
  edits: readonly Edit[],
  cleared: readonly string[]
): CredentialProgram {
  const changed = (part: Part, text: string): string => {
    const lines = new TextLines(text);
    let result = '';
    let done = 0;
    const own = edits
      .filter(edit => partKey(edit.part) === partKey(part))
      .map(({ range, newText }) => ({ range, newText, start: lines.offset(range.start), end: lines.offset(range.end) }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    for (const { range, newText, start, end } of own) {
      assert.deepEqual([start >= done, end >= start, lines.range(start, end)], [true, true, range]);
      result += text.slice(done, start) + newText;
      done = end;
    }
    return result + text.slice(done);
  };
  return {
    ...program,
    cells: program.cells.map((text, i) => changed(partOf(program, i), text)),
    texts: program.texts
      .filter(({ part }) => !cleared.some(key => partKey(part).startsWith(key)))
      .map(({ part, text }) => ({ part, text: changed(part, text) }))
  };
}

function partOf({ isFile }: CredentialProgram, cell: number): Part {
  return isFile ? { kind: 'file' } : { kind: 'source', cell: `c${String(cell)}` };
}

/** The text of the part. */
export function textOf(program: CredentialProgram, part: Part): string {
  const cell = program.cells.findIndex((_, i) => partKey(partOf(program, i)) === partKey(part));
  return program.cells[cell] ?? program.texts.find(text => partKey(text.part) === partKey(part))?.text ?? '';
}

/** What stands at the place. */
export function textAt(program: CredentialProgram, { part, range }: Place): string {
  const lines = new TextLines(textOf(program, part));
  return lines.text.slice(lines.offset(range.start), lines.offset(range.end));
}

/** All of it, for a message. */
export function shown({ cells, texts }: CredentialProgram): string {
  return [...cells, ...texts.map(({ part, text }) => `${partKey(part)}: ${text}`)].join('\n# ---- next ----\n');
}
