import type { Origin } from '@loadlight/facts/fact';
import { UNKNOWN, type Value } from '@loadlight/facts/value';
import type { Given } from '../abstract.js';
import { bindArguments, type BoundArguments } from '../bind-arguments.js';
import type { LoaderRow } from '../catalogue/row.js';
import { sourceOf } from '../origin.js';
import type { Resolver } from '../resolver.js';
import { Trace } from '../where.js';

/** A load as its own module sees it. */
export class LoadAlone {
  readonly origin: Origin;
  private readonly bound: BoundArguments;

  constructor(
    private readonly row: LoaderRow,
    layers: readonly Given[],
    resolver: Resolver
  ) {
    this.bound = bindArguments(layers, row.parameters, resolver, new Trace());
    const source = this.bound.byName.get(row.source)?.value ?? UNKNOWN;
    this.origin = sourceOf(source).origin;
  }

  /** Of an argument that decides what runs, the value is known only with the call. */
  isToldMore(values: ReadonlyMap<string, Value>): boolean {
    const telling = [this.row.guard?.parameter ?? '', 'pickle_module'];
    return telling.some(name => {
      const value = values.get(name);
      const own = this.bound.byName.get(name)?.value;
      return value?.kind === 'literal' && !(own?.kind === 'literal' && own.value === value.value);
    });
  }
}
