import type { Walk } from './names.js';
import { replacementBy } from './replacements.js';
import { owner, type Arm, type BoundTo, type Change, type Parameter, type Scope } from './scope.js';
import { child, childOfType, childrenOf, type Syntax } from './syntax.js';

const OPAQUE: BoundTo = { kind: 'opaque' };

/** Methods that change a dictionary or list in place. */
const MUTATORS = new Set(['update', 'pop', 'popitem', 'setdefault', 'clear', 'append', 'extend', 'insert']);

/** Names that a statement or clause binds, other than imports and definitions. */
export function bindTargets(walk: Walk, node: Syntax, scope: Scope, branches: readonly Arm[]): void {
  const at = new Target(walk, node, scope, branches);
  switch (node.type) {
    case 'assignment': {
      const left = child(node, 'left');
      const right = child(node, 'right');
      if (left && right) at.bind(left, { kind: 'expression', node: lastRight(right) });
      if (left?.type === 'identifier' && child(node, 'type'))
        annotatedIn(walk, scope)?.push({ name: walk.text(left), kind: 'positional', default: right });
      return;
    }
    case 'augmented_assignment': {
      const left = child(node, 'left');
      // `os.environ |= {…}` changes what is there, in its place.
      if (
        left?.type === 'attribute' &&
        /\|=$/.test(walk.text({ ...node, end: child(node, 'right')?.start ?? 0 }).trim())
      )
        return;
      // The statement itself stands for the value: what was there before, and what is added.
      if (left) at.bind(left, { kind: 'expression', node });
      return;
    }
    case 'named_expression': {
      const name = child(node, 'name');
      const value = child(node, 'value');
      if (name)
        new Target(walk, node, owner(scope), branches).bind(name, value ? { kind: 'expression', node: value } : OPAQUE);
      return;
    }
    case 'for_statement':
    case 'for_in_clause': {
      const left = child(node, 'left');
      const right = child(node, 'right');
      if (left) new Target(walk, left, scope, branches).bind(left, right ? { kind: 'element', node: right } : OPAQUE);
      return;
    }
    case 'as_pattern': {
      const alias = child(node, 'alias')?.children[0];
      const value = node.children.find(c => c.field !== 'alias' && c.type !== 'comment');
      if (alias) at.bind(alias, value ? { kind: 'entered', node: value } : OPAQUE);
      return;
    }
    case 'case_pattern': {
      const name = childOfType(node, 'dotted_name');
      if (name?.children.length === 1) at.bind(name, OPAQUE);
      const alias = childOfType(node, 'as_pattern')?.children.at(-1);
      if (alias?.type === 'identifier') at.bind(alias, OPAQUE);
      return;
    }
    case 'splat_pattern':
      if (node.children[0]?.type === 'identifier') at.bind(node.children[0], OPAQUE);
      return;
    case 'delete_statement':
      for (const gone of targetsOf(node)) at.remove(gone);
      return;
    case 'type_alias_statement': {
      const left = child(node, 'left')?.children[0];
      const name = left?.type === 'generic_type' ? left.children[0] : left;
      if (name) at.bind(name, OPAQUE);
      return;
    }
  }
}

/** What a call does to the object that its method belongs to: `kw.update(…)`; and attributes that it replaces. */
export function changeByCall(walk: Walk, call: Syntax, scope: Scope, branches: readonly Arm[]): void {
  const replaced = walk.decorating ? undefined : replacementBy(call, walk.text);
  if (replaced) {
    const { holder, name, value } = replaced;
    walk.attributes.add(name);
    const to: BoundTo = value ? { kind: 'expression', node: value } : OPAQUE;
    walk.bind(`${holder}.${name}`, to, call, call.end, scope, branches);
  }
  const callee = child(call, 'function');
  const object = callee?.type === 'attribute' ? child(callee, 'object') : undefined;
  const method = callee && child(callee, 'attribute');
  if (object?.type !== 'identifier' || !method) return;
  const name = walk.text(method);
  if (!MUTATORS.has(name)) return;
  const [key, value] = (child(call, 'arguments')?.children ?? []).filter(c => c.type !== 'comment');
  const plain = key && !/splat|keyword/.test(key.type);
  const at = new Target(walk, call, scope, branches);
  if (name === 'update') at.change(object, { kind: 'merge', call });
  else if (name === 'setdefault' && plain)
    at.change(object, { kind: 'item', key, value, written: call, onlyIfMissing: true });
  else if (name === 'append' || name === 'extend') at.change(object, { kind: 'merge', call });
  else if (name === 'pop' && plain)
    at.change(object, { kind: 'item', key, value: undefined, written: call, onlyIfMissing: false });
  else at.change(object, { kind: 'opaque' });
}

/** Binds what an import statement brings in. */
export function bindImports(walk: Walk, node: Syntax, scope: Scope, branches: readonly Arm[]): void {
  const from = child(node, 'module_name');
  const prefix = from ? walk.text(from).replace(/\s+/g, '') : undefined;
  if (prefix !== undefined && childOfType(node, 'wildcard_import')) walk.stars.push(prefix);
  const bind = (name: string, symbol: string): void =>
    walk.bind(name, { kind: 'import', symbol }, node, node.end, scope, branches);
  for (const item of childrenOf(node, 'name')) {
    const aliased = item.type === 'aliased_import';
    const dotted = aliased ? child(item, 'name') : item;
    const alias = aliased ? child(item, 'alias') : undefined;
    if (!dotted) continue;
    const path = walk.text(dotted).replace(/\s+/g, '');
    if (prefix !== undefined) {
      bind(alias ? walk.text(alias) : path, prefix.endsWith('.') ? prefix + path : `${prefix}.${path}`);
    } else if (alias) bind(walk.text(alias), path);
    else {
      // `import a.b` binds `a`.
      const root = path.split('.')[0] ?? path;
      bind(root, root);
    }
  }
}

