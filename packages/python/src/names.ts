import { aliasesFor, aliasesIn, calledName, type Alias } from './aliases.js';
import { armOf } from './arms.js';
import { bindCallable, bindClass } from './definitions.js';
import type { ClassPart } from './class-body.js';
import { child, type Syntax } from './syntax.js';
import { restoreAfter } from './replacements.js';
import {
  newScope,
  type Arm,
  type BoundTo,
  type CallSite,
  type ClassInfo,
  type Scope,
  type UnitNames
} from './scope.js';
import { bindImports, bindTargets, changeByCall } from './targets.js';
import type { Unit } from './unit.js';

/** The unit's names, from the cache or by one walk. */
export function namesOf(unit: Unit): UnitNames {
  return (unit.names ??= new Walk(unit).run());
}

/** One walk over a unit's syntax: every name that is bound, changed or called, with its scope and the arms around it. */
export class Walk {
  readonly module = newScope('module', undefined);
  readonly stars: string[] = [];
  readonly attributes = new Set<string>();
  readonly scopes = new Map<Syntax, Scope>();
  /** What is visited is a decorator: what it replaces, it replaces in the function below. */
  decorating = false;
  private readonly assigned: CallSite[] = [];
  private readonly calls: CallSite[] = [];
  private readonly callsByName = new Map<string, CallSite[]>();
  private readonly passed = new Map<string, CallSite[]>();
  private readonly aliases = new Map<string, Set<string>>();
  private readonly comments: Syntax[] = [];
  private readonly mutated = new Set<string>();
  private readonly functions: Scope[] = [];
  private readonly parts = new Map<ClassInfo, ClassPart>();

  constructor(readonly unit: Unit) {}

  run(): UnitNames {
    const around = this.unit.owner && this.inBodyOf(this.unit.owner);
    for (const statement of this.unit.statements) this.visit(statement, around ?? this.module, []);
    for (const scope of this.functions) this.handOn(scope);
    // What others of the class's units say in its body, whoever owns those adds.
    for (const part of this.parts.values()) if (part.scope !== around) part.cls.body.add(part);
    const [part] = this.parts.values();
    const { module, calls, assigned, callsByName, passed, aliases, attributes, comments, stars, mutated, scopes } =
      this;
    return {
      module,
      calls,
      assigned,
      callsByName,
      passed,
      aliases,
      attributes,
      comments,
      stars,
      mutated,
      scopes,
      part
    };
  }

