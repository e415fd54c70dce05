import type { Edit, Intent } from '@loadlight/facts/fix';
import { alternatives } from '../abstract.js';
import { fetcher, hub, loader } from '../catalogue/names.js';
import type { PythonProgram } from '../program.js';
import { Trace } from '../where.js';
import { removeArgument, replaceArgument, setArgument } from './arguments.js';
import type { Change } from './change.js';
import { findCall, type FoundCall } from './find-call.js';
import { loadVariables } from './load-variables.js';
import { RECIPES, type KnownCallee } from './recipes.js';
import { readSecret } from './read-secret.js';
import { removeStatement } from './remove-statement.js';
import { replaceLiteral } from './replace-literal.js';
import { changeItem } from './change-item.js';
import { spell } from './spell.js';
import { addSuppression, removeSuppression, suppressPart } from './suppression.js';

/**
 * The edits that do all the intents together, sorted by cell and place, none overlapping. Undefined where one of them
 * no longer fits the text: a fix is done whole or not at all.
 */
export function editsFor(program: PythonProgram, intents: readonly Intent[]): Edit[] | undefined {
  const replacement = asReplacement(program, intents);
  const changes: Change[] = [...(replacement?.changes ?? [])];
  for (const intent of replacement?.others ?? intents) {
    const own = changesFor(program, intent);
    if (!own) return undefined;
    changes.push(...own);
  }
  return toEdits(program, changes);
}

/** Taking out one argument of a call and setting another is one replacement where it can be. */
function asReplacement(
  program: PythonProgram,
  intents: readonly Intent[]
): { changes: readonly Change[]; others: readonly Intent[] } | undefined {
  const removal = intents.find(intent => intent.kind === 'removeArgument');
  const setting = intents.find(intent => intent.kind === 'setArgument');
  if (!removal || !setting) return undefined;
  const call = findCall(program, removal.call);
  const same = findCall(program, setting.call);
  const value = call && spell(setting.value, call);
  if (!call || call.node !== same?.node || value === undefined) return undefined;
  const { parameters } = knownCallee(program, call);
  const changes = replaceArgument(program, call, parameters, removal.name, setting.name, value);
  return changes && { changes, others: intents.filter(intent => intent !== removal && intent !== setting) };
}

function changesFor(program: PythonProgram, intent: Intent): Change[] | undefined {
  switch (intent.kind) {
    case 'replaceLiteral':
      return replaceLiteral(program, intent.place, intent.value);
    case 'changeItem':
      return changeItem(program, intent.place, intent.name, intent.value);
    case 'readSecret':
      return readSecret(program, [intent.place, ...intent.others], intent.by, intent.variable);
    case 'loadVariables':
      return loadVariables(program, intent.places, intent.required);
    case 'removeStatement':
      return removeStatement(program, intent.place);
    case 'addSuppression':
      return addSuppression(program, intent.place, intent.rule, intent.reason);
    case 'suppressPart':
      return suppressPart(program, intent.place, intent.rule, intent.reason);
    case 'removeSuppression':
      return removeSuppression(program, intent.place, intent.rule);
    case 'clearOutputs':
    case 'redact':
    case 'keepVariable':
      return [];
    case 'suppressCell':
    case 'unsuppressCell':
    case 'turnOff':
    case 'exclude':
      return undefined;
  }
  const call = findCall(program, intent.call);
  if (!call) return undefined;
  const known = knownCallee(program, call);
  const { parameters } = known;
  switch (intent.kind) {
    case 'setArgument': {
      const value = spell(intent.value, call);
      return value === undefined ? undefined : setArgument(program, call, parameters, intent.name, value);
    }
    case 'removeArgument':
      return removeArgument(program, call, parameters, intent.name);
    case 'rewriteCall':
      return RECIPES.get(intent.recipe)?.(program, call, known, intent.options ?? {}, intent.value);
  }
}

function knownCallee(program: PythonProgram, call: FoundCall): KnownCallee {
  return program.onceOf(call.unit, `callee at ${String(call.node.start)}`, () => readCallee(program, call));
}

function readCallee(program: PythonProgram, call: FoundCall): KnownCallee {
  const value = program.resolver.resolve(call.callee, call.where, new Trace());
  for (let one of alternatives(value)) {
    while (one.kind === 'partial') one = one.of;
    if (one.kind !== 'symbol') continue;
    const load = loader(one.name);
    if (load) return { callee: load.name, parameters: [...load.parameters] };
    const reference = hub(one.name);
    if (reference) return { callee: one.name, parameters: reference.parameters };
    const fetch = fetcher(one.name);
    if (fetch) return { callee: one.name, parameters: fetch.parameters };
  }
  return { callee: '', parameters: [] };
}

function toEdits(program: PythonProgram, changes: readonly Change[]): Edit[] | undefined {
  const order = program.once('order of cells', () => new Map(program.cellIds.map((id, i) => [id, i])));
  const sorted = changes
    .filter(
      (c, i) =>
        changes.findIndex(o => o.cell === c.cell && o.start === c.start && o.end === c.end && o.text === c.text) === i
    )
    .filter(c => !isIndentOfLost(c, changes))
    .sort((a, b) => (order.get(a.cell) ?? 0) - (order.get(b.cell) ?? 0) || a.start - b.start || a.end - b.end);
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1], sorted[i]];
    if (a && b && a.cell === b.cell && b.start < a.end) return undefined;
  }
  return joined(sorted).map(c => ({
    document: program.document,
    part: program.part(c.cell),
    range: program.lines(c.cell).range(c.start, c.end),
    newText: c.text
  }));
}

/** It indents a line that another change takes away. */
function isIndentOfLost(change: Change, changes: readonly Change[]): boolean {
  if (change.start !== change.end || change.text.trim() !== '' || change.text.includes('\n')) return false;
  return changes.some(o => o.cell === change.cell && o.text === '' && o.start === change.start && o.end > o.start);
}

/** What is put in at one place becomes one edit, so that no one who applies them can turn the order round. */
function joined(sorted: readonly Change[]): Change[] {
  const result: Change[] = [];
  for (const change of sorted) {
    const last = result.at(-1);
    const inserts = last?.start === last?.end && change.start === change.end;
    if (last && inserts && last.cell === change.cell && last.start === change.start) {
      result[result.length - 1] = { ...last, text: last.text + change.text };
    } else result.push(change);
  }
  return result;
}
