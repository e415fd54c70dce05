import type { Binding, Scope } from './scope.js';
import type { Namespace } from './namespace.js';
import type { Syntax } from './syntax.js';
import type { Trace, Where } from './where.js';

/** More bindings than this of one name are not told apart. */
const MAX_BINDINGS = 8;

/** Names to what binds them: in the scopes around, then in the whole program. */
export class Lookup {
  constructor(private readonly namespace: Namespace) {}

  /** The bindings that the name can have at that node; the nearest certain one ends the search. */
  find(name: string, node: Syntax, where: Where, trace: Trace): Binding[] {
    let scope: Scope | undefined = where.scope;
    let own = true;
    while (scope && scope.kind !== 'module') {
      const here: readonly Binding[] | undefined = scope.bindings.get(name);
      // A class body's names are seen by the body itself only.
      if (here && (own || scope.kind !== 'class') && !scope.globals.has(name)) {
        const before = own ? here.filter(b => b.at <= node.start || b.to.kind === 'parameter') : here;
        return latest(before.length > 0 ? before : here, where);
      }
      if (scope.kind !== 'comprehension') own = false;
      scope = scope.parent;
    }
    trace.reads.add(name);
    const all = this.namespace.bindings(name);
    const inFunction = !own;
    const before = all.filter(b => {
      if (b.unit !== where.unit) return this.namespace.compare(b.unit, where.unit) < 0;
      return inFunction || b.at <= node.start;
    });
    if (before.length > 0) return latest(before, where);
    if (all.length > 0 && !inFunction) trace.later = true;
    return all.slice(0, MAX_BINDINGS);
  }
}

/** From the last one back to the first that certainly holds. */
function latest(bindings: readonly Binding[], where: Where): Binding[] {
  const found: Binding[] = [];
  for (let i = bindings.length - 1; i >= 0 && found.length < MAX_BINDINGS; i--) {
    const binding = bindings[i];
    if (!binding) break;
    found.push(binding);
    const sameUnit = binding.unit === where.unit;
    if (binding.branches.every(b => sameUnit && where.branches.includes(b))) break;
  }
  return found;
}
