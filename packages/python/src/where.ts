import type { Abstract } from './abstract.js';
import type { Arm, Binding, Callable, Scope } from './scope.js';
import { siteOf, type Site, type Unit } from './unit.js';

/** Where an expression stands. */
export interface Where {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly branches: readonly Arm[];
  /** The call that the function around it is looked at for, if one. */
  readonly frame?: Frame;
}

/** What one call gives a function's parameters. */
export interface Frame {
  readonly callable: Callable;
  /** The value of a parameter in this call. */
  argument(name: string): Abstract;
  /** The object that a method is called on, where it is known. */
  readonly self: Abstract | undefined;
  /** That of the function around the function. */
  readonly outer: Frame | undefined;
}

/** What resolving went through: the reason for a value, and what its truth depends on. */
export class Trace {
  /** Names of the program that were looked up: the value holds as long as their bindings do. */
  readonly reads = new Set<string>();
  /** Bindings that gave the value, in the order met. */
  readonly bindings: Binding[] = [];
  private readonly met = new Set<Binding>();
  /** Calls of the program's own functions that gave a parameter its value. */
  readonly feeds: { readonly site: Site; readonly value: Abstract }[] = [];
  /** Functions, classes and bindings that are being worked out: none is entered twice. */
  readonly active = new Set<object | string>();
  /** A name was bound only later in the document. */
  later = false;
  /** What is asked for is called, so that modules in which nothing loads need not be read. */
  toCall = false;
  steps = 0;
  depth = 0;
  /** So many functions are asked for their callers, each by the one before. */
  callers = 0;

  /** The binding gives the value, or a part of it. */
  meet(binding: Binding): void {
    if (this.met.has(binding)) return;
    this.met.add(binding);
    this.bindings.push(binding);
  }

  /** The result of `work`, or `otherwise` where the same thing is being worked out already. */
  once<T>(thing: object | string, otherwise: T, work: () => T): T {
    if (this.active.has(thing)) return otherwise;
    this.active.add(thing);
    const result = work();
    this.active.delete(thing);
    return result;
  }
}

/** Where the right side of a binding is to be read, asked from `from`. */
export function whereOf(binding: Binding, from: Where): Where {
  const { unit, scope, branches } = binding;
  return scope.kind === 'module' || !from.frame
    ? { unit, scope, branches }
    : { unit, scope, branches, frame: from.frame };
}

/** The statement or parameter that binds, for evidence. */
export function siteOfBinding(binding: Binding): Site {
  return siteOf(binding.unit, binding.node);
}
