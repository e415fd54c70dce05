import { UNKNOWN } from '@loadlight/facts/value';
import { alternatives, either, mapEach, mapPairs, NOTHING, type Abstract, type Given } from './abstract.js';
import { bindArguments } from './bind-arguments.js';
import { parameterFromCallers } from './callers.js';
import { callValue } from './calls.js';
import { canonicalName, exportsOfStar } from './catalogue/names.js';
import { attributeOfClass } from './classes.js';
import { afterChanges, dictionaryOf, keyOf } from './dictionaries.js';
import { elementOf, enteredOf, partOf } from './elements.js';
import { append, percentFormat } from './formatting.js';
import { BUILTINS } from './library-calls.js';
import { requestParameter } from './flow/request-parameter.js';
import { Lookup } from './lookup.js';
import { attributeOfModule, fromStar, imported } from './modules/imported.js';
import type { WorkspaceModule } from './modules/workspace-module.js';
import { NO_MODULES, type Found, type Modules } from './modules/modules.js';
import { merge } from './merge-dictionaries.js';
import { namesOf } from './names.js';
import type { Namespace } from './namespace.js';
import { defaultOfArgument } from './parsed-arguments.js';
import type { Binding, BoundTo, Callable, Parameter } from './scope.js';
import { readString } from './string-literal.js';
import { child, unwrap, type Syntax } from './syntax.js';
import { pathAttribute } from './text-methods.js';
import { concatenate, EMPTY, joinPath, literal, textOf } from './values.js';
import { whereOf, type Trace, type Where } from './where.js';

/** So many expressions are read for one answer; what takes more is unknown. */
const MAX_STEPS = 1000;

/** So deep do answers rest on each other. */
const MAX_DEPTH = 120;

/** Expressions to values, without running anything. */
export class Resolver {
  readonly lookup: Lookup;

  /** Imports that it does not answer for stay names. */
  modules: Modules = NO_MODULES;
  /** What was asked of it, by the name that a trace has for it, with the answer. */
  private readonly asked = new Map<string, Asked>();

  constructor(readonly namespace: Namespace) {
    this.lookup = new Lookup(namespace);
  }

  resolve(node: Syntax, where: Where, trace: Trace): Abstract {
    // A question of its own has all of the steps.
    if (trace.depth === 0) trace.steps = 0;
    if (++trace.steps > MAX_STEPS || trace.depth >= MAX_DEPTH) return UNKNOWN;
    trace.depth++;
    const value = this.expression(unwrap(node), where, trace);
    trace.depth--;
    return value;
  }

  /** What calling it gives back. */
  call(callee: Abstract, layers: readonly Given[], trace: Trace): Abstract {
    return callValue(callee, layers, this, trace);
  }

  /** `value.name`: symbols grow by it, and so do results of calls. */
  attributeOf(value: Abstract, name: string, trace: Trace): Abstract {
    return mapEach(value, one => {
      switch (one.kind) {
        case 'symbol':
          return { ...one, name: canonicalName(`${one.name}.${name}`) };
        case 'parameter':
          return { kind: 'parameter', name: `${one.name}.${name}` };
        case 'result': {
          const of = canonicalName(`${one.of}().${name}`);
          const symbol: Abstract = { kind: 'symbol', name: of, receiver: one };
          const byDefault = defaultOfArgument(one.of, name, this, trace);
          return byDefault ? either([byDefault, symbol]) : symbol;
        }
        case 'literal':
        case 'text':
          // Of all texts and numbers only members of an `Enum` have this.
          if (name === 'value') return one;
          return pathAttribute(one, name) ?? { kind: 'method', of: one, name };
        case 'list':
        case 'dict':
          return { kind: 'method', of: one, name };
        case 'instance':
          return attributeOfClass(one.of, name, one, this, trace);
        case 'module':
          return attributeOfModule(one, name, this, trace);
        case 'class':
          return attributeOfClass(one, name, undefined, this, trace);
        default:
          return UNKNOWN;
      }
    });
  }

  /** The value that the binding gives, asked from there. */
  bound(binding: Binding, from: Where, trace: Trace): Abstract {
    if (!trace.bindings.includes(binding)) trace.bindings.push(binding);
    return trace.once<Abstract>(binding, NOTHING, () => {
      const where = whereOf(binding, from);
      const request = requestParameter(binding, node => this.resolve(node, where, trace));
      return request ?? this.boundTo(binding.to, where, trace);
    });
  }

