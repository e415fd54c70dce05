import type { NewValue } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import { differenceOf } from '@loadlight/facts/text-difference';
import type { PythonProgram } from '../program.js';
import { changeIn, type Change } from './change.js';

/**
 * Puts another text between the quotes of a string literal; undefined where it would have to be escaped. Only what differs is written: the
 * rest may hold a password, which an edit would carry to wherever edits are shown.
 */
export function replaceLiteral(program: PythonProgram, place: Place, value: NewValue): Change[] | undefined {
  const at = program.stretch(place);
  if (!at || value.kind !== 'literal' || typeof value.value !== 'string' || !/^[^'"\\\r\n]*$/.test(value.value))
    return undefined;
  const { start, oldEnd, newEnd } = differenceOf(at.unit.text.slice(at.start, at.end), value.value);
  return [changeIn(at.unit, at.start + start, at.start + oldEnd, value.value.slice(start, newEnd))];
}
