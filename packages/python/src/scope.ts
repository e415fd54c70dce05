import type { Syntax } from './syntax.js';
import type { Unit } from './unit.js';

/** What a name is bound to by one statement. */
export type BoundTo =
  /** An import: the qualified name, relative ones with their dots. */
  | { readonly kind: 'import'; readonly symbol: string }
  /** The value of an expression of the same scope; `item` where it is unpacked from it. */
  | { readonly kind: 'expression'; readonly node: Syntax }
  | { readonly kind: 'parameter'; readonly default: Syntax | undefined }
  | { readonly kind: 'definition'; readonly node: Syntax }
  /** Bound, but to nothing that can be known here: a loop variable, an unpacked tuple. */
  | { readonly kind: 'opaque' };

export interface Binding {
  readonly name: string;
  readonly unit: Unit;
  readonly scope: Scope;
  /** The statement or parameter that binds, for evidence. */
  readonly node: Syntax;
  /** From this offset on the binding holds. */
  readonly at: number;
  readonly to: BoundTo;
  /** Conditional blocks around it, by their offset. */
  readonly branches: readonly number[];
}

export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly parent: Scope | undefined;
  readonly bindings: Map<string, Binding[]>;
  /** Names that `global` hands to the module. */
  readonly globals: Set<string>;
}

export interface CallSite {
  readonly node: Syntax;
  readonly scope: Scope;
  readonly branches: readonly number[];
}

/** What one walk over a unit finds. */
export interface UnitNames {
  readonly module: Scope;
  readonly calls: readonly CallSite[];
  readonly comments: readonly Syntax[];
  /** Modules imported with `*`. */
  readonly stars: readonly string[];
  /** Names whose object is changed in place: `kw["x"] = 1`, `kw.update(…)`. */
  readonly mutated: ReadonlySet<string>;
}

/** An empty scope inside `parent`. */
export function newScope(kind: Scope['kind'], parent: Scope | undefined): Scope {
  return { kind, parent, bindings: new Map(), globals: new Set() };
}

/** `:=` inside a comprehension binds in the scope around it. */
export function owner(scope: Scope): Scope {
  return scope.kind === 'comprehension' && scope.parent ? owner(scope.parent) : scope;
}
