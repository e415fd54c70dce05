import type { Fact } from '@loadlight/facts/fact';
import type { Position } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';
import type { FileEvent } from '../flow/file-event.js';
import type { Unit } from '../unit.js';
import type { Publishing, UnitFacts } from './draft.js';

/** Facts as they were published, and all that their places and origins were read from. */
interface Publication {
  readonly facts: readonly Fact[];
  /** Where units began; within a unit, places only depend on its text. */
  readonly units: ReadonlyMap<Unit, Beginning>;
  /** Texts that were read beyond the units. */
  readonly texts: ReadonlyMap<Unit, TextLines>;
  /** What was asked about files, each with the answer. */
  readonly asked: readonly Asked[];
}

interface Beginning {
  readonly lines: TextLines;
  readonly start: number;
  readonly position: Position;
}

interface Asked {
  readonly answer: string;
  readonly again: (publishing: Publishing) => string;
}

/** Keeps what was published of each unit, so that an edit in one cell costs nothing in the others. */
export class Publications {
  private readonly last = new WeakMap<UnitFacts, Publication>();
  /** Events by number, so that answers can be compared. */
  private readonly numbers = new WeakMap<FileEvent, number>();
  private next = 0;

  /**
   * The unit's facts with their places as of now; the same objects as before where nothing that they rest on moved. With
   * `isSameHistory` all that is asked of files is answered as when they were published last.
   */
  publish(unit: Unit, facts: UnitFacts, publishing: Publishing, isSameHistory: boolean): readonly Fact[] {
    if (facts.drafts.length === 0) return [];
    const before = this.last.get(facts);
    if (before && holds(before, publishing, isSameHistory)) return before.facts;
    const units = new Map([[unit, beginning(unit, publishing)]]);
    const texts = new Map<Unit, TextLines>();
    const asked: Asked[] = [];
    const note = <T>(ask: (publishing: Publishing) => T, describe: (answer: T) => string): T => {
      const answer = ask(publishing);
      asked.push({ answer: describe(answer), again: now => describe(ask(now)) });
      return answer;
    };
    const noting: Publishing = {
      place: site => {
        if (!units.has(site.unit)) units.set(site.unit, beginning(site.unit, publishing));
        return publishing.place(site);
      },
      lines: one => {
        const lines = publishing.lines(one);
        texts.set(one, lines);
        return lines;
      },
      // Asked only of a cell whose text has been read.
      lastLine: (cell, line) => publishing.lastLine(cell, line),
      file: (source, point) =>
        note(
          now => now.file(source, point),
          answer => (answer ? this.describe(answer.events, JSON.stringify(answer.origin)) : '')
        ),
      checkout: (folder, point) =>
        note(
          now => now.checkout(folder, point),
          answer => this.describe([answer], '')
        ),
      verified: (path, point) =>
        note(
          now => now.verified(path, point),
          answer => this.describe([answer], '')
        ),
      checked: (path, point, arms) =>
        note(
          now => now.checked(path, point, arms),
          answer => this.describe([answer], '')
        )
    };
    const now = facts.drafts.flatMap(draft => draft(noting) ?? []);
    this.last.set(facts, { facts: now, units, texts, asked });
    return now;
  }

  private describe(events: readonly (FileEvent | undefined)[], rest: string): string {
    const numbers = events.map(event => {
      if (!event) return 0;
      const known = this.numbers.get(event);
      if (known !== undefined) return known;
      this.numbers.set(event, ++this.next);
      return this.next;
    });
    return `${numbers.join(' ')} ${rest}`;
  }
}

function holds({ units, texts, asked }: Publication, publishing: Publishing, isSameHistory: boolean): boolean {
  // First the files: what they were read from may stand in a cell that is gone, and then has no lines.
  if (!isSameHistory) for (const { answer, again } of asked) if (again(publishing) !== answer) return false;
  for (const [unit, text] of texts) if (publishing.lines(unit) !== text) return false;
  for (const [unit, { lines, start, position }] of units) {
    const now = publishing.lines(unit);
    if (now === lines && unit.start === start) continue;
    const { line, character } = now.position(unit.start);
    if (position.line !== line || position.character !== character) return false;
  }
  return true;
}

function beginning(unit: Unit, publishing: Publishing): Beginning {
  const lines = publishing.lines(unit);
  return { lines, start: unit.start, position: lines.position(unit.start) };
}
