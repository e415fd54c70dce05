import type { Place } from '@loadlight/facts/place';
import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import { topOf, type Unit } from '../unit.js';
import type { Change } from './change.js';
import { importsAnything, lineBehindImport, memberName } from './imports.js';
import { inOrder } from './read-secret.js';
import { magicAt } from './secret-in-magic.js';

const DOTENV = 'dotenv';
const LOADS = /^(?:[\w.]+\.)?load_dotenv\s*\(/;

/**
 * `load_dotenv()` with its import, before the first of these places; nothing where the program calls it before that already. Undefined
 * where the program has no python-dotenv, or nothing can be called before the place.
 */
export function loadVariables(
  program: PythonProgram,
  places: readonly Place[],
  required: boolean
): Change[] | undefined {
  if (!required && !importsAnything(program, [DOTENV])) return undefined;
  const [first] = inOrder(program, places);
  const before = first && unitBefore(program, first);
  if (!before) return undefined;
  const user = topOf(before);
  if (program.units().some(unit => program.namespace.compare(unit, user) < 0 && loads(unit))) return [];
  const { name, changes } = memberName(program, DOTENV, 'load_dotenv', user, namesOf(user).module);
  const call = `${name}()`;
  const [added] = changes;
  if (added) return [...changes, { ...added, text: added.text.replace(added.text.trim(), call) }];
  const behind = lineBehindImport(program, name.split('.', 1)[0] ?? name, call);
  return behind && [behind];
}

/** The unit that holds the place; of a magic, which is none, the last that surely runs before it. */
function unitBefore(program: PythonProgram, place: Place): Unit | undefined {
  if (!magicAt(program, place)) return program.stretch(place)?.unit;
  const order = new Map(program.cellIds.map((id, i) => [id, i]));
  const cell = order.get(program.cellOf(place.part) ?? '') ?? 0;
  return program
    .units()
    .filter(unit => !unit.owner && !unit.command && (order.get(unit.cell) ?? 0) < cell)
    .at(-1);
}

function loads({ owner, statements, text }: Unit): boolean {
  return (
    owner === undefined &&
    statements.some(({ type, start, end }) => type === 'expression_statement' && LOADS.test(text.slice(start, end)))
  );
}
