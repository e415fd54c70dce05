import { child, childOfType, childrenOf, type Syntax } from './syntax.js';
import { newScope, owner, type BoundTo, type CallSite, type Scope, type UnitNames } from './scope.js';
import type { Unit } from './unit.js';

const CONDITIONAL = new Set([
  'if_statement',
  'elif_clause',
  'else_clause',
  'for_statement',
  'while_statement',
  'try_statement',
  'except_clause',
  'except_group_clause',
  'case_clause',
  'conditional_expression'
]);

const MUTATORS = new Set(['update', 'pop', 'popitem', 'setdefault', 'clear', 'append', 'extend', 'insert']);

/** The unit's names, from the cache or by one walk. */
export function namesOf(unit: Unit): UnitNames {
  return (unit.names ??= new Walk(unit).run());
}

class Walk {
  private readonly module = newScope('module', undefined);
  private readonly calls: CallSite[] = [];
  private readonly comments: Syntax[] = [];
  private readonly stars: string[] = [];
  private readonly mutated = new Set<string>();

  constructor(private readonly unit: Unit) {}

  run(): UnitNames {
    for (const statement of this.unit.statements) this.visit(statement, this.module, []);
    return {
      module: this.module,
      calls: this.calls,
      comments: this.comments,
      stars: this.stars,
      mutated: this.mutated
    };
  }

  private visit(node: Syntax, scope: Scope, branches: readonly number[]): void {
    switch (node.type) {
      case 'comment':
        this.comments.push(node);
        return;
      case 'string':
        // Only what is interpolated is code.
        for (const part of node.children) if (part.type === 'interpolation') this.children(part, scope, branches);
        return;
      case 'import_statement':
      case 'import_from_statement':
      case 'future_import_statement':
        this.imports(node, scope, branches);
        return;
      case 'function_definition':
      case 'lambda':
        this.callable(node, scope, branches);
        return;
      case 'class_definition':
        this.classBody(node, scope, branches);
        return;
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
      case 'generator_expression':
        this.children(node, newScope('comprehension', scope), branches);
        return;
      case 'global_statement':
        for (const name of node.children) scope.globals.add(this.text(name));
        return;
    }
    this.bindingsOf(node, scope, branches);
    if (node.type === 'call') {
      this.calls.push({ node, scope, branches });
      const callee = child(node, 'function');
      const method = callee?.type === 'attribute' ? child(callee, 'attribute') : undefined;
      if (callee && method && MUTATORS.has(this.text(method))) this.mutates(child(callee, 'object'));
    }
    this.children(node, scope, CONDITIONAL.has(node.type) ? [...branches, node.start] : branches);
  }

  private children(node: Syntax, scope: Scope, branches: readonly number[]): void {
    for (const next of node.children) this.visit(next, scope, branches);
  }

  /** Names that a statement or clause binds, other than imports and definitions. */
  private bindingsOf(node: Syntax, scope: Scope, branches: readonly number[]): void {
    switch (node.type) {
      case 'assignment': {
        const left = child(node, 'left');
        const right = child(node, 'right');
        if (left && right) this.target(left, lastRight(right), node, scope, branches);
        return;
      }
      case 'augmented_assignment': {
        const left = child(node, 'left');
        if (left) this.target(left, undefined, node, scope, branches);
        return;
      }
      case 'named_expression': {
        const name = child(node, 'name');
        if (name) this.target(name, child(node, 'value'), node, owner(scope), branches);
        return;
      }
      case 'for_statement':
      case 'for_in_clause': {
        const left = child(node, 'left');
        if (left) this.target(left, undefined, left, scope, branches);
        return;
      }
      case 'as_pattern': {
        const alias = child(node, 'alias');
        const value = node.children.find(c => c.field !== 'alias' && c.type !== 'comment');
        const target = alias?.children[0];
        if (target) this.target(target, value, node, scope, branches);
        return;
      }
      case 'case_pattern': {
        const name = childOfType(node, 'dotted_name');
        if (name && name.children.length === 1) this.target(name, undefined, node, scope, branches);
        return;
      }
    }
  }

