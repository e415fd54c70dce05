import type { NewValue } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import type { PythonProgram } from '../program.js';
import { changeIn, type Change } from './change.js';

/** Puts another text between the quotes of a string literal; undefined where it would have to be escaped. */
export function replaceLiteral(program: PythonProgram, place: Place, value: NewValue): Change[] | undefined {
  const at = program.stretch(place);
  if (!at || value.kind !== 'literal' || typeof value.value !== 'string' || !/^[^'"\\\r\n]*$/.test(value.value))
    return undefined;
  return [changeIn(at.unit, at.start, at.end, value.value)];
}