  /** What the parameter can be where no single call is looked at. */
  parameter(callable: Callable, parameter: Parameter, trace: Trace): Abstract {
    return parameterFromCallers(callable, parameter, this, trace);
  }

  firstArgument(layers: readonly Given[], trace: Trace): Abstract | undefined {
    return bindArguments(layers, ['first'], this, trace).byName.get('first')?.abstract;
  }

  /** The expression itself, or for a name the only one that it can be bound to there; with where that stands. */
  expressionBehind(node: Syntax, where: Where, trace: Trace): { node: Syntax; where: Where } | undefined {
    const expression = unwrap(node);
    if (expression.type !== 'identifier') return { node: expression, where };
    const name = this.text(expression, where);
    const [only, ...others] = this.lookup.find(name, expression, where, trace);
    trace.reads.add(name);
    if (others.length > 0 || only?.to.kind !== 'expression') return undefined;
    return { node: unwrap(only.to.node), where: whereOf(only, where) };
  }

  /** The value of a name that the module binds; `node` stands behind all of it. */
  nameAtEnd(name: string, node: Syntax, where: Where, trace: Trace): Abstract {
    return this.name(name, node, where, trace);
  }

  /** What an import's name means; noted, so that another answer can be told from this one. */
  findModule(name: string, importer: string, trace: Trace): Found | undefined {
    const { toCall } = trace;
    return this.ask(`@${importer}\n${name}\n${toCall}`, m => m.find(name, importer, toCall), trace);
  }

  /** The module that a star import has the name from; noted, too. */
  findStar(module: string, importer: string, name: string, trace: Trace): WorkspaceModule | undefined {
    const { toCall } = trace;
    const key = `*${importer}\n${module}\n${name}\n${toCall}`;
    const found = this.ask(key, m => m.findStar(module, importer, name, toCall), trace);
    return found === 'folder' ? undefined : found;
  }

  private ask(key: string, question: (modules: Modules) => Found | undefined, trace: Trace): Found | undefined {
    trace.reads.add(key);
    const known = this.asked.get(key);
    if (known) return known.answer;
    const answer = question(this.modules);
    this.asked.set(key, { question, answer });
    return answer;
  }

  /** Takes other modules; gives the names, as traces have them, that mean something else now. */
  link(modules: Modules): string[] {
    const before = this.modules;
    this.modules = modules;
    const changed: string[] = [];
    for (const [key, { question, answer }] of this.asked) {
      if (question(modules) === answer) continue;
      this.asked.delete(key);
      changed.push(key);
    }
    for (const name of before.names) if (!modules.names.has(name)) changed.push(`.${name}`);
    for (const name of modules.names) if (!before.names.has(name)) changed.push(`.${name}`);
    return changed;
  }

  /** All bindings of the module-level name, in the program's order. */
  moduleBindings(name: string): readonly Binding[] {
    return this.namespace.bindings(name);
  }

