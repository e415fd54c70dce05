import type { TextLines } from '@loadlight/facts/text-lines';
import { readCell } from './blank-magics.js';

/**
 * The 0-based line of a cell above which a comment speaks of the whole cell: its first, or the one below its cell
 * magics. Undefined where a cell magic has code of its own beside it (`%%timeit f()`), or nothing stands below it.
 */
export function topOfCell(lines: TextLines): number | undefined {
  const magics = readCell(lines.text).magics.filter(({ kind }) => kind === 'cell');
  const last = magics.at(-1);
  if (!last) return 0;
  if (last.name === 'timeit' && last.argument !== '') return undefined;
  const below = last.range.start.line + 1;
  return below < lines.count ? below : undefined;
}

/** Lines that mean something only where they stand: `#!`, PEP 263, and Databricks' mark of a notebook. */
const HEAD = [/^#!/, /^[ \t\f]*#.*?coding[:=]/, /^# Databricks notebook source/];
const CELL = /^#\s*%%(?!.*\[(?:markdown|md|raw)\])/;

/**
 * The 0-based line of a Python file above which a comment speaks of the whole file: below the lines that must come
 * first, a jupytext header and the mark of a first code cell, above the docstring and all else. Undefined where a
 * comment there would change what a Databricks notebook shows.
 */
export function topOfFile(lines: TextLines): number | undefined {
  let line = 0;
  while (line < 3 && HEAD.some(head => head.test(lines.line(line)))) line++;
  line = belowHeader(lines, line);
  let next = line;
  while (next < lines.count && lines.line(next).trim() === '') next++;
  if (lines.line(next).startsWith('# MAGIC')) return undefined;
  if (CELL.test(lines.line(next)) && !lines.line(next + 1).startsWith('%%')) line = next + 1;
  return line < lines.count ? line : undefined;
}

/** Below `# ---` to `# ---`, the YAML header that jupytext reads at the top. */
function belowHeader(lines: TextLines, from: number): number {
  if (lines.line(from).trimEnd() !== '# ---') return from;
  for (let line = from + 1; line < lines.count && lines.line(line).startsWith('#'); line++) {
    if (lines.line(line).trimEnd() === '# ---') return line + 1;
  }
  return from;
}
