import { UNKNOWN } from '@loadlight/facts/value';
import { alternatives, either, mapEach, NOTHING, type Abstract, type Given } from './abstract.js';
import { bindArguments } from './bind-arguments.js';
import { MAX_CALLERS, parameterFromCallers } from './callers.js';
import { callValue } from './calls.js';
import { canonicalName, exportsOfStar } from './catalogue/names.js';
import { attributeOfClass } from './classes.js';
import { afterChanges, canChange } from './dictionaries.js';
import { elementOf, enteredOf, partOf } from './elements.js';
import { expressionValue } from './expressions.js';
import { BUILTINS } from './library-calls.js';
import { requestParameter } from './flow/request-parameter.js';
import { isLeftOut } from './left-out.js';
import { Lookup } from './lookup.js';
import { attributeOfModule, fromStar, imported } from './modules/imported.js';
import { AskedModules } from './modules/asked-modules.js';
import type { Namespace } from './namespace.js';
import { defaultOfArgument } from './parsed-arguments.js';
import type { Binding, BoundTo, Callable, Change, Parameter } from './scope.js';
import { child, unwrap, type Syntax } from './syntax.js';
import { pathAttribute } from './text-methods.js';
import { literal } from './values.js';
import { Trace, whereOf, type Passage, type Where } from './where.js';

/** So many expressions are read for one answer; what takes more is unknown. */
const MAX_STEPS = 1000;

/** So deep do answers rest on each other. */
const MAX_DEPTH = 120;

/** Bindings whose value takes work. */
const WORKED_OUT: ReadonlySet<BoundTo['kind']> = new Set([
  'import',
  'expression',
  'element',
  'entered',
  'part',
  'parameter'
]);

interface Remembered {
  readonly value: Abstract;
  /** How it was found. */
  readonly passage: Passage;
}

/** Expressions to values, without running anything. */
export class Resolver {
  readonly lookup: Lookup;

  readonly modules = new AskedModules();

  /** Texts that may be credentials know the strings that they are made of. */
  followsTexts = false;

  /** What is shown in the page is told. */
  tellsDisplays = false;

  /** So many expressions were read for all answers. */
  steps = 0;
  /** Values of bindings and parameters that no single call decides; of those that are called, apart. */
  private readonly values = new Map<object, Remembered>();
  private readonly calledValues = new Map<object, Remembered>();

  constructor(readonly namespace: Namespace) {
    this.lookup = new Lookup(namespace);
  }

  resolve(node: Syntax, where: Where, trace: Trace): Abstract {
    // A question of its own has all of the steps.
    if (trace.depth === 0) trace.steps = 0;
    this.steps++;
    if (!trace.descend(MAX_STEPS, MAX_DEPTH)) return UNKNOWN;
    const value = expressionValue(unwrap(node), where, this, trace);
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
    const where = whereOf(binding, from);
    const work = (own: Trace): Abstract => {
      own.meet(binding);
      return own.once<Abstract>(binding, NOTHING, () => {
        const request = requestParameter(binding, node => this.resolve(node, where, own));
        return request ?? this.boundTo(binding.to, where, own);
      });
    };
    return where.frame || !WORKED_OUT.has(binding.to.kind) ? work(trace) : this.remembered(binding, trace, work);
  }

  /** Names may mean something else from now on. */
  forget(): void {
    for (const known of [this.values, this.calledValues]) known.clear();
  }

  /** What `work` gives, from the last time where it would go the same way again. */
  private remembered(thing: object, trace: Trace, work: (trace: Trace) => Abstract): Abstract {
    if (trace.depth === 0 || trace.active.has(thing)) return work(trace);
    const values = trace.toCall ? this.calledValues : this.values;
    const known = values.get(thing);
    if (known && trace.mayGo(known.passage, MAX_STEPS, MAX_DEPTH, MAX_CALLERS)) {
      trace.goThrough(known.passage);
      return known.value;
    }
    const own = new Trace(trace);
    const value = work(own);
    const passage = own.end();
    if (passage) values.set(thing, { value, passage });
    return value;
  }

  /** What the parameter can be where no single call is looked at. */
  parameter(callable: Callable, parameter: Parameter, trace: Trace): Abstract {
    return this.remembered(parameter, trace, own => parameterFromCallers(callable, parameter, this, own));
  }

  firstArgument(layers: readonly Given[], trace: Trace): Abstract | undefined {
    return bindArguments(layers, ['first'], this, trace).byName.get('first')?.abstract;
  }

  /** The expression itself, or for a name the only one that it can be bound to there; with where that stands. */
  expressionBehind(
    node: Syntax,
    where: Where,
    trace: Trace,
    isEntered = false
  ): { node: Syntax; where: Where } | undefined {
    const expression = unwrap(node);
    if (expression.type !== 'identifier') return { node: expression, where };
    const name = this.text(expression, where);
    const [only, ...others] = this.lookup.find(name, expression, where, trace);
    trace.reads.add(name);
    if (others.length > 0 || !(only?.to.kind === 'expression' || (isEntered && only?.to.kind === 'entered')))
      return undefined;
    return { node: unwrap(only.to.node), where: whereOf(only, where) };
  }

  /** All bindings of the module-level name, in the program's order. */
  moduleBindings(name: string): readonly Binding[] {
    return this.namespace.bindings(name);
  }

  /** The value of a name, asked at `node`. */
  name(name: string, node: Syntax, where: Where, trace: Trace): Abstract {
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
        if (!alternatives(value).some(canChange)) return value;
        return afterChanges(value, this.changes(name, node, where, binding, trace), where, this, trace);
      })
    );
  }

  /** What is done to it in place before that, but for what the call that leads there leaves out. */
  private changes(
    name: string,
    node: Syntax,
    where: Where,
    binding: Binding,
    trace: Trace
  ): readonly Change[] | undefined {
    const all = this.lookup.changes(name, node, where, binding, trace);
    const { frame } = where;
    if (!frame) return all;
    return all?.filter(
      ({ unit, scope, branches }) => !isLeftOut(branches, { unit, scope, branches: [], frame }, this, trace)
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

  /** `object.name`, as it is set around there, or by what the object is. */
  attribute(node: Syntax, where: Where, trace: Trace): Abstract {
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

  private text(node: Syntax, where: Where): string {
    return where.unit.text.slice(node.start, node.end);
  }
}
