import type { Fact, Origin } from '@loadlight/facts/fact';
import type { Place } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';
import type { Site, Unit } from '../unit.js';

/** What publishing a draft needs to know of the program as it is now. */
export interface Publishing {
  /** Units move; the place of a site is known only now. */
  place(site: Site): Place;
  /** The lines of the cell that the unit stands in. */
  lines(unit: Unit): TextLines;
  /** The last line of the statement without a body that starts on that 0-based line of the cell; else the line itself. */
  lastLine(cell: string, line: number): number;
  /** What the program itself does to that path. */
  file(path: string): FileEvent | undefined;
}

/** A fact whose places still count from their units. It stays true while the names it read stay bound as they are. */
export type Draft = (publishing: Publishing) => Fact;

/** The program writes this path, or downloads it. */
export interface FileEvent {
  readonly path: string;
  readonly origin: Extract<Origin, { kind: 'written-here' | 'http' | 'hub' }>;
  readonly site: Site;
}

/** Everything one unit says, with the names that it depends on. */
export interface UnitFacts {
  readonly drafts: readonly Draft[];
  readonly files: readonly FileEvent[];
  readonly reads: ReadonlySet<string>;
}
