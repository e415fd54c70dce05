import type { NewValue } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import { readString } from '../string-literal.js';
import type { Syntax } from '../syntax.js';
import type { Unit } from '../unit.js';
import { changeIn, type Change } from './change.js';
import { moduleName } from './imports.js';

/** Puts a look-up, or another text, in the place of the string literal whose whole content is at that place. */
export function replaceLiteral(program: PythonProgram, place: Place, value: NewValue): Change[] | undefined {
  const found = literalAt(program, place);
  if (!found || value.kind === 'asked' || value.kind === 'checksum') return undefined;
  const { unit, node } = found;
  if (value.kind === 'literal') return otherText(program, place, value.value);
  const os = moduleName(program, 'os', unit, namesOf(unit).module);
  // `return"…"` is two words only as long as a quote stands between them.
  const gap = /\w/.test(unit.text.charAt(node.start - 1)) ? ' ' : '';
  const text = `${gap}${os.name}.environ["${value.variable}"]`;
  return [...os.changes, changeIn(unit, node.start, node.end, text)];
}

/** The literal with that text in its quotes; undefined where it would have to be escaped. */
function otherText(
  program: PythonProgram,
  place: Place,
  value: string | number | boolean | null
): Change[] | undefined {
  const at = program.stretch(place);
  if (!at || typeof value !== 'string' || !/^[^'"\\\r\n]*$/.test(value)) return undefined;
  return [changeIn(at.unit, at.start, at.end, value)];
}

/**
 * The string literal that holds nothing but the text at that place, and that an expression may stand for: not a part
 * of a longer string, not an f-string, not bytes.
 */
export function literalAt(program: PythonProgram, place: Place): { unit: Unit; node: Syntax } | undefined {
  const at = program.stretch(place);
  if (!at) return undefined;
  const { unit, start, end } = at;
  const path = pathTo(unit.statements, start, end);
  const node = path.at(-1)?.type === 'string' ? path.at(-1) : undefined;
  const outer = path[path.length - 2];
  if (path.some(n => n.type === 'case_pattern')) return undefined;
  if (!node || outer?.type === 'concatenated_string' || outer?.type === 'expression_statement') return undefined;
  const content = node.children.filter(c => c.type !== 'string_start' && c.type !== 'string_end');
  const shape = readString(node, unit.text);
  const whole = content.length === 1 && content[0]?.start === start && content[0].end === end;
  return whole && shape.value !== undefined && !shape.bytes ? { unit, node } : undefined;
}

/** The nodes around that stretch, outermost first, down to the string. */
function pathTo(nodes: readonly Syntax[], start: number, end: number): Syntax[] {
  const node = nodes.find(n => n.start <= start && n.end >= end);
  if (!node) return [];
  return node.type === 'string' ? [node] : [node, ...pathTo(node.children, start, end)];
}
