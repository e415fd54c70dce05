import type { Fact } from '@loadlight/facts/fact';
import type { Place } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';
import type { FileEvent, FilePoint } from '../flow/file-event.js';
import type { Settled } from '../flow/file-history.js';
import type { Source } from '../origin.js';
import type { Arm } from '../scope.js';
import type { Site, Unit } from '../unit.js';

/** What publishing a draft needs to know of the program as it is now. */
export interface Publishing {
  /** Units move; the place of a site is known only now. */
  place(site: Site): Place;
  /** The lines of the cell that the unit stands in. */
  lines(unit: Unit): TextLines;
  /** The last line of the statement without a body that starts on that 0-based line of the cell; else the line itself. */
  lastLine(cell: string, line: number): number;
  /** What the program itself does to the file there, up to that point. */
  file(source: Source, point: FilePoint): Settled | undefined;
  /** The commit, branch or tag that is checked out in that folder. */
  checkout(folder: string, point: FilePoint): FileEvent | undefined;
  /** Where a checksum of that file is compared. */
  verified(path: string | undefined, point: FilePoint): FileEvent | undefined;
  /** What stops the program before that point unless the file is the one whose checksum it names; see `FileHistory`. */
  checked(path: string, point: FilePoint, arms: readonly Arm[]): FileEvent | undefined;
}

/** A fact whose places still count from their units; undefined where it turns out to say nothing. It stays true while the names it read stay bound as they are. */
export type Draft = (publishing: Publishing) => Fact | undefined;

/** Everything one unit says, with the names that it depends on. */
export interface UnitFacts {
  readonly drafts: readonly Draft[];
  readonly files: readonly FileEvent[];
  readonly reads: ReadonlySet<string>;
}
