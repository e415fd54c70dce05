import type { Fact } from '@loadlight/facts/fact';
import type { TextLines } from '@loadlight/facts/text-lines';
import type { Unit } from '../unit.js';
import type { FileEvent, Publishing, UnitFacts } from './draft.js';

/** Facts as they were published, and all that their places and origins were read from. */
interface Publication {
  readonly facts: readonly Fact[];
  readonly units: ReadonlyMap<Unit, { readonly start: number; readonly lines: TextLines }>;
  readonly files: ReadonlyMap<string, FileEvent | undefined>;
}

/** Keeps what was published of each unit, so that an edit in one cell costs nothing in the others. */
export class Publications {
  private readonly last = new WeakMap<UnitFacts, Publication>();

  /** The unit's facts with their places as of now; the same objects as before where nothing that they rest on moved. */
  publish(unit: Unit, facts: UnitFacts, publishing: Publishing): readonly Fact[] {
    if (facts.drafts.length === 0) return [];
    const before = this.last.get(facts);
    if (before && holds(before, publishing)) return before.facts;
    const units = new Map([[unit, { start: unit.start, lines: publishing.lines(unit) }]]);
    const files = new Map<string, FileEvent | undefined>();
    const noting: Publishing = {
      place: site => {
        units.set(site.unit, { start: site.unit.start, lines: publishing.lines(site.unit) });
        return publishing.place(site);
      },
      lines: one => publishing.lines(one),
      // Of the unit's own cell, whose lines are noted.
      lastLine: (cell, line) => publishing.lastLine(cell, line),
      file: path => {
        const event = publishing.file(path);
        files.set(path, event);
        return event;
      }
    };
    const now = facts.drafts.map(draft => draft(noting));
    this.last.set(facts, { facts: now, units, files });
    return now;
  }
}

function holds({ units, files }: Publication, publishing: Publishing): boolean {
  // First the files: what they were read from may stand in a cell that is gone, and then has no lines.
  for (const [path, event] of files) if (publishing.file(path) !== event) return false;
  for (const [unit, { start, lines }] of units) {
    if (unit.start !== start || publishing.lines(unit) !== lines) return false;
  }
  return true;
}
