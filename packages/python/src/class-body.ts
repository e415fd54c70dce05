import { PlacedIndex } from './placed-index.js';
import type { Binding, Change, ClassInfo, Parameter, Scope } from './scope.js';
import type { Unit } from './unit.js';
import type { Trace } from './where.js';

/** What one unit says in a class's body. */
export interface ClassPart {
  readonly cls: ClassInfo;
  readonly unit: Unit;
  /** The names that it binds and changes there. */
  readonly scope: Scope;
  /** `self.name = …` in methods. */
  readonly fields: Map<string, Binding[]>;
  /** `name: type` and `name: type = default` in the body: the parameters of a data class. */
  readonly annotated: Parameter[];
}

/**
 * A class's body, from the one unit or the several that it stands in. Whoever asks for a name notes so in the trace: what is
 * worked out from it holds as long as the units keep what they say of that name.
 */
export class ClassBody {
  private readonly parts: ClassPart[] = [];
  private readonly bound = new PlacedIndex<Binding>();
  private readonly changed = new PlacedIndex<Change>();
  private readonly set = new PlacedIndex<Binding>();
  /** By name, as `Trace.reads` has it. */
  private readonly keys = new Map<string, string>();
  private parameters: readonly Parameter[] | undefined;

  /** `head` is the unit that the class begins in. */
  constructor(
    private readonly name: string,
    private readonly head: Unit
  ) {}

  add(part: ClassPart): void {
    this.parts.push(part);
    for (const [name, bindings] of part.scope.bindings) this.bound.add(name, bindings);
    for (const [name, changes] of part.scope.changes) this.changed.add(name, changes);
    for (const [name, bindings] of part.fields) this.set.add(name, bindings);
    this.parameters = undefined;
  }

  remove(part: ClassPart): void {
    this.parts.splice(this.parts.indexOf(part), 1);
    for (const name of part.scope.bindings.keys()) this.bound.remove(name, part.unit);
    for (const name of part.scope.changes.keys()) this.changed.remove(name, part.unit);
    for (const name of part.fields.keys()) this.set.remove(name, part.unit);
    this.parameters = undefined;
  }

  /** Its units changed places. */
  reorder(): void {
    for (const index of [this.bound, this.changed, this.set]) index.shuffle();
    this.parameters = undefined;
  }

  /** Bindings of the name in the body, in order. */
  bindings(name: string, trace: Trace): readonly Binding[] {
    this.note(name, trace);
    return this.bound.get(name, inOrder);
  }

  /** Changes in place of the object that the name is bound to in the body, in order. */
  changes(name: string): readonly Change[] {
    return this.changed.get(name, inOrder);
  }

  /** Where methods set that attribute of `self`, in order. */
  fields(name: string, trace: Trace): readonly Binding[] {
    this.note(name, trace);
    return this.set.get(name, inOrder);
  }

  /** Annotated names in order: the parameters of a data class. The same array until one changes. */
  annotated(trace: Trace): readonly Parameter[] {
    this.note('__init__', trace);
    this.parameters ??= [...this.parts].sort((a, b) => inOrder(a.unit, b.unit)).flatMap(part => part.annotated);
    return this.parameters;
  }

  private note(name: string, trace: Trace): void {
    if (this.head.home) return;
    let key = this.keys.get(name);
    if (key === undefined) {
      key = memberKey(this.name, name);
      this.keys.set(name, key);
    }
    trace.reads.add(key);
  }
}

/** What the part binds, as `Trace.reads` has it. */
export function boundInBody({ cls, scope, fields, annotated }: ClassPart): string[] {
  return [
    ...[...scope.bindings.keys(), ...scope.changes.keys(), ...fields.keys()].map(name => memberKey(cls.name, name)),
    ...(annotated.length > 0 ? [memberKey(cls.name, '__init__')] : [])
  ];
}

function memberKey(cls: string, name: string): string {
  return `${cls}::${name}`;
}

/** Units of one class stand in one cell. */
function inOrder(a: Unit, b: Unit): number {
  return a.start - b.start;
}