  private target(
    left: Syntax,
    value: Syntax | undefined,
    statement: Syntax,
    scope: Scope,
    branches: readonly number[]
  ): void {
    if (left.type === 'subscript') {
      this.mutates(child(left, 'value'));
      return;
    }
    if (left.type === 'identifier' || left.type === 'dotted_name') {
      const to: BoundTo = value ? { kind: 'expression', node: value } : { kind: 'opaque' };
      this.bind(this.text(left), to, statement, statement.end, scope, branches);
      return;
    }
    const tuple = left.type === 'pattern_list' || left.type === 'tuple_pattern' || left.type === 'tuple';
    if (tuple || left.type === 'list_pattern' || left.type === 'list_splat_pattern') {
      const values =
        tuple && value && (value.type === 'expression_list' || value.type === 'tuple') ? value.children : [];
      const even = values.length === left.children.length;
      left.children.forEach((item, i) => this.target(item, even ? values[i] : undefined, statement, scope, branches));
    }
  }

  private mutates(object: Syntax | undefined): void {
    if (object?.type === 'identifier') this.mutated.add(this.text(object));
  }

  private imports(node: Syntax, scope: Scope, branches: readonly number[]): void {
    const from = child(node, 'module_name');
    const prefix = from ? this.text(from).replace(/\s+/g, '') : undefined;
    if (prefix !== undefined && childOfType(node, 'wildcard_import')) this.stars.push(prefix);
    for (const item of childrenOf(node, 'name')) {
      const aliased = item.type === 'aliased_import';
      const dotted = aliased ? child(item, 'name') : item;
      const alias = aliased ? child(item, 'alias') : undefined;
      if (!dotted) continue;
      const path = this.text(dotted).replace(/\s+/g, '');
      if (prefix !== undefined) {
        const symbol = prefix.endsWith('.') ? prefix + path : `${prefix}.${path}`;
        this.bind(alias ? this.text(alias) : path, { kind: 'import', symbol }, node, node.end, scope, branches);
      } else if (alias) {
        this.bind(this.text(alias), { kind: 'import', symbol: path }, node, node.end, scope, branches);
      } else {
        // `import a.b` binds `a`.
        const root = path.split('.')[0] ?? path;
        this.bind(root, { kind: 'import', symbol: root }, node, node.end, scope, branches);
      }
    }
  }

  private callable(node: Syntax, scope: Scope, branches: readonly number[]): void {
    const name = child(node, 'name');
    if (name) this.bind(this.text(name), { kind: 'definition', node }, node, node.end, scope, branches);
    const inner = newScope('function', scope);
    const parameters = child(node, 'parameters');
    for (const parameter of parameters?.children ?? []) {
      const bound = parameterName(parameter);
      const byDefault = child(parameter, 'value');
      if (byDefault) this.visit(byDefault, scope, branches);
      if (bound) {
        const to: BoundTo = { kind: 'parameter', default: byDefault };
        this.bind(this.text(bound), to, parameter, parameter.start, inner, []);
      }
    }
    const body = child(node, 'body');
    if (body) this.visit(body, inner, branches);
  }

  private classBody(node: Syntax, scope: Scope, branches: readonly number[]): void {
    const name = child(node, 'name');
    if (name) this.bind(this.text(name), { kind: 'definition', node }, node, node.end, scope, branches);
    const bases = child(node, 'superclasses');
    if (bases) this.children(bases, scope, branches);
    const body = child(node, 'body');
    if (body) this.visit(body, newScope('class', scope), branches);
  }

  private bind(name: string, to: BoundTo, node: Syntax, at: number, scope: Scope, branches: readonly number[]): void {
    const home = scope.globals.has(name) ? this.module : scope;
    const list = home.bindings.get(name) ?? [];
    list.push({ name, unit: this.unit, scope: home, node, at, to, branches });
    home.bindings.set(name, list);
  }

  private text(node: Syntax): string {
    return this.unit.text.slice(node.start, node.end);
  }
}

/** In `a = b = c` both names are bound to `c`. */
function lastRight(node: Syntax): Syntax {
  const next = node.type === 'assignment' ? child(node, 'right') : undefined;
  return next ? lastRight(next) : node;
}

function parameterName(parameter: Syntax): Syntax | undefined {
  if (parameter.type === 'identifier') return parameter;
  const name = child(parameter, 'name');
  if (name) return name;
  const inner = parameter.children[0];
  if (!inner || parameter.type === 'keyword_separator' || parameter.type === 'positional_separator') return undefined;
  return inner.type === 'identifier' ? inner : parameterName(inner);
}
