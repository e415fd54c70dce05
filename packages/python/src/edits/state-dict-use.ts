import { alternatives } from '../abstract.js';
import type { PythonProgram } from '../program.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import { namesOf } from '../names.js';
import { readString } from '../string-literal.js';
import { functionOf } from '../flow/file-event.js';
import type { CallSite } from '../scope.js';
import { Trace } from '../where.js';
import type { Unit } from '../unit.js';
import type { FoundCall } from './find-call.js';
import { pathTo } from '../statements.js';

/** Objects whose state is more than tensors by name, by what they are usually called. */
export const NO_MODULE =
  /optim|^opt$|^obj$|object|sched|scaler|sampler|loader$|trainer|engine|accelerat|metric|callback|stopp|averag/i;

/**
 * What the call gives is a module's state dict and nothing more, as far as can be seen: it goes into `load_state_dict`,
 * itself or by the one name that it is bound to, and nothing is looked up in it that is no weight's name.
 */
export function isStateDict(program: PythonProgram, { unit, node, where }: FoundCall): boolean {
  const path = pathTo(unit.statements, node);
  const outer = path.slice(0, -1).filter(({ type }) => type !== 'parenthesized_expression');
  const parent = outer.at(-1);
  const around = outer.at(-2);
  if (parent?.type === 'argument_list' || parent?.type === 'keyword_argument') {
    const call = parent.type === 'argument_list' ? around : outer.at(-3);
    const site = namesOf(unit).calls.find(one => one.node === call);
    return site !== undefined && loadsModule(program, unit, site, node);
  }
  if (parent?.type !== 'assignment') return false;
  const left = child(parent, 'left');
  const right = child(parent, 'right');
  if (left?.type !== 'identifier' || !right || unwrap(right) !== node) return false;
  const name = unit.text.slice(left.start, left.end);
  const scope = functionOf(where.scope);
  const loads = program.namespace
    .calls('load_state_dict')
    .filter(
      ({ unit: one, site }) =>
        functionOf(site.scope) === scope && givenName(one, site) === name && loadsModule(program, one, site)
    );
  if (loads.length === 0) return false;
  const units = scope ? [unit] : program.units().filter(({ text }) => text.includes(name));
  return !units.some(one => one.statements.some(statement => readsOtherKey(statement, name, one.text)));
}

/** `model.load_state_dict(…)`: the object is a module, or not known to be something else. */
function loadsModule(program: PythonProgram, unit: Unit, site: CallSite, given?: Syntax): boolean {
  const callee = child(site.node, 'function');
  const object = callee && child(callee, 'object');
  const method = callee && child(callee, 'attribute');
  if (!object || !method || unit.text.slice(method.start, method.end) !== 'load_state_dict') return false;
  if (given && firstGiven(unit, site) !== given) return false;
  const text = unit.text.slice(object.start, object.end);
  const value = program.resolver.resolve(object, { unit, scope: site.scope, branches: site.branches }, new Trace());
  const isOther = alternatives(value).some(one => one.kind === 'result' && one.of.startsWith('torch.optim'));
  return !isOther && !NO_MODULE.test(text.slice(text.lastIndexOf('.') + 1));
}

function firstGiven(unit: Unit, { node }: CallSite): Syntax | undefined {
  const first = child(node, 'arguments')?.children.find(c => c.type !== 'comment');
  if (first?.type !== 'keyword_argument') return first && unwrap(first);
  const name = child(first, 'name');
  const value = child(first, 'value');
  return name && value && unit.text.slice(name.start, name.end) === 'state_dict' ? unwrap(value) : undefined;
}

function givenName(unit: Unit, site: CallSite): string | undefined {
  const first = firstGiven(unit, site);
  return first?.type === 'identifier' ? unit.text.slice(first.start, first.end) : undefined;
}

/** `name["epoch"]`, `name.get("model")`: weights of a module of any size have a dot in their names. */
function readsOtherKey(node: Syntax, name: string, text: string): boolean {
  const isName = (one: Syntax | undefined): boolean =>
    one?.type === 'identifier' && text.slice(one.start, one.end) === name;
  const isOther = (key: Syntax | undefined): boolean =>
    key?.type === 'string' && !(readString(key, text).value ?? '.').includes('.');
  if (node.type === 'subscript' && isName(child(node, 'value')) && isOther(child(node, 'subscript'))) return true;
  if (node.type === 'comparison_operator' && isName(node.children.at(-1)) && isOther(node.children[0])) return true;
  if (node.type === 'call') {
    const callee = child(node, 'function');
    const [key] = child(node, 'arguments')?.children ?? [];
    if (callee?.type === 'attribute' && isName(child(callee, 'object')) && isOther(key)) return true;
  }
  return node.children.some(one => readsOtherKey(one, name, text));
}
