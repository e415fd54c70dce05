import type { ClassBody, ClassPart } from './class-body.js';
import type { Syntax } from './syntax.js';
import type { Unit } from './unit.js';

/** One arm of a statement that may or may not run: a branch of `if`, a body of `for`, an `except`. */
export interface Arm {
  /** The statement that it is an arm of; arms of one statement share it. */
  readonly of: Syntax;
  /** The part of it that runs or not. */
  readonly part: Syntax;
  /** Only one of the exclusive arms of a statement runs. */
  readonly exclusive: boolean;
  /** As many different arms with a binding leave none out: 0 where the statement may skip them all. */
  readonly outOf: number;
  /** It ends in `return` or `raise`: what it binds does not reach what comes after. */
  readonly leaves: boolean;
}

/** What a name is bound to by one statement. */
export type BoundTo =
  /** An import: the qualified name, relative ones with their dots. */
  | { readonly kind: 'import'; readonly symbol: string }
  /** The value of an expression of the same scope. */
  | { readonly kind: 'expression'; readonly node: Syntax }
  /** One of what the expression holds, as a loop hands it out; `entered`: what `with` hands out. */
  | { readonly kind: 'element' | 'entered'; readonly node: Syntax }
  /** The part of another binding at that 0-based place, unpacked from it. */
  | { readonly kind: 'part'; readonly of: BoundTo; readonly index: number }
  | { readonly kind: 'parameter'; readonly parameter: Parameter; readonly callable: Callable }
  /** `self`, or `cls` of a class method. */
  | { readonly kind: 'self'; readonly cls: ClassInfo; readonly made: boolean }
  | { readonly kind: 'function'; readonly callable: Callable }
  | { readonly kind: 'class'; readonly cls: ClassInfo }
  /** Bound, but to nothing that can be known here, or deleted. */
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
  /** What may be skipped around it, outermost first. */
  readonly branches: readonly Arm[];
}

/** A change of the object behind a name, in place. */
export interface Change {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly at: number;
  readonly branches: readonly Arm[];
  readonly what:
    /** `d[key] = value`; `onlyIfMissing` for `setdefault`; without a value the key goes. */
    | {
        readonly kind: 'item';
        readonly key: Syntax;
        readonly value: Syntax | undefined;
        readonly written: Syntax;
        readonly onlyIfMissing: boolean;
        /** Keys that lead to the dictionary that changes, where it stands in another: `d["a"][key] = value`. */
        readonly within?: readonly Syntax[];
      }
    /** `d.update(…)` */
    | { readonly kind: 'merge'; readonly call: Syntax }
    | { readonly kind: 'opaque' };
}

export interface Parameter {
  readonly name: string;
  readonly kind: 'positional' | 'keyword' | 'args' | 'kwargs';
  readonly default: Syntax | undefined;
}

/** A function or lambda of the program. */
export interface Callable {
  readonly name: string | undefined;
  readonly unit: Unit;
  /** Its own scope; for the constructor that a data class has without writing one, the class body's. */
  readonly scope: Scope;
  /** The class that it is a method of. */
  readonly cls: ClassInfo | undefined;
  readonly parameters: readonly Parameter[];
  /** `self` or `cls` is taken by what it is called on. */
  readonly takesSelf: boolean;
  readonly property: boolean;
  readonly decorated: boolean;
  /** What it returns, and what it yields. */
  readonly returns: CallSite[];
  readonly yields: CallSite[];
}

export interface ClassInfo {
  readonly name: string;
  readonly unit: Unit;
  /** The class body's scope in the unit of its head. */
  readonly scope: Scope;
  readonly bases: readonly Syntax[];
  readonly body: ClassBody;
}

export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly parent: Scope | undefined;
  /** By name; `a.b` where an attribute of a name is set. Of a class whose body is several units, what this one binds. */
  readonly bindings: Map<string, Binding[]>;
  readonly changes: Map<string, Change[]>;
  /** Names that `global` hands to the module. */
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  callable?: Callable;
  cls?: ClassInfo;
}

export interface CallSite {
  readonly node: Syntax;
  readonly scope: Scope;
  readonly branches: readonly Arm[];
}

/** What one walk over a unit finds. */
export interface UnitNames {
  readonly module: Scope;
  readonly calls: readonly CallSite[];
  /** Assignments to attributes and keys: `a.b = …`, `a["b"] = …`. */
  readonly assigned: readonly CallSite[];
  /** By the last name of what is called, or of what holds it (`aliases.ts`). */
  readonly callsByName: ReadonlyMap<string, readonly CallSite[]>;
  /** Last names of what is handed to calls as an argument, with those calls. */
  readonly passed: ReadonlyMap<string, readonly CallSite[]>;
  /** Names by which what a name stands for may be called, too. */
  readonly aliases: ReadonlyMap<string, ReadonlySet<string>>;
  /** Attributes that are set to something other than by `def`: their calls may be anything. */
  readonly attributes: ReadonlySet<string>;
  readonly comments: readonly Syntax[];
  /** Modules imported with `*`. */
  readonly stars: readonly string[];
  /** Module-level names whose object is changed in place at an unknown time: inside a function. */
  readonly mutated: ReadonlySet<string>;
  /** Scopes of lambdas and comprehensions. */
  readonly scopes: ReadonlyMap<Syntax, Scope>;
  /** For a unit that a class begins in, or that stands in its body, what it says there. */
  readonly part: ClassPart | undefined;
}

/** An empty scope inside `parent`. */
export function newScope(kind: Scope['kind'], parent: Scope | undefined): Scope {
  return { kind, parent, bindings: new Map(), changes: new Map(), globals: new Set(), nonlocals: new Set() };
}

/** What stands for a unit without Python in it; `stars` are the modules whose names it brings. */
export function noNames(stars: readonly string[]): UnitNames {
  return {
    module: newScope('module', undefined),
    calls: [],
    assigned: [],
    callsByName: new Map(),
    passed: new Map(),
    aliases: new Map(),
    attributes: new Set(),
    comments: [],
    stars,
    mutated: new Set(),
    scopes: new Map(),
    part: undefined
  };
}

/** `:=` inside a comprehension binds in the scope around it. */
export function owner(scope: Scope): Scope {
  return scope.kind === 'comprehension' && scope.parent ? owner(scope.parent) : scope;
}

/** The scopes below the module whose names count there, the innermost first; those of a class count only in its own body. */
export function scopesSeenFrom(scope: Scope): Scope[] {
  const seen: Scope[] = [];
  for (let inner: Scope | undefined = scope; inner && inner.kind !== 'module'; inner = inner.parent)
    if (inner === scope || inner.kind !== 'class') seen.push(inner);
  return seen;
}

/** Can both arms' code be met on one way through the program? */
export function excludes(binding: readonly Arm[], where: readonly Arm[]): boolean {
  return binding.some(
    arm => arm.exclusive && where.some(other => other.of === arm.of && other !== arm && other.exclusive)
  );
}