/** Binds one target of a statement, however it is nested. */
class Target {
  constructor(
    private readonly walk: Walk,
    private readonly statement: Syntax,
    private readonly scope: Scope,
    private readonly branches: readonly Arm[]
  ) {}

  bind(left: Syntax, to: BoundTo): void {
    switch (left.type) {
      case 'identifier':
      case 'dotted_name':
        this.name(this.walk.text(left), to);
        return;
      case 'attribute':
        this.attribute(left, to);
        return;
      case 'subscript': {
        const { object, within } = holderOf(child(left, 'value'));
        const key = child(left, 'subscript');
        const value = to.kind === 'expression' ? to.node : undefined;
        const known = key && value && this.statement.type === 'assignment';
        const written = this.statement;
        if (known) this.change(object, { kind: 'item', key, value, written, onlyIfMissing: false, within });
        else this.change(object, { kind: 'opaque' });
        return;
      }
      case 'pattern_list':
      case 'tuple_pattern':
      case 'tuple':
      case 'list_pattern':
        this.parts(left, to);
        return;
      case 'list_splat_pattern':
      case 'parenthesized_expression':
        if (left.children[0]) this.bind(left.children[0], left.type === 'list_splat_pattern' ? OPAQUE : to);
    }
  }

  remove(target: Syntax): void {
    const key = child(target, 'subscript');
    if (target.type === 'identifier') this.name(this.walk.text(target), OPAQUE);
    else if (target.type === 'subscript' && key)
      this.change(child(target, 'value'), {
        kind: 'item',
        key,
        value: undefined,
        written: target,
        onlyIfMissing: false
      });
  }

  change(object: Syntax | undefined, what: Change['what']): void {
    if (object?.type !== 'identifier') return;
    const name = this.walk.text(object);
    const { scope, branches } = this;
    const list = scope.changes.get(name) ?? [];
    list.push({ unit: this.walk.unit, scope, at: this.statement.end, branches, what });
    scope.changes.set(name, list);
  }

  private parts(left: Syntax, to: BoundTo): void {
    const items = left.children.filter(c => c.type !== 'comment');
    const star = items.findIndex(c => c.type === 'list_splat_pattern');
    items.forEach((item, i) => {
      const index = star >= 0 && i > star ? i - items.length : i;
      this.bind(item, to.kind === 'opaque' || i === star ? OPAQUE : { kind: 'part', of: to, index });
    });
  }

  /** `self.name = …` is a field of the class; `thing.name = …` is remembered under both names. */
  private attribute(left: Syntax, to: BoundTo): void {
    const object = child(left, 'object');
    const attribute = child(left, 'attribute');
    if (object?.type !== 'identifier' || !attribute) return;
    const name = this.walk.text(attribute);
    const holder = this.walk.text(object);
    this.walk.attributes.add(name);
    const self = selfOf(this.scope, holder);
    if (!self) {
      this.name(`${holder}.${name}`, to);
      return;
    }
    const { scope, branches, statement } = this;
    const binding = { name, unit: this.walk.unit, scope, node: statement, at: statement.end, to, branches };
    const fields = this.walk.partOf(self)?.fields;
    fields?.set(name, [...(fields.get(name) ?? []), binding]);
  }

  private name(name: string, to: BoundTo): void {
    this.walk.bind(name, to, this.statement, this.statement.end, this.scope, this.branches);
  }
}

/** The annotated names of the class whose body that scope is. */
function annotatedIn(walk: Walk, scope: Scope): Parameter[] | undefined {
  return scope.cls && walk.partOf(scope.cls)?.annotated;
}

/** The class whose object that name is in a method. */
function selfOf(scope: Scope, name: string): ClassOfSelf {
  for (let inner: Scope | undefined = scope; inner; inner = inner.parent) {
    const [binding] = inner.bindings.get(name) ?? [];
    if (binding) return binding.to.kind === 'self' ? binding.to.cls : undefined;
  }
  return undefined;
}

/** The name at the left of `d["a"]["b"]`, with the keys in between. */
function holderOf(object: Syntax | undefined, within: readonly Syntax[] = []): Holder {
  const outer = object?.type === 'subscript' ? child(object, 'value') : undefined;
  const key = object && child(object, 'subscript');
  return outer && key ? holderOf(outer, [key, ...within]) : { object, within };
}

interface Holder {
  readonly object: Syntax | undefined;
  readonly within: readonly Syntax[];
}

type ClassOfSelf = Extract<BoundTo, { kind: 'self' }>['cls'] | undefined;

function targetsOf(node: Syntax): readonly Syntax[] {
  return node.children.flatMap(c => (c.type === 'expression_list' || c.type === 'tuple' ? c.children : [c]));
}

/** In `a = b = c` both names are bound to `c`. */
function lastRight(node: Syntax): Syntax {
  const next = node.type === 'assignment' ? child(node, 'right') : undefined;
  return next ? lastRight(next) : node;
}
