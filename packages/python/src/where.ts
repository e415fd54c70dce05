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
  readonly active: Set<object | string>;
  /** A name was bound only later in the document. */
  later = false;
  /** What is asked for is called, so that modules in which nothing loads need not be read. */
  toCall = false;
  steps = 0;
  depth = 0;
  /** So many functions are asked for their callers, each by the one before. */
  callers = 0;
  /** The most of both at once. */
  private deepest = 0;
  private mostCallers = 0;
  /** Something was left unknown because it would have taken too many steps, or too many calls back. */
  private cut = false;
  /** What was entered, where that is of interest. */
  private readonly entered: Set<object | string> | undefined;
  /** What was not entered because it is being worked out further outside. */
  private readonly blocked = new Set<object | string>();

  /** A part of `around`, which is given what the part went through when it ends. */
  constructor(private readonly around?: Trace) {
    this.active = around?.active ?? new Set();
    this.entered = around && new Set();
    if (!around) return;
    this.toCall = around.toCall;
    this.steps = around.steps;
    this.depth = this.deepest = around.depth;
    this.callers = this.mostCallers = around.callers;
  }

  /** The binding gives the value, or a part of it. */
  meet(binding: Binding): void {
    if (this.met.has(binding)) return;
    this.met.add(binding);
    this.bindings.push(binding);
  }

  /** The result of `work`, or `otherwise` where the same thing is being worked out already. */
  once<T>(thing: object | string, otherwise: T, work: () => T): T {
    if (this.active.has(thing)) {
      if (this.entered && !this.entered.has(thing)) this.blocked.add(thing);
      return otherwise;
    }
    this.active.add(thing);
    this.entered?.add(thing);
    const result = work();
    this.active.delete(thing);
    return result;
  }

  /** One expression more is read inside another one; false where that is too much. */
  descend(mostSteps: number, mostDepth: number): boolean {
    if (++this.steps > mostSteps || this.depth >= mostDepth) {
      this.cut = true;
      return false;
    }
    if (++this.depth > this.deepest) this.deepest = this.depth;
    return true;
  }

  /** One function more is asked for its callers; false where that is too much. */
  callBack(most: number): boolean {
    if (this.callers >= most) {
      this.cut = true;
      return false;
    }
    if (++this.callers > this.mostCallers) this.mostCallers = this.callers;
    return true;
  }

  /** Gives the trace around it all that this part went through; undefined where it would be another way another time. */
  end(): Passage | undefined {
    const { around, entered } = this;
    if (!around || !entered) return undefined;
    const passage: Passage = {
      reads: [...this.reads],
      bindings: this.bindings,
      feeds: this.feeds,
      entered,
      later: this.later,
      steps: this.steps - around.steps,
      depth: this.deepest - around.depth,
      callers: this.mostCallers - around.callers
    };
    for (const thing of this.blocked) if (!around.entered?.has(thing)) around.blocked.add(thing);
    around.cut ||= this.cut;
    const keeps = !this.cut && this.blocked.size === 0;
    around.goThrough(passage);
    return keeps ? passage : undefined;
  }

  /** The same way could be gone from here, with the same end. */
  mayGo(
    { entered, steps, depth, callers }: Passage,
    mostSteps: number,
    mostDepth: number,
    mostCallers: number
  ): boolean {
    if (this.steps + steps > mostSteps || this.depth + depth > mostDepth || this.callers + callers > mostCallers)
      return false;
    for (const thing of this.active) if (entered.has(thing)) return false;
    return true;
  }

  /** Goes that way again, as far as this notes it. */
  goThrough({ reads, bindings, feeds, entered, later, steps, depth, callers }: Passage): void {
    for (const name of reads) this.reads.add(name);
    for (const binding of bindings) this.meet(binding);
    this.feeds.push(...feeds);
    if (this.entered) for (const thing of entered) this.entered.add(thing);
    this.later ||= later;
    this.steps += steps;
    this.deepest = Math.max(this.deepest, this.depth + depth);
    this.mostCallers = Math.max(this.mostCallers, this.callers + callers);
  }
}

/** What a part of the work went through. */
export interface Passage {
  readonly reads: readonly string[];
  readonly bindings: readonly Binding[];
  readonly feeds: Trace['feeds'];
  readonly entered: ReadonlySet<object | string>;
  readonly later: boolean;
  /** How much it took. */
  readonly steps: number;
  readonly depth: number;
  readonly callers: number;
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
