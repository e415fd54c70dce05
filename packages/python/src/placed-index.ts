import type { Unit } from './unit.js';

/** Something that stands in a unit at an offset. */
export interface Placed {
  readonly unit: Unit;
  readonly at: number;
}

/** Values by name, of several units, in document order once asked for. */
export class PlacedIndex<T extends Placed> {
  private readonly byName = new Map<string, { all: T[]; sorted: boolean }>();

  add(name: string, values: readonly T[]): void {
    const list = this.byName.get(name);
    if (!list) this.byName.set(name, { all: [...values], sorted: false });
    else {
      for (const value of values) list.all.push(value);
      list.sorted = false;
    }
  }

  remove(name: string, unit: Unit): void {
    const list = this.byName.get(name);
    if (!list) return;
    list.all = list.all.filter(value => value.unit !== unit);
    if (list.all.length === 0) this.byName.delete(name);
  }

  /** `compare` is negative where the first unit stands before the second. */
  get(name: string, compare: (a: Unit, b: Unit) => number): readonly T[] {
    const list = this.byName.get(name);
    if (!list) return [];
    if (!list.sorted) list.all.sort((a, b) => compare(a.unit, b.unit) || a.at - b.at);
    list.sorted = true;
    return list.all;
  }

  /** Units have other places now. */
  shuffle(): void {
    for (const list of this.byName.values()) list.sorted = list.all.length < 2;
  }
}
