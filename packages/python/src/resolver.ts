import { UNKNOWN, type GivenArguments, type Value } from '@loadlight/facts/value';
import { canonicalName, exportsOfStar, isFollowed } from './catalogue/names.js';
import { requestParameter } from './flow/request-parameter.js';
import { Lookup } from './lookup.js';
import type { Binding } from './scope.js';
import type { Namespace } from './namespace.js';
import { readString } from './string-literal.js';
import { child, unwrap, type Syntax } from './syntax.js';
import { attributeOf, concatenate, either, EMPTY, joinPath, mapEach } from './values.js';
import { whereOf, type Trace, type Where } from './where.js';

const MAX_STEPS = 400;

/** Expressions to values, without running anything. */
export class Resolver {
  private readonly lookup: Lookup;

  constructor(private readonly namespace: Namespace) {
    this.lookup = new Lookup(namespace);
  }

  resolve(node: Syntax, where: Where, trace: Trace): Value {
    if (++trace.steps > MAX_STEPS) return UNKNOWN;
    const expression = unwrap(node);
    switch (expression.type) {
      case 'true':
        return { kind: 'literal', value: true };
      case 'false':
        return { kind: 'literal', value: false };
      case 'none':
        return { kind: 'literal', value: null };
      case 'integer':
      case 'float':
        return { kind: 'literal', value: Number(this.text(expression, where).replace(/_/g, '')) };
      case 'string':
        return this.string(expression, where, trace);
      case 'concatenated_string':
        return expression.children
          .filter(c => c.type === 'string')
          .map(c => this.string(c, where, trace))
          .reduce(concatenate);
      case 'identifier':
        return this.name(this.text(expression, where), expression, where, trace);
      case 'attribute':
        return this.attribute(expression, where, trace);
      case 'call':
        return this.call(expression, where, trace);
      case 'binary_operator':
        return this.binary(expression, where, trace);
      case 'conditional_expression': {
        const [yes, , no] = expression.children.filter(c => c.type !== 'comment');
        return yes && no ? either([this.resolve(yes, where, trace), this.resolve(no, where, trace)]) : UNKNOWN;
      }
      case 'list':
      case 'tuple':
        return {
          kind: 'list',
          items: expression.children.filter(c => c.type !== 'comment').map(c => this.resolve(c, where, trace))
        };
      case 'dictionary':
        return this.dictionary(expression, where, trace);
      case 'subscript':
        return this.subscript(expression, where, trace);
      case 'named_expression': {
        const value = child(expression, 'value');
        return value ? this.resolve(value, where, trace) : UNKNOWN;
      }
      case 'await': {
        const value = expression.children[0];
        return value ? this.resolve(value, where, trace) : UNKNOWN;
      }
      default:
        return UNKNOWN;
    }
  }

  /** The dictionary literal that the expression is, or that the name it is was bound to once; with where it stands. */
  literalDictionary(node: Syntax, where: Where, trace: Trace): { node: Syntax; where: Where } | undefined {
    const expression = unwrap(node);
    const name = expression.type === 'identifier' ? this.text(expression, where) : undefined;
    const found = this.expressionBehind(expression, where, trace);
    if (name !== undefined && this.namespace.isMutated(name)) return undefined;
    return found?.node.type === 'dictionary' ? found : undefined;
  }

  /** The expression itself, or for a name the only one that it can be bound to there; with where that stands. */
  expressionBehind(node: Syntax, where: Where, trace: Trace): { node: Syntax; where: Where } | undefined {
    const expression = unwrap(node);
    if (expression.type !== 'identifier') return { node: expression, where };
    const name = this.text(expression, where);
    const [only, ...others] = this.lookup.find(name, expression, where, trace);
    trace.reads.add(name);
    if (others.length > 0 || only?.to.kind !== 'expression') return undefined;
    return { node: unwrap(only.to.node), where: whereOf(only) };
  }

  /** All bindings of the module-level name, in the program's order. */
  moduleBindings(name: string): readonly Binding[] {
    return this.namespace.bindings(name);
  }

  private string(node: Syntax, where: Where, trace: Trace): Value {
    const shape = readString(node, where.unit.text);
    if (shape.value !== undefined) return { kind: 'literal', value: shape.value };
    let value: Value = { kind: 'literal', value: '' };
    for (const part of node.children) {
      if (part.type === 'string_content') {
        const only = readString(
          { ...node, children: node.children.filter(c => c.type === 'string_start' || c === part) },
          where.unit.text
        );
        value = concatenate(value, { kind: 'literal', value: only.value ?? '' });
      } else if (part.type === 'interpolation') {
        const inner = child(part, 'expression') ?? part.children[0];
        value = concatenate(value, inner ? this.resolve(inner, where, trace) : UNKNOWN);
      }
    }
    return value;
  }

  private name(name: string, node: Syntax, where: Where, trace: Trace): Value {
    const found = this.lookup.find(name, node, where, trace);
    if (found.length === 0) {
      trace.reads.add('*');
      for (const module of this.namespace.stars()) {
        const symbol = exportsOfStar(module, name);
        if (symbol) return { kind: 'symbol', name: symbol };
      }
      return BUILTINS.has(name) ? { kind: 'symbol', name } : UNKNOWN;
    }
    return either(found.map(binding => this.bound(binding, trace)));
  }

  private bound(binding: Binding, trace: Trace): Value {
    if (!trace.bindings.includes(binding)) trace.bindings.push(binding);
    switch (binding.to.kind) {
      case 'import':
        return { kind: 'symbol', name: canonicalName(binding.to.symbol) };
      case 'expression':
        return this.resolve(binding.to.node, whereOf(binding), trace);
      case 'parameter':
        return (
          requestParameter(binding, node => this.resolve(node, whereOf(binding), trace)) ?? {
            kind: 'parameter',
            name: binding.name
          }
        );
      default:
        return UNKNOWN;
    }
  }

