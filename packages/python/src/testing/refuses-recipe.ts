import assert from 'node:assert/strict';
import type { Call } from '@loadlight/facts/fact';
import { editsFor } from '../edits/edits-for.js';
import type { PythonGrammar } from '../grammar.js';
import { PythonProgram } from '../program.js';

/** Whether the recipe refuses the first load of the program; one that only asks changes an argument beside that. */
export function refusesRecipe(grammar: PythonGrammar, recipe: string, text: string): boolean {
  const program = new PythonProgram(grammar, 'file:///a.py', true);
  program.update([{ id: '', text }]);
  const load = program.publish().find((fact): fact is Extract<typeof fact, { call: Call }> => fact.kind === 'load');
  assert.ok(load, text);
  const edits = editsFor(program, [{ kind: 'rewriteCall', call: load.call.place, recipe }]);
  program.dispose();
  return edits === undefined;
}
