import type { LookUp } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import type { PythonProgram } from '../program.js';
import type { Change } from './change.js';
import { changesInCode, commentAt, unescapedThere, variableGiven } from './secret-in-code.js';
import { changesInMagic, magicAt, variableSet } from './secret-in-magic.js';

/**
 * Puts a look-up of the variable in the place of a credential, wherever that stands: a string or a part of one, a `%env` line, a shell
 * line. Imports that an earlier place brings serve the later ones. Undefined where one of the places takes no look-up.
 */
export function readSecret(
  program: PythonProgram,
  places: readonly Place[],
  by: LookUp,
  variable: string
): Change[] | undefined {
  const changes: Change[] = [];
  const imported = new Set<string>();
  let looksUp = false;
  // Written alike in a raw string and in another one, they are two.
  if (new Set(places.map(place => unescapedThere(program, place))).size > 1) return undefined;
  for (const place of inOrder(program, places)) {
    const comment = commentAt(program, place);
    if (comment) {
      changes.push({ ...comment, text: `<${variable}>` });
      continue;
    }
    looksUp = true;
    const magic = magicAt(program, place);
    const own = magic
      ? changesInMagic(program, magic, place, by, variable)
      : changesInCode(program, place, by, variable);
    if (!own) return undefined;
    for (const change of own.imports) {
      const line = change.text.trim();
      if (!imported.has(line)) changes.push(change);
      imported.add(line);
    }
    changes.push(...own.changes);
  }
  return looksUp ? changes : undefined;
}

/** The variable of the environment that the code sets to the credential there, if that is what it does. */
export function variableNamed(program: PythonProgram, place: Place): string | undefined {
  const magic = magicAt(program, place);
  return magic ? variableSet(program, magic, place) : variableGiven(program, place);
}

/** Changes, and apart from them the imports that they need. */
export interface LookUpChanges {
  readonly changes: readonly Change[];
  readonly imports: readonly Change[];
}

/** As the program runs. */
export function inOrder(program: PythonProgram, places: readonly Place[]): Place[] {
  const order = new Map(program.cellIds.map((id, i) => [id, i]));
  const orderOf = ({ part }: Place): number => order.get(program.cellOf(part) ?? '') ?? 0;
  return [...places].sort(
    (a, b) =>
      orderOf(a) - orderOf(b) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character
  );
}
