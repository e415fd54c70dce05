import type { Difference } from '@loadlight/facts/text-difference';
import type { Unit } from './unit.js';

/** A stretch of the new text that is read again, and the units of the old text that it stands for. */
export interface Window {
  /** UTF-16 offsets in the new text. */
  readonly start: number;
  readonly end: number;
  /** The units from this index on, up to that one, are read again. */
  readonly from: number;
  readonly to: number;
  /**
   * The last of them, which the edit did not touch: found again where it must be, it shows that all after it is as it
   * was. None where the window goes to the text's end.
   */
  readonly witness: Unit | undefined;
  /** The head of the class whose body the stretch begins in. */
  readonly inside: Unit | undefined;
}

/**
 * What must be read again after an edit of a text without syntax errors: the statements that it touched, the one before
 * them (an indented line or an `else` may now belong to it) and the one after them. Comments count with what follows, as
 * the parser decides by that whose they are. `units` are those of the old text, in order, `length` is the new text's.
 */
export function windowAround(units: readonly Unit[], { start, oldEnd, newEnd }: Difference, length: number): Window {
  const moved = newEnd - oldEnd;
  let from = firstIndex(units, unit => unit.start + unit.text.length >= start) - 1;
  while (from > 0 && isComment(units[from])) from--;
  let last = firstIndex(units, unit => unit.start > oldEnd);
  while (isComment(units[last]) || isHead(units, last)) last++;
  const next = units[last + 1];
  return {
    from: Math.max(from, 0),
    to: Math.min(last + 1, units.length),
    start: from > 0 ? (units[from]?.start ?? 0) : 0,
    end: next ? next.start + moved : length,
    witness: units[last],
    inside: from > 0 ? units[from]?.owner : undefined
  };
}

/** A class's head is read with a method, without which it may be no class. */
function isHead(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  return unit !== undefined && units[index + 1]?.owner === unit;
}

function isComment(unit: Unit | undefined): boolean {
  return unit?.statements.every(({ type }) => type === 'comment') === true;
}

/** The index of the first unit that it is true of, as of all after it; their number where it is of none. */
function firstIndex(units: readonly Unit[], isTrue: (unit: Unit) => boolean): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const unit = units[middle];
    if (unit && isTrue(unit)) high = middle;
    else low = middle + 1;
  }
  return low;
}
