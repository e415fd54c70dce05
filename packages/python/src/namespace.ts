import { namesOf } from './names.js';
import { PlacedIndex, type Placed } from './placed-index.js';
import type { Binding, CallSite, Change } from './scope.js';
import type { Unit } from './unit.js';

/** A call and the unit that it stands in. */
export interface PlacedCall extends Placed {
  readonly site: CallSite;
}

/** The one namespace of a program: module-level names over all its units, in document order. */
export class Namespace {
  private readonly bound = new PlacedIndex<Binding>();
  private readonly changed = new PlacedIndex<Change & Placed>();
  private readonly called = new PlacedIndex<PlacedCall>();
  private readonly handed = new PlacedIndex<PlacedCall>();
  private readonly aliases = new Map<string, Map<Unit, ReadonlySet<string>>>();
  private readonly starsByUnit = new Map<Unit, readonly string[]>();
  private readonly mutations = new Map<string, Set<Unit>>();
  private readonly passed = new Map<string, Set<Unit>>();
  private readonly attributes = new Map<string, Set<Unit>>();
  private cellOrder = new Map<string, number>();

  /** `isFile`: other modules may import it and call what it defines. */
  constructor(readonly isFile: boolean) {}

  /** The order of cells, which decides what comes before what. */
  setCells(ids: readonly string[]): void {
    const same = ids.length === this.cellOrder.size && ids.every((id, i) => this.cellOrder.get(id) === i);
    if (same) return;
    this.cellOrder = new Map(ids.map((id, i) => [id, i]));
    this.reorder();
  }

  /** Units changed places. */
  reorder(): void {
    for (const index of [this.bound, this.changed, this.called, this.handed]) index.shuffle();
  }

  add(unit: Unit): void {
    const names = namesOf(unit);
    if (unit.owner && names.part) names.part.cls.body.add(names.part);
    for (const name of names.mutated) note(this.mutations, name, unit);
    for (const [name, sites] of names.passed) {
      note(this.passed, name, unit);
      if (sites.length > 0) this.handed.add(name, placed(sites, unit));
    }
    for (const [name, others] of names.aliases)
      this.aliases.set(name, (this.aliases.get(name) ?? new Map<Unit, ReadonlySet<string>>()).set(unit, others));
    for (const name of names.attributes) note(this.attributes, name, unit);
    if (names.stars.length > 0) this.starsByUnit.set(unit, names.stars);
    for (const [name, bindings] of names.module.bindings) this.bound.add(name, bindings);
    for (const [name, changes] of names.module.changes) this.changed.add(name, changes);
    for (const [name, sites] of names.callsByName) this.called.add(name, placed(sites, unit));
  }

  remove(unit: Unit): void {
    const names = namesOf(unit);
    if (unit.owner && names.part) names.part.cls.body.remove(names.part);
    this.starsByUnit.delete(unit);
    for (const name of names.mutated) this.mutations.get(name)?.delete(unit);
    for (const name of names.passed.keys()) {
      this.passed.get(name)?.delete(unit);
      this.handed.remove(name, unit);
    }
    for (const name of names.aliases.keys()) this.aliases.get(name)?.delete(unit);
    for (const name of names.attributes) this.attributes.get(name)?.delete(unit);
    for (const name of names.module.bindings.keys()) this.bound.remove(name, unit);
    for (const name of names.module.changes.keys()) this.changed.remove(name, unit);
    for (const name of names.callsByName.keys()) this.called.remove(name, unit);
  }

  /** Bindings of the name in the program's order. */
  bindings(name: string): readonly Binding[] {
    return this.bound.get(name, this.compare);
  }

  /** Changes in place of the object that the module-level name is bound to, in the program's order. */
  changes(name: string): readonly Change[] {
    return this.changed.get(name, this.compare);
  }

  /** Calls of something whose last name is that, or that something of that name holds, in the program's order. */
  calls(name: string): readonly PlacedCall[] {
    return this.called.get(name, this.compare);
  }

  /** Calls that are handed something of that last name, in the program's order. */
  handing(name: string): readonly PlacedCall[] {
    return this.handed.get(name, this.compare);
  }

  /** Other names by which what that name stands for may be called, in alphabetical order. */
  aliasesOf(name: string): readonly string[] {
    return [...new Set([...(this.aliases.get(name)?.values() ?? [])].flatMap(names => [...names]))].sort();
  }

  /** Something of that last name is handed to a call, which may call it. */
  isPassed(name: string): boolean {
    return (this.passed.get(name)?.size ?? 0) > 0;
  }

  /** Some attribute of that name is set to a value: calling it may call anything. */
  isAttributeSet(name: string): boolean {
    return (this.attributes.get(name)?.size ?? 0) > 0;
  }

  /** The object of that module-level name is changed in place inside a function. */
  isMutated(name: string): boolean {
    return (this.mutations.get(name)?.size ?? 0) > 0;
  }

  /** Modules that are imported with `*` anywhere. */
  stars(): readonly string[] {
    return [...this.starsByUnit.values()].flat();
  }

  /** Negative where `a` stands before `b`. */
  readonly compare = (a: Unit, b: Unit): number =>
    (this.cellOrder.get(a.cell) ?? 0) - (this.cellOrder.get(b.cell) ?? 0) || a.start - b.start;
}

function placed(sites: readonly CallSite[], unit: Unit): PlacedCall[] {
  return sites.map(site => ({ unit, at: site.node.start, site }));
}

function note(map: Map<string, Set<Unit>>, name: string, unit: Unit): void {
  const units = map.get(name);
  if (units) units.add(unit);
  else map.set(name, new Set([unit]));
}