  private attribute(node: Syntax, where: Where, trace: Trace): Value {
    const object = child(node, 'object');
    const name = child(node, 'attribute');
    if (!object || !name) return UNKNOWN;
    return attributeOf(this.resolve(object, where, trace), this.text(name, where));
  }

  private call(node: Syntax, where: Where, trace: Trace): Value {
    const callee = child(node, 'function');
    const list = child(node, 'arguments');
    if (!callee) return UNKNOWN;
    const called = this.resolve(callee, where, trace);
    const given = (list?.children ?? []).filter(c => c.type !== 'comment');
    const first = given.find(c => c.type !== 'keyword_argument' && !c.type.endsWith('_splat'));
    return mapEach(called, one => {
      // What a request's methods give is of the request: `request.FILES.get("f")`.
      if (one.kind === 'parameter' && /^req(uest)?\./.test(one.name)) return one;
      if (one.kind !== 'symbol') return UNKNOWN;
      if (TRANSPARENT.has(one.name)) return first ? this.resolve(first, where, trace) : UNKNOWN;
      if (JOINS.has(one.name)) return given.map(c => this.resolve(c, where, trace)).reduce(joinPath, EMPTY);
      if (one.name === 'getattr' && given[0] && given[1]) {
        const key = this.resolve(given[1], where, trace);
        if (key.kind === 'literal' && typeof key.value === 'string') {
          return attributeOf(this.resolve(given[0], where, trace), key.value);
        }
      }
      if (one.name === 'importlib.import_module' && first) {
        const module = this.resolve(first, where, trace);
        if (module.kind === 'literal' && typeof module.value === 'string') {
          return { kind: 'symbol', name: canonicalName(module.value) };
        }
      }
      const argument = first && this.resolve(first, where, trace);
      return {
        kind: 'result',
        of: one.name,
        ...(argument && { argument }),
        ...(isFollowed(one.name) && { given: this.given(given, where, trace) }),
        ...(one.receiver && { receiver: one.receiver })
      };
    });
  }

  private given(given: readonly Syntax[], where: Where, trace: Trace): GivenArguments {
    const all = new Map<string, Value>();
    given.forEach((argument, i) => {
      const value = child(argument, 'value');
      if (argument.type === 'keyword_argument' && value) {
        const name = child(argument, 'name');
        if (name) all.set(this.text(name, where), this.resolve(value, where, trace));
      } else if (!argument.type.endsWith('_splat')) all.set(String(i), this.resolve(argument, where, trace));
    });
    return all;
  }

  private binary(node: Syntax, where: Where, trace: Trace): Value {
    const left = child(node, 'left');
    const right = child(node, 'right');
    if (!left || !right) return UNKNOWN;
    const operator = where.unit.text.slice(left.end, right.start).replace(/[\s()\\]/g, '');
    if (operator !== '+' && operator !== '/') return UNKNOWN;
    const a = this.resolve(left, where, trace);
    const b = this.resolve(right, where, trace);
    return operator === '+' ? concatenate(a, b) : joinPath(a, b);
  }

  private dictionary(node: Syntax, where: Where, trace: Trace): Value {
    const entries = new Map<string, Value>();
    let open = false;
    for (const item of node.children) {
      if (item.type === 'pair') {
        const key = child(item, 'key');
        const value = child(item, 'value');
        const name = key && this.resolve(key, where, trace);
        if (value && name?.kind === 'literal') entries.set(String(name.value), this.resolve(value, where, trace));
        else open = true;
      } else if (item.type !== 'comment') open = true;
    }
    return { kind: 'dict', entries, open };
  }

  private subscript(node: Syntax, where: Where, trace: Trace): Value {
    const value = child(node, 'value');
    const key = child(node, 'subscript');
    if (!value || !key) return UNKNOWN;
    const from = this.resolve(value, where, trace);
    const index = this.resolve(key, where, trace);
    if (from.kind === 'dict' && index.kind === 'literal') return from.entries.get(String(index.value)) ?? UNKNOWN;
    if (from.kind === 'list' && index.kind === 'literal' && typeof index.value === 'number') {
      return from.items.at(index.value) ?? UNKNOWN;
    }
    if (from.kind === 'symbol') {
      const { name, receiver } = from;
      return { kind: 'result', of: `${name}[]`, argument: index, ...(receiver && { receiver }) };
    }
    if (from.kind === 'result') return { kind: 'result', of: `${from.of}()[]`, argument: index, receiver: from };
    if (from.kind === 'parameter') return from;
    return UNKNOWN;
  }

  private text(node: Syntax, where: Where): string {
    return where.unit.text.slice(node.start, node.end);
  }
}

/** Calls that give back what they got, as far as its origin is concerned. */
const TRANSPARENT = new Set([
  'str',
  'bytes',
  'io.BytesIO',
  'io.BufferedReader',
  'os.fspath',
  'os.path.abspath',
  'os.path.expanduser',
  'os.path.realpath',
  'gzip.open',
  'bz2.open',
  'lzma.open'
]);

const JOINS = new Set(['os.path.join', 'pathlib.Path', 'pathlib.PurePath', 'pathlib.PosixPath']);

const BUILTINS = new Set([
  'open',
  'str',
  'bytes',
  'getattr',
  'input',
  'dict',
  'list',
  '__import__',
  'get_ipython',
  'next',
  'iter',
  'enumerate'
]);
