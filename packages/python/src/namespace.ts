import { namesOf } from './names.js';
import type { Binding } from './scope.js';
import type { Unit } from './unit.js';

/** The one namespace of a program: module-level names over all its units, in document order. */
export class Namespace {
  private readonly byName = new Map<string, Binding[]>();
  private readonly starsByUnit = new Map<Unit, readonly string[]>();
  private readonly mutations = new Map<string, Set<Unit>>();
  private cellOrder = new Map<string, number>();

  /** The order of cells, which decides what comes before what. */
  setCells(ids: readonly string[]): void {
    this.cellOrder = new Map(ids.map((id, i) => [id, i]));
  }

  add(unit: Unit): void {
    const names = namesOf(unit);
    for (const name of names.mutated) this.mutations.set(name, (this.mutations.get(name) ?? new Set()).add(unit));
    if (names.stars.length > 0) this.starsByUnit.set(unit, names.stars);
    for (const [name, bindings] of names.module.bindings) {
      const all = this.byName.get(name);
      if (all) all.push(...bindings);
      else this.byName.set(name, [...bindings]);
    }
  }

  remove(unit: Unit): void {
    this.starsByUnit.delete(unit);
    for (const name of namesOf(unit).mutated) this.mutations.get(name)?.delete(unit);
    for (const name of namesOf(unit).module.bindings.keys()) {
      const rest = (this.byName.get(name) ?? []).filter(b => b.unit !== unit);
      if (rest.length > 0) this.byName.set(name, rest);
      else this.byName.delete(name);
    }
  }

  /** Bindings of the name in the program's order. */
  bindings(name: string): readonly Binding[] {
    const all = this.byName.get(name);
    if (!all) return [];
    if (all.length > 1) all.sort((a, b) => this.compare(a.unit, b.unit) || a.at - b.at);
    return all;
  }

  /** The object of that name is changed in place somewhere. */
  isMutated(name: string): boolean {
    return (this.mutations.get(name)?.size ?? 0) > 0;
  }

  /** Modules that are imported with `*` anywhere. */
  stars(): readonly string[] {
    return [...this.starsByUnit.values()].flat();
  }

  /** Negative where `a` stands before `b`. */
  compare(a: Unit, b: Unit): number {
    return (this.cellOrder.get(a.cell) ?? 0) - (this.cellOrder.get(b.cell) ?? 0) || a.start - b.start;
  }
}
