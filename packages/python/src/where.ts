import type { Binding, Scope } from './scope.js';
import { siteOf, type Site, type Unit } from './unit.js';

/** Where an expression stands. */
export interface Where {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly branches: readonly number[];
}

/** What resolving went through: the reason for a value, and what its truth depends on. */
export class Trace {
  /** Names of the program that were looked up: the value holds as long as their bindings do. */
  readonly reads = new Set<string>();
  /** Bindings that gave the value, in the order met. */
  readonly bindings: Binding[] = [];
  /** A name was bound only later in the document. */
  later = false;
  steps = 0;
}

/** Where the right side of a binding is to be read. */
export function whereOf(binding: Binding): Where {
  return { unit: binding.unit, scope: binding.scope, branches: binding.branches };
}

/** The statement or parameter that binds, for evidence. */
export function siteOfBinding(binding: Binding): Site {
  return siteOf(binding.unit, binding.node);
}
