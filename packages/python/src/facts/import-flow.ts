import type { FileEvent } from '../flow/file-event.js';
import { functionOf } from '../flow/file-event.js';
import { factsOfMagic } from '../flow/magic-flow.js';
import { importsOf } from '../modules/imports-of.js';
import type { Modules } from '../modules/modules.js';
import { SharedResults } from '../modules/shared-results.js';
import type { WorkspaceModule } from '../modules/workspace-module.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import { child, type Syntax } from '../syntax.js';
import { siteOf, textOf, type Site, type Unit } from '../unit.js';
import { Trace } from '../where.js';
import { SeenCall } from './call-facts.js';

/** So many calls of one module are looked at. */
const MAX_CALLS = 200;

/** What modules do to files while they are imported, as done where the unit imports them. `reads` gets what that rests on. */
export function importedEvents(unit: Unit, resolver: Resolver, reads: Set<string>): FileEvent[] {
  const trace = new Trace();
  trace.toCall = true;
  const events: FileEvent[] = [];
  for (const { site, names, isRun, conditional } of importsIn(unit)) {
    // What those import in turn is left out: following all of that costs more than all else, and hardly ever finds a download.
    const found = new Set(names.flatMap(name => resolver.modules.running(name, trace) ?? []));
    for (const module of found) {
      for (const event of eventsOf(module, isRun, resolver, trace)) {
        const { inModule = event.site } = event;
        if (event.kind === 'holds')
          events.push({ ...event, site, scope: undefined, inModule, conditional: event.conditional || conditional });
        else if (event.kind !== 'upload') events.push({ ...event, site, scope: undefined, inModule });
      }
    }
  }
  for (const name of trace.reads) reads.add(name);
  return events;
}

interface Import {
  readonly site: Site;
  /** Names that may stand for modules. */
  readonly names: readonly string[];
  /** `%run`, which runs what stands behind `if __name__ == "__main__"`, too. */
  readonly isRun: boolean;
  readonly conditional: boolean;
}

/** The imports of the unit that run where they stand: those in functions are left out. */
function importsIn(unit: Unit): Import[] {
  if (unit.command) {
    const whole = { unit, start: 0, end: unit.text.length };
    const names = unit.names?.stars ?? [];
    return names.length === 0 ? [] : [{ site: whole, names, isRun: true, conditional: unit.command.conditional }];
  }
  if (unit.owner || !unit.text.includes('import')) return [];
  const found: Import[] = [];
  const visit = (node: Syntax, conditional: boolean): void => {
    if (node.type === 'import_statement' || node.type === 'import_from_statement') {
      const site = siteOf(unit, node);
      found.push({ site, names: importsOf(textOf(site)), isRun: false, conditional });
    } else if (/_statement$|_clause$|^block$/.test(node.type)) {
      for (const inner of node.children) visit(inner, conditional || node.type !== 'with_statement');
    }
  };
  for (const statement of unit.statements) visit(statement, false);
  return found;
}

interface Brought {
  readonly events: readonly FileEvent[];
  readonly reads: ReadonlySet<string>;
}

/** By the modules that a program reaches, what each of them does: most are reached by several imports. */
const brought = new WeakMap<Modules, Map<WorkspaceModule, { run?: Brought; import?: Brought }>>();

/** The same for all programs. */
const shared = {
  run: new SharedResults<WorkspaceModule, Brought>(),
  import: new SharedResults<WorkspaceModule, Brought>()
};

/** What the module's own statements do to files, functions that they call included. */
function eventsOf(module: WorkspaceModule, isRun: boolean, resolver: Resolver, trace: Trace): readonly FileEvent[] {
  const { current } = resolver.modules;
  const byModule = brought.get(current) ?? new Map<WorkspaceModule, { run?: Brought; import?: Brought }>();
  brought.set(current, byModule);
  const known = byModule.get(module) ?? {};
  byModule.set(module, known);
  const found = (known[isRun ? 'run' : 'import'] ??= shared[isRun ? 'run' : 'import'].of(module, resolver.modules, () =>
    broughtBy(module, isRun, resolver)
  ));
  for (const name of found.reads) trace.reads.add(name);
  return found.events;
}

function broughtBy(module: WorkspaceModule, isRun: boolean, resolver: Resolver): Brought {
  const reads = new Set<string>();
  let left = MAX_CALLS;
  const events: FileEvent[] = [];
  for (const unit of module.units) {
    if (unit.command) {
      const { files, reads: read } = factsOfMagic(unit, unit.command, resolver);
      events.push(...files);
      for (const name of read) reads.add(name);
      continue;
    }
    for (const site of namesOf(unit).calls) {
      if (functionOf(site.scope) !== undefined || (!isRun && isMain(unit, site.branches)) || left-- <= 0) continue;
      const seen = new SeenCall(unit, site, resolver);
      events.push(...seen.files);
      for (const name of seen.reads()) reads.add(name);
    }
  }
  return { events: events.filter(event => event.kind !== 'holds' || !event.path.startsWith('‹')), reads };
}

/** It stands behind `if __name__ == "__main__"`. */
function isMain(unit: Unit, branches: SeenBranches): boolean {
  return branches.some(({ of }) => {
    const condition = child(of, 'condition');
    return condition !== undefined && /\b__name__\b/.test(textOf(siteOf(unit, condition)));
  });
}

type SeenBranches = readonly { readonly of: Syntax }[];
