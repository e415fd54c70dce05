import type { PythonProgram } from '../program.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import { Trace } from '../where.js';
import { setArgument, removeArgument } from './arguments.js';
import { changeIn, type Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { pathTo } from '../statements.js';
import { insertAbove, statementLines } from './statement-lines.js';
import { fileCall, sameFile, type FileCall } from './file-calls.js';

const LOAD = ['f', 'map_location', 'pickle_module'];

/** `torch.save(model, p)` becomes `torch.save(model.state_dict(), p)`. Undefined where the object is not passed in the call itself. */
export function saveStateDict(program: PythonProgram, call: FoundCall): Change[] | undefined {
  const save = fileCall(program, call, 'torch.save');
  const object = save?.arguments.get('obj');
  if (!save || !object || object.form === 'unpacked' || object.where.unit !== call.unit) return undefined;
  const { node } = object;
  const simple = /^(?:identifier|attribute|call|subscript|parenthesized_expression)$/.test(node.type);
  const { unit } = call;
  if (simple) return [changeIn(unit, node.end, node.end, '.state_dict()')];
  return [changeIn(unit, node.start, node.start, '('), changeIn(unit, node.end, node.end, ').state_dict()')];
}

/**
 * The same, and where the program loads the file, `model = torch.load(p)` becomes `model = Net()` with
 * `model.load_state_dict(torch.load(p, weights_only=True))` below. Undefined where a load is no such assignment, or where
 * the module is not made by a call that can be written again there.
 */
export function saveAndLoadStateDict(program: PythonProgram, call: FoundCall): Change[] | undefined {
  const saved = saveStateDict(program, call);
  const save = fileCall(program, call, 'torch.save');
  const object = save?.arguments.get('obj');
  if (!saved || !save || !object || sameFile(program, save, 'torch.save').length !== 1) return undefined;
  const made = program.resolver.expressionBehind(object.node, object.where, new Trace());
  const loads = sameFile(program, save, 'torch.load');
  if (made?.node.type !== 'call' || (made.where.unit.home ?? program) !== program || loads.length === 0)
    return undefined;
  const text = made.where.unit.text.slice(made.node.start, made.node.end);
  if (!isWrittenAgain(made.node) || text.includes('\n')) return undefined;
  const changes = loads.map(load => buildsFirst(program, load, text));
  return changes.every(change => change !== undefined) ? [...saved, ...changes.flat()] : undefined;
}

/** A constructor of names, called with literals: it gives the like wherever it stands. */
function isWrittenAgain(node: Syntax): boolean {
  const callee = child(node, 'function');
  const given = child(node, 'arguments')?.children ?? [];
  return (
    callee !== undefined &&
    /^(?:identifier|attribute)$/.test(callee.type) &&
    given.every(one => isLiteral(one.type === 'keyword_argument' ? child(one, 'value') : one))
  );
}

function isLiteral(node: Syntax | undefined): boolean {
  if (!node) return false;
  if (/^(?:integer|float|true|false|none|string)$/.test(node.type)) return true;
  if (/^(?:list|tuple|unary_operator)$/.test(node.type)) return node.children.every(isLiteral);
  if (node.type !== 'call') return false;
  return isWrittenAgain(node);
}

function buildsFirst(program: PythonProgram, load: FileCall, made: string): Change[] | undefined {
  const { call } = load;
  const { unit, node } = call;
  const statement = statementLines(program, call);
  const path = pathTo(unit.statements, node);
  const assignment = path.at(-2);
  const left = assignment?.type === 'assignment' ? child(assignment, 'left') : undefined;
  const right = assignment && child(assignment, 'right');
  if (!statement || !left || !right || unwrap(right) !== node || right !== node) return undefined;
  if (left.type !== 'identifier' && left.type !== 'attribute') return undefined;
  const parent = path.at(-3);
  if (parent !== statement.node && assignment !== statement.node) return undefined;
  const name = unit.text.slice(left.start, left.end);
  const above = insertAbove(program, call, [`${name} = ${made}`]);
  const dropped = removeArgument(program, call, LOAD, 'pickle_module');
  const set = setArgument(program, call, LOAD, 'weights_only', 'True');
  if (!above || !dropped || !set) return undefined;
  const head = changeIn(unit, left.start, node.start, `${name}.load_state_dict(`);
  return [...above, head, ...dropped, ...set, changeIn(unit, node.end, node.end, ')')];
}