  private expression(node: Syntax, where: Where, trace: Trace): Abstract {
    switch (node.type) {
      case 'true':
        return literal(true);
      case 'false':
        return literal(false);
      case 'none':
        return literal(null);
      case 'integer':
      case 'float':
        return literal(Number(this.text(node, where).replace(/_/g, '')));
      case 'string':
        return this.string(node, where, trace);
      case 'concatenated_string':
        return node.children
          .filter(c => c.type === 'string')
          .map(c => this.string(c, where, trace))
          .reduce(concatenate);
      case 'identifier':
        return this.name(this.text(node, where), node, where, trace);
      case 'attribute':
        return this.attribute(node, where, trace);
      case 'call':
        return this.calling(node, where, trace);
      case 'binary_operator':
      case 'augmented_assignment':
        return this.binary(node, where, trace);
      case 'boolean_operator':
        return either(operands(node).map(c => this.resolve(c, where, trace)));
      case 'not_operator': {
        const argument = child(node, 'argument');
        const value = argument && this.resolve(argument, where, trace);
        return value?.kind === 'literal' ? literal(!value.value) : UNKNOWN;
      }
      case 'unary_operator': {
        const argument = child(node, 'argument');
        const value = argument && this.resolve(argument, where, trace);
        const number = value?.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
        return number !== undefined && this.text(node, where).startsWith('-') ? literal(-number) : UNKNOWN;
      }
      case 'conditional_expression': {
        const [yes, , no] = operands(node);
        return yes && no ? either([this.resolve(yes, where, trace), this.resolve(no, where, trace)]) : UNKNOWN;
      }
      case 'list':
      case 'tuple':
      case 'set':
      case 'expression_list':
        return this.list(node, where, trace);
      case 'list_comprehension':
      case 'set_comprehension':
      case 'generator_expression': {
        const scope = namesOf(where.unit).scopes.get(node);
        const body = child(node, 'body');
        return scope && body
          ? { kind: 'list', items: [this.resolve(body, { ...where, scope }, trace)], loose: true }
          : UNKNOWN;
      }
      case 'dictionary':
        return dictionaryOf(node, where, this, trace);
      case 'lambda': {
        const callable = namesOf(where.unit).scopes.get(node)?.callable;
        return callable ? { kind: 'function', callable, ...(where.frame && { outer: where.frame }) } : UNKNOWN;
      }
      case 'subscript':
        return this.subscript(node, where, trace);
      case 'named_expression': {
        const value = child(node, 'value');
        return value ? this.resolve(value, where, trace) : UNKNOWN;
      }
      case 'await': {
        const value = node.children[0];
        return value ? this.resolve(value, where, trace) : UNKNOWN;
      }
      default:
        return UNKNOWN;
    }
  }

  private string(node: Syntax, where: Where, trace: Trace): Abstract {
    const shape = readString(node, where.unit.text);
    if (shape.value !== undefined) return literal(shape.value);
    let value = EMPTY;
    for (const part of node.children) {
      if (part.type === 'string_content') {
        const opener = node.children.filter(c => c.type === 'string_start' || c === part);
        value = append(value, literal(readString({ ...node, children: opener }, where.unit.text).value ?? ''));
      } else if (part.type === 'interpolation') {
        const inner = child(part, 'expression') ?? part.children[0];
        const plain = !part.children.some(c => c.type === 'format_specifier' || c.type === 'type_conversion');
        value = concatenate(value, inner && plain ? this.resolve(inner, where, trace) : UNKNOWN);
      }
    }
    return value;
  }

  private name(name: string, node: Syntax, where: Where, trace: Trace): Abstract {
    const found = this.lookup.find(name, node, where, trace);
    if (found.length === 0) {
      if (!where.unit.home) trace.reads.add('*');
      for (const module of this.lookup.namespaceOf(where.unit).stars()) {
        const own = fromStar(module, name, where, this, trace);
        if (own) return own;
        const symbol = exportsOfStar(module, name);
        if (symbol) return { kind: 'symbol', name: symbol };
      }
      // A file's own place: paths made from it are relative to its folder.
      if (name === '__file__') return literal('./__file__');
      return BUILTINS.has(name) ? { kind: 'symbol', name } : UNKNOWN;
    }
    return either(
      found.map(binding => {
        const value = this.bound(binding, where, trace);
        if (!alternatives(value).some(one => one.kind === 'dict' || one.kind === 'list')) return value;
        return afterChanges(value, this.lookup.changes(name, node, where, binding), where, this, trace);
      })
    );
  }

  private boundTo(to: BoundTo, where: Where, trace: Trace): Abstract {
    switch (to.kind) {
      case 'import':
        return imported(to.symbol, where, this, trace) ?? { kind: 'symbol', name: canonicalName(to.symbol) };
      case 'expression':
        return this.resolve(to.node, where, trace);
      case 'element':
        return elementOf(this.resolve(to.node, where, trace));
      case 'entered':
        return enteredOf(this.resolve(to.node, where, trace));
      case 'part':
        return partOf(this.boundTo(to.of, where, trace), to.index);
      case 'parameter': {
        for (let { frame } = where; frame; frame = frame.outer) {
          if (frame.callable === to.callable) return frame.argument(to.parameter.name);
        }
        return this.parameter(to.callable, to.parameter, trace);
      }
      case 'self': {
        for (let { frame } = where; frame; frame = frame.outer) {
          if (frame.callable.scope === where.scope && frame.self) return frame.self;
        }
        const of = { kind: 'class', cls: to.cls } as const;
        return to.made ? { kind: 'instance', of } : of;
      }
      case 'function':
        return { kind: 'function', callable: to.callable, ...(where.frame && { outer: where.frame }) };
      case 'class':
        return { kind: 'class', cls: to.cls };
      case 'opaque':
        return UNKNOWN;
    }
  }

