import type { Syntax } from './syntax.js';
import type { Unit } from './unit.js';

/** Units of a text before an edit, each to be used once more where its text still stands. */
export class KnownUnits {
  private readonly tops = new Map<string, Unit[]>();
  private readonly members = new Map<Unit, Map<string, Unit[]>>();
  private readonly syntax = new Map<string, readonly Syntax[]>();

  constructor(units: readonly Unit[]) {
    for (const unit of units) {
      if (unit.broken || unit.command) continue;
      if (!unit.owner) push(this.tops, unit);
      else {
        const members = this.members.get(unit.owner) ?? new Map<string, Unit[]>();
        this.members.set(unit.owner, members);
        push(members, unit);
        this.syntax.set(unit.text, unit.statements);
      }
    }
  }

  /** A top-level unit, or one of the body of the class with that head, whose text is this. */
  take(text: string, owner: Unit | undefined): Unit | undefined {
    const known = owner ? this.members.get(owner) : this.tops;
    return known?.get(text)?.shift();
  }

  /** The syntax of a statement in the body of any class, whose text is this. */
  syntaxOf(text: string): readonly Syntax[] | undefined {
    return this.syntax.get(text);
  }
}

function push(units: Map<string, Unit[]>, unit: Unit): void {
  const same = units.get(unit.text);
  if (same) same.push(unit);
  else units.set(unit.text, [unit]);
}
