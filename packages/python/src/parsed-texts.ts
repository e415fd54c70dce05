import { RecentlyUsed, type Bounds } from '@loadlight/facts/recently-used';
import type { Unit } from './unit.js';

/** A unit as it is cut from a text, before it is of any program. */
interface CutUnit extends Pick<Unit, 'text' | 'start' | 'statements' | 'broken'> {
  /** It stands in the body of the class whose head came last. */
  readonly isMember: boolean;
}

/** So many texts are remembered, and so much of them, in UTF-16 units: syntax takes some fifty bytes for each. */
const BOUNDS = { count: 500, weight: 1_000_000 };

/**
 * The syntax of texts that were parsed last: a file that is analysed is often one that others import, too, and the syntax of
 * both is the same. Nobody changes syntax, so both may have it.
 */
export class ParsedTexts {
  private texts = new RecentlyUsed<readonly CutUnit[]>(BOUNDS, text => text.length);

  /** Forgets all, and remembers so much from now on. */
  setBounds(bounds: Bounds): void {
    this.texts = new RecentlyUsed(bounds, text => text.length);
  }

  /** New units of the text, whose cell has that id; undefined where the text is not remembered. */
  units(text: string, cell: string): Unit[] | undefined {
    let head: Unit | undefined;
    return this.texts.get(text)?.map(({ isMember, ...cut }) => {
      if (isMember && head) return { ...cut, cell, names: undefined, owner: head };
      head = { ...cut, cell, names: undefined };
      return head;
    });
  }

  keep(text: string, units: readonly Unit[]): void {
    const cuts = units.map(({ text: own, start, statements, broken, owner }) => {
      return { text: own, start, statements, broken, isMember: owner !== undefined };
    });
    this.texts.set(text, cuts);
    this.texts.trim();
  }
}
