import type { Unit } from '../unit.js';

/** A replacement in one cell's text, in UTF-16 offsets of the text as it is. */
export interface Change {
  readonly cell: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The replacement of a stretch of the unit; the offsets count from the unit's start, as those of its syntax do. */
export function changeIn(unit: Unit, start: number, end: number, text: string): Change {
  return { cell: unit.cell, start: unit.start + start, end: unit.start + end, text };
}
