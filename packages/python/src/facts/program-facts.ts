import type { Fact } from '@loadlight/facts/fact';
import { FileHistory } from '../flow/file-history.js';
import { factsOfMagic } from '../flow/magic-flow.js';
import type { Resolver } from '../resolver.js';
import { changeBetween } from '../unit-change.js';
import type { Unit } from '../unit.js';
import type { Publishing, UnitFacts } from './draft.js';
import { importedEvents } from './import-flow.js';
import { Publications } from './publications.js';
import { factsOfUnit } from './unit-facts.js';

function saysOrDoes(facts: UnitFacts | undefined): boolean {
  return facts !== undefined && facts.drafts.length + facts.files.length > 0;
}

/** What the units that are in both do to files is the same and in the same order, and nothing else does anything. */
function isSameHistory(before: readonly UnitFacts[], now: readonly UnitFacts[]): boolean {
  const { gone, added, reordered } = changeBetween(before, now);
  return !reordered && [...gone, ...added].every(({ files }) => files.length === 0);
}

/** The facts of a program's units, each kept until the unit goes or a name that it read means something else. */
export class ProgramFacts {
  private readonly facts = new Map<Unit, UnitFacts>();
  private readonly publications = new Publications();
  /** Names read, with the units that read them. */
  private readonly readers = new Map<string, Set<Unit>>();

  /** What was published last of units that say something or do something to files, in order. */
  private published: readonly UnitFacts[] = [];

  /** So often the facts of a unit were worked out. */
  worked = 0;

  constructor(private readonly resolver: Resolver) {}

  /** The facts of these units, which stand in the program's order, with their places as of now. */
  publish(units: readonly Unit[], places: Pick<Publishing, 'place' | 'lines' | 'lastLine'>): Fact[] {
    for (const unit of units) if (!this.facts.has(unit)) this.remember(unit);
    let history: FileHistory | undefined;
    const files = (): FileHistory => (history ??= new FileHistory(units, unit => this.facts.get(unit)?.files ?? []));
    const publishing: Publishing = {
      ...places,
      file: (source, point) => files().find(source, point),
      checkout: (folder, point) => files().checkedOut(folder, point),
      verified: (path, point) => files().isVerified(path, point),
      checked: (path, point, arms) => files().checkedBefore(path, point, arms)
    };
    const acting = units.filter(unit => saysOrDoes(this.facts.get(unit)));
    const now = acting.flatMap(unit => this.facts.get(unit) ?? []);
    const isSame = isSameHistory(this.published, now);
    this.published = now;
    const published: Fact[] = [];
    acting.forEach((unit, i) => {
      const facts = now[i];
      for (const fact of facts ? this.publications.publish(unit, facts, publishing, isSame) : []) published.push(fact);
    });
    return published;
  }

  /** What the unit says, worked out already; another object once something changed that. */
  of(unit: Unit): UnitFacts | undefined {
    return this.facts.get(unit);
  }

  /** Forgets what read one of the names. */
  invalidate(names: Iterable<string>): void {
    for (const name of names) for (const unit of [...(this.readers.get(name) ?? [])]) this.drop(unit);
  }

  drop(unit: Unit): void {
    for (const name of this.facts.get(unit)?.reads ?? []) this.readers.get(name)?.delete(unit);
    this.facts.delete(unit);
  }

  clear(): void {
    this.facts.clear();
    this.readers.clear();
  }

  private remember(unit: Unit): void {
    this.worked++;
    const own = unit.command ? factsOfMagic(unit, unit.command, this.resolver) : factsOfUnit(unit, this.resolver);
    const reads = new Set(own.reads);
    const imported = importedEvents(unit, this.resolver, reads);
    const facts = { ...own, reads, files: imported.length > 0 ? [...imported, ...own.files] : own.files };
    this.facts.set(unit, facts);
    for (const name of facts.reads) {
      const readers = this.readers.get(name);
      if (readers) readers.add(unit);
      else this.readers.set(name, new Set([unit]));
    }
  }
}