  private attribute(node: Syntax, where: Where, trace: Trace): Abstract {
    const object = child(node, 'object');
    const attribute = child(node, 'attribute');
    if (!object || !attribute) return UNKNOWN;
    const name = this.text(attribute, where);
    const set =
      object.type === 'identifier'
        ? this.lookup.findSet(`${this.text(object, where)}.${name}`, node, where, trace)
        : [];
    const values = set.map(binding => this.bound(binding, where, trace));
    const certain = set.some(b => b.branches.every(arm => where.branches.includes(arm)));
    return certain
      ? either(values)
      : either([...values, this.attributeOf(this.resolve(object, where, trace), name, trace)]);
  }

  private calling(node: Syntax, where: Where, trace: Trace): Abstract {
    const callee = child(node, 'function');
    return callee ? this.call(this.resolve(callee, where, trace), [{ call: node, where }], trace) : UNKNOWN;
  }

  private binary(node: Syntax, where: Where, trace: Trace): Abstract {
    const left = child(node, 'left');
    const right = child(node, 'right');
    if (!left || !right) return UNKNOWN;
    const between = where.unit.text.slice(left.end, right.start).replace(/[\s()\\]/g, '');
    const operator = node.type === 'augmented_assignment' ? between.replace(/=$/, '') : between;
    if (!['+', '/', '%', '|', 'or'].includes(operator)) return UNKNOWN;
    const a = this.resolve(left, where, trace);
    const b = this.resolve(right, where, trace);
    switch (operator) {
      case '+':
        return concatenate(a, b);
      case '/':
        return joinPath(a, b);
      case '%':
        return mapEach(a, one => {
          const text = textOf(one);
          return text === undefined ? UNKNOWN : percentFormat(text, b);
        });
      default:
        return mapEach(a, one => (one.kind === 'dict' ? merge(one, b) : UNKNOWN));
    }
  }

  private list(node: Syntax, where: Where, trace: Trace): Abstract {
    const items: Abstract[] = [];
    let loose = node.type === 'set';
    for (const item of operands(node)) {
      if (item.type !== 'list_splat') {
        items.push(this.resolve(item, where, trace));
        continue;
      }
      const spread = item.children[0] ? this.resolve(item.children[0], where, trace) : UNKNOWN;
      if (spread.kind === 'list') items.push(...spread.items);
      else items.push(UNKNOWN);
      loose ||= spread.kind !== 'list' || spread.loose === true;
    }
    return { kind: 'list', items, ...(loose && { loose }) };
  }

  private subscript(node: Syntax, where: Where, trace: Trace): Abstract {
    const value = child(node, 'value');
    const key = child(node, 'subscript');
    if (!value || !key) return UNKNOWN;
    return mapPairs(this.resolve(value, where, trace), this.resolve(key, where, trace), (from, index) => {
      if (from.kind === 'dict') {
        const known = keyOf(index);
        if (known !== undefined) return from.entries.get(known)?.value ?? UNKNOWN;
        return from.open ? UNKNOWN : either([...from.entries.values()].map(e => e.value));
      }
      if (from.kind === 'list') {
        if (index.kind === 'literal' && typeof index.value === 'number') return partOf(from, index.value);
        return either(from.items);
      }
      if (from.kind === 'symbol') {
        const { name, receiver } = from;
        return { kind: 'result', of: `${name}[]`, argument: index, ...(receiver && { receiver }) };
      }
      if (from.kind === 'result') return { kind: 'result', of: `${from.of}()[]`, argument: index, receiver: from };
      return from.kind === 'parameter' ? from : UNKNOWN;
    });
  }

  private text(node: Syntax, where: Where): string {
    return where.unit.text.slice(node.start, node.end);
  }
}

interface Asked {
  readonly question: (modules: Modules) => Found | undefined;
  readonly answer: Found | undefined;
}

function operands(node: Syntax): Syntax[] {
  return node.children.filter(c => c.type !== 'comment');
}
