import type { Intent } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import type { PythonProgram } from '../program.js';
import { editsFor } from './edits-for.js';

/**
 * The intents can be turned into edits. Kept as long as the unit that they are about says what it says; what stands elsewhere
 * may have changed since, but `editsFor` always answers for the program as it is.
 */
export function fits(program: PythonProgram, intents: readonly Intent[]): boolean {
  const makesEdits = (): boolean => (editsFor(program, intents)?.length ?? 0) > 0;
  const at = intents[0] && placeOf(intents[0]);
  const unit = at && program.stretch(at)?.unit;
  if (!unit) return makesEdits();
  const start = program.place({ unit, start: 0, end: 0 }).range.start;
  const key = JSON.stringify(intents, (name, value: unknown) =>
    name === 'call' || name === 'place' ? seenFrom(value as Place, start) : value
  );
  return program.onceOf(unit, key, makesEdits);
}

function placeOf(intent: Intent): Place | undefined {
  return 'call' in intent ? intent.call : 'place' in intent ? intent.place : undefined;
}

/** Where the place begins and ends, counted from there: it stays the same when the text moves. */
function seenFrom({ range: { start, end } }: Place, from: Place['range']['start']): string {
  const columns = start.line === from.line ? from.character : 0;
  return `${String(start.line - from.line)}:${String(start.character - columns)}-${String(end.line - from.line)}:${String(end.character)}`;
}
