import { excludes, type Arm, type Binding, type Change, type Scope } from './scope.js';
import type { Namespace } from './namespace.js';
import type { Syntax } from './syntax.js';
import { topOf, type Unit } from './unit.js';
import type { Trace, Where } from './where.js';

/** More bindings than this of one name are not told apart. */
const MAX_BINDINGS = 8;

/** More changes than this of one object are not followed. */
const MAX_CHANGES = 64;

/** Names to what binds them: in the scopes around, then in the whole program. */
export class Lookup {
  constructor(private readonly own: Namespace) {}

  /** The bindings that the name can have at that node; the nearest certain one ends the search. */
  find(name: string, node: Syntax, where: Where, trace: Trace): Binding[] {
    const { scope, own } = scopeOf(name, where.scope, trace);
    if (scope) {
      const here = bindingsIn(scope, name, trace);
      const before = own ? here.filter(b => standsBefore(b, node, where) || isGiven(b)) : here;
      return latest(before.length > 0 ? before : here, where);
    }
    if (!where.unit.home) trace.reads.add(name);
    const all = this.namespaceOf(where.unit).bindings(name);
    const count = all.length === 0 ? 0 : this.countBefore(all, node, where, own);
    if (count > 0) return latest(all, where, count);
    if (all.length > 0 && own) trace.later = true;
    return all.slice(0, MAX_BINDINGS);
  }

  /** Where that attribute of a name (`args.path`) is set before the node; nothing where it never is. */
  findSet(name: string, node: Syntax, where: Where, trace: Trace): Binding[] {
    const { scope, own } = scopeOf(name, where.scope, trace);
    if (!scope && !where.unit.home) trace.reads.add(name);
    const all = scope ? bindingsIn(scope, name, trace) : this.namespaceOf(where.unit).bindings(name);
    if (all.length === 0) return [];
    const before = scope
      ? all.filter(b => !own || standsBefore(b, node, where))
      : all.slice(0, this.countBefore(all, node, where, own));
    return latest(before, where);
  }

  /** What happened to the object behind the name between that binding and the node; undefined where that is not known. */
  changes(name: string, node: Syntax, where: Where, since: Binding, trace: Trace): readonly Change[] | undefined {
    const { scope, own } = scopeOf(name, where.scope, trace);
    const namespace = this.namespaceOf(where.unit);
    const all = scope ? changesIn(scope, name) : namespace.changes(name);
    if (!scope && namespace.isMutated(name)) return undefined;
    if (all.length === 0) return all;
    const until = scope ? undefined : this.countBefore(all, node, where, own);
    const between = all.filter((change, i) => {
      if (until !== undefined ? i >= until : own && !standsBefore(change, node, where) && change.what.kind !== 'opaque')
        return false;
      return change.unit === since.unit ? change.at >= since.at : namespace.compare(change.unit, since.unit) > 0;
    });
    const met = between.filter(change => !excludes(change.branches, where.branches));
    return met.length > MAX_CHANGES ? undefined : met;
  }

  /** The names of the program, or of the module that the unit is of. */
  namespaceOf(unit: Unit): Namespace {
    return unit.home?.namespace ?? this.own;
  }

  /** How many of what stands in order in the program stand before the node; from a function all of its unit do. */
  private countBefore(
    all: readonly { readonly unit: Unit; readonly at: number }[],
    node: Syntax,
    where: Where,
    own: boolean
  ): number {
    const namespace = this.namespaceOf(where.unit);
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = all[middle];
      if (!one) break;
      // A class's methods see all that their class binds.
      const isOfSame = !own && topOf(one.unit) === topOf(where.unit);
      const before =
        isOfSame || (one.unit === where.unit ? one.at <= node.start : namespace.compare(one.unit, where.unit) < 0);
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const FROM_MODULE = { scope: undefined, own: true };

/** The scope below the module that binds the name, and whether it is the one that is asked from. */
function scopeOf(name: string, from: Scope, trace: Trace): { scope: Scope | undefined; own: boolean } {
  if (from.kind === 'module') return FROM_MODULE;
  let own = true;
  for (let scope: Scope | undefined = from; scope && scope.kind !== 'module'; scope = scope.parent) {
    // A class body's names are seen by the body itself only.
    const isSeen = own || scope.kind !== 'class';
    if (isSeen && bindingsIn(scope, name, trace).length > 0 && !scope.globals.has(name)) return { scope, own };
    if (scope.kind !== 'comprehension') own = false;
  }
  return { scope: undefined, own };
}

const NONE: readonly Binding[] = [];

/** The bindings of a name in a scope below the module; those of a class may be in several units. */
function bindingsIn(scope: Scope, name: string, trace: Trace): readonly Binding[] {
  return scope.cls?.body.bindings(name, trace) ?? scope.bindings.get(name) ?? NONE;
}

function changesIn(scope: Scope, name: string): readonly Change[] {
  return scope.cls?.body.changes(name) ?? scope.changes.get(name) ?? [];
}

function standsBefore(one: Binding | Change, node: Syntax, { unit }: Where): boolean {
  return one.unit === unit ? one.at <= node.start : one.unit.start < unit.start;
}

function isGiven(binding: Binding): boolean {
  return binding.to.kind === 'parameter' || binding.to.kind === 'self';
}

/** From the last one back to the first that certainly holds. */
function latest(bindings: readonly Binding[], where: Where, count = bindings.length): Binding[] {
  const found: Binding[] = [];
  const elsewhere: Binding[] = [];
  const covered = new Map<Syntax, Set<Arm>>();
  for (let i = count - 1; i >= 0 && found.length < MAX_BINDINGS; i--) {
    const binding = bindings[i];
    if (!binding) break;
    const open = binding.branches.filter(arm => !where.branches.includes(arm));
    if (open.some(arm => arm.leaves) || excludes(open, where.branches)) {
      if (elsewhere.length < MAX_BINDINGS) elsewhere.push(binding);
      continue;
    }
    found.push(binding);
    if (open.length === 0 || (open.length === 1 && open[0] && leavesNoneOut(open[0], covered))) break;
  }
  // In a loop the other arm may have run the time before.
  return found.length > 0 ? found : elsewhere;
}

/** With this arm, every arm of its statement has a binding. */
function leavesNoneOut(arm: Arm, covered: Map<Syntax, Set<Arm>>): boolean {
  const arms = (covered.get(arm.of) ?? new Set()).add(arm);
  covered.set(arm.of, arms);
  return arm.outOf > 0 && arms.size === arm.outOf;
}