  visit(node: Syntax, scope: Scope, branches: readonly Arm[]): void {
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
        bindImports(this, node, scope, branches);
        return;
      case 'decorated_definition':
        for (const part of node.children) {
          if (part.field !== 'definition') this.decorator(part, scope, branches);
          else if (part.type === 'class_definition') bindClass(this, part, scope, branches);
          else bindCallable(this, part, scope, branches, decoratorsOf(node, this.unit.text));
        }
        return;
      case 'function_definition':
      case 'lambda':
        bindCallable(this, node, scope, branches, []);
        return;
      case 'class_definition':
        bindClass(this, node, scope, branches);
        return;
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
      case 'generator_expression': {
        const inner = newScope('comprehension', scope);
        this.scopes.set(node, inner);
        this.children(node, inner, branches);
        return;
      }
      case 'global_statement':
        for (const name of node.children) scope.globals.add(this.text(name));
        return;
      case 'nonlocal_statement':
        for (const name of node.children) scope.nonlocals.add(this.text(name));
        return;
      case 'return_statement':
        this.gives(node, scope, branches, 'returns');
        break;
      case 'yield':
        this.gives(node, scope, branches, 'yields');
        break;
    }
    bindTargets(this, node, scope, branches);
    if (/assignment$/.test(node.type) && isHeld(child(node, 'left'))) this.assigned.push({ node, scope, branches });
    this.note(aliasesIn(node, scope.callable?.name, this.text));
    if (node.type === 'call') this.called(node, scope, branches);
    for (const next of node.children) {
      const arm = armOf(node, next);
      this.visit(next, scope, arm ? [...branches, arm] : branches);
    }
    if (node.type === 'with_statement') restoreAfter(this, node, scope, branches);
  }

  private decorator(part: Syntax, scope: Scope, branches: readonly Arm[]): void {
    this.decorating = true;
    this.visit(part, scope, branches);
    this.decorating = false;
  }

  children(node: Syntax, scope: Scope, branches: readonly Arm[]): void {
    for (const next of node.children) this.visit(next, scope, branches);
  }

  /** A class of the unit, or the one that the unit stands in: what is said in its body is kept with that scope. */
  enterClass(cls: ClassInfo, scope: Scope): void {
    scope.cls = cls;
    this.parts.set(cls, { cls, unit: this.unit, scope, fields: new Map(), annotated: [] });
  }

  /** What the unit says in the class's body. */
  partOf(cls: ClassInfo): ClassPart | undefined {
    return this.parts.get(cls);
  }

  /** A function's scope: what it changes of others is sorted out once all of the unit has been seen. */
  enter(scope: Scope): void {
    this.functions.push(scope);
  }

  bind(name: string, to: BoundTo, node: Syntax, at: number, scope: Scope, branches: readonly Arm[]): void {
    const home = homeOf(name, scope, this.module);
    // What a function does to a name of others happens when it is called, if it is.
    const arms = home === scope ? branches : [{ of: node, exclusive: false, outOf: 0, leaves: false }];
    append(home.bindings, name, { name, unit: this.unit, scope: home, node, at, to, branches: arms });
    if (scope.kind === 'class' && to.kind !== 'function') this.attributes.add(name);
  }

  readonly text = (node: Syntax): string => this.unit.text.slice(node.start, node.end);

  /** What a parameter is by default may be called by its name. */
  standsFor(parameter: Syntax, byDefault: Syntax): void {
    this.note(aliasesFor(parameter, byDefault, this.text));
  }

  private note(aliases: readonly Alias[]): void {
    for (const { of, name } of aliases) {
      const known = this.aliases.get(of);
      if (known) known.add(name);
      else this.aliases.set(of, new Set([name]));
    }
  }

  private called(node: Syntax, scope: Scope, branches: readonly Arm[]): void {
    const site = { node, scope, branches };
    this.calls.push(site);
    const callee = child(node, 'function');
    const name = callee && calledName(callee, this.text);
    if (name !== undefined) append(this.callsByName, name, site);
    changeByCall(this, node, scope, branches);
    const list = child(node, 'arguments');
    for (const given of list?.children ?? []) {
      const value = given.type === 'keyword_argument' ? child(given, 'value') : given;
      if (value) this.pass(value, site);
    }
  }

  /** What stands there may be called by whoever gets it: a call, if not a class that derives from it. */
  pass(node: Syntax, by?: CallSite): void {
    const last = this.lastName(node);
    if (last === undefined) return;
    const sites = this.passed.get(last) ?? [];
    if (by) sites.push(by);
    this.passed.set(last, sites);
  }

  /** A scope for the statements that stand in the body of the class with that head. */
  private inBodyOf(head: Unit): Scope | undefined {
    const cls = namesOf(head).part?.cls;
    if (!cls) return undefined;
    const scope = newScope('class', this.module);
    this.enterClass(cls, scope);
    return scope;
  }

  private gives(node: Syntax, scope: Scope, branches: readonly Arm[], how: 'returns' | 'yields'): void {
    const given = node.children.find(c => c.type !== 'comment');
    if (given) scope.callable?.[how].push({ node: given, scope, branches });
  }

  private lastName(node: Syntax): string | undefined {
    const last = node.type === 'attribute' ? child(node, 'attribute') : node;
    return last?.type === 'identifier' ? this.text(last) : undefined;
  }

  /** Changes of names that the function does not bind are those of the scope around, at an unknown time. */
  private handOn(scope: Scope): void {
    for (const [name, changes] of scope.changes) {
      if (scope.bindings.has(name) && !scope.globals.has(name)) continue;
      let outer = scope.parent;
      // A class's own names are not seen in its methods.
      while (outer && outer.kind !== 'module' && (outer.kind === 'class' || !outer.bindings.has(name)))
        outer = outer.parent;
      const [first] = changes;
      if (!outer || outer.kind === 'module' || !first) this.mutated.add(name);
      else append(outer.changes, name, { ...first, scope: outer, at: 0, what: { kind: 'opaque' } });
    }
  }
}

/** An attribute, or what stands behind a key. */
function isHeld(left: Syntax | undefined): boolean {
  return left?.type === 'attribute' || left?.type === 'subscript';
}

function homeOf(name: string, scope: Scope, module: Scope): Scope {
  if (scope.globals.has(name)) return module;
  if (!scope.nonlocals.has(name)) return scope;
  let outer = scope.parent;
  while (outer?.parent && !(outer.kind === 'function' && outer.bindings.has(name))) outer = outer.parent;
  return outer ?? scope;
}

function decoratorsOf(node: Syntax, text: string): string[] {
  return node.children.filter(c => c.type === 'decorator').map(c => text.slice(c.start + 1, c.end).trim());
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
