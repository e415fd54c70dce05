import type { Evidence, Origin } from '@loadlight/facts/fact';
import { toValue } from '../abstract.js';
import type { BoundArgument, BoundArguments } from '../bind-arguments.js';
import { evidence } from '../evidence.js';
import { sourceOf } from '../origin.js';
import type { Resolver } from '../resolver.js';
import type { Binding } from '../scope.js';
import { textOf, topOf, type Site, type Unit } from '../unit.js';
import { siteOfBinding, Trace } from '../where.js';
import type { Publishing } from './draft.js';

/** At most so many places are shown. */
const MAX_SHOWN = 4;

/** Something that stands elsewhere and that a fact rests on. */
export interface Shown {
  readonly site: Site;
  readonly id: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Imports in other cells, values set in other units, and the calls of the function around that give what is loaded. */
export function shownFor(
  unit: Unit,
  callee: Trace,
  inside: Trace,
  bound: BoundArguments,
  origin: Origin,
  resolver: Resolver
): Shown[] {
  const shown: Shown[] = [];
  for (const binding of callee.bindings) {
    if ((binding.unit.cell !== unit.cell || binding.unit.home !== unit.home) && binding.to.kind === 'import')
      shown.push({ site: siteOfBinding(binding), id: 'evidence-import', args: { name: binding.name } });
  }
  for (const argument of bound.byName.values()) {
    if (argument.node.type !== 'identifier') continue;
    const first = firstBinding(argument, resolver);
    if (first?.to.kind === 'expression' && topOf(first.unit) !== topOf(unit))
      shown.push({ site: siteOfBinding(first), id: 'evidence-value', args: { name: first.name } });
  }
  // First those that give the origin that counts.
  for (const wanted of [true, false]) {
    for (const { site, value } of inside.feeds) {
      if (shown.length >= MAX_SHOWN) break;
      if (shown.some(s => s.site.unit === site.unit && s.site.start === site.start)) continue;
      if ((sourceOf(toValue(value)).origin.kind === origin.kind) !== wanted) continue;
      shown.push({ site, id: 'evidence-call', args: { call: shortened(textOf(site)) } });
    }
  }
  return shown.slice(0, MAX_SHOWN);
}

/** What binds the name that the argument is: what is imported is set in the module that it is of. */
function firstBinding({ node, where }: BoundArgument, resolver: Resolver): Binding | undefined {
  const trace = new Trace();
  const [nearest] = resolver.lookup.find(where.unit.text.slice(node.start, node.end), node, where, trace);
  if (nearest && nearest.to.kind !== 'import') return nearest;
  resolver.resolve(node, where, trace);
  return trace.bindings.find(binding => binding.to.kind !== 'import');
}

export function asEvidence({ site, id, args }: Shown, publishing: Publishing): Evidence {
  return { place: publishing.place(site), message: evidence(id, args) };
}

/** One line of at most 60 characters. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`;
}
