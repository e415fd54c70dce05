import type { YFile } from '@jupyter/ydoc';
import type { SharedText } from '../documents/open-text.js';
import type { Replacement } from './text-after.js';

type Delta = Parameters<Parameters<YFile['ysource']['observe']>[0]>[0]['delta'];

/** How long somebody else's copy of a change may be on its way, in milliseconds. */
const ON_ITS_WAY_MS = 30_000;

/**
 * Where several people make the same change at the same time, all their insertions survive the merge. To be called after a
 * change was made: whoever sees copies of it arrive beside the own one takes away all but the first, which is the same for
 * everybody. `lost` is called when the own one goes, because undoing it would bring back what another has replaced.
 */
export function onlyOnce(model: SharedText, replacements: readonly Replacement[], lost: () => void): void {
  const { ysource } = model;
  const last = Date.now() + ON_ITS_WAY_MS;
  let all = insertions(replacements);
  if (all.length === 0) return;
  let isOwn = true;
  const tellLoss = (): void => {
    if (isOwn && all.some(({ own }) => own === undefined)) {
      isOwn = false;
      lost();
    }
  };
  const tidy = (): void => {
    const twice = all.filter(({ copies }) => copies > 1).reverse();
    if (model.isDisposed || twice.length === 0) return;
    // Not a step of undo: nobody wants the second copy back.
    model.transact(() => {
      for (const insertion of twice) insertion.keepFirst(model);
    }, false);
    tellLoss();
  };
  const onChange: Parameters<typeof ysource.observe>[0] = ({ delta }, { local }) => {
    if (Date.now() > last) {
      ysource.unobserve(onChange);
      return;
    }
    all = all.filter(insertion => insertion.follow(delta, !local));
    tellLoss();
    // Who else listens is to see the texts as they were merged first.
    if (!local) queueMicrotask(tidy);
  };
  ysource.observe(onChange);
}

/** Text that was inserted, where it is by now, and the copies of it that others have inserted beside. */
class Insertion {
  copies = 1;
  /** Which of the copies is the own one; undefined when it is gone. */
  own: number | undefined = 0;

  constructor(
    private at: number,
    readonly text: string
  ) {}

  get end(): number {
    return this.at + this.copies * this.text.length;
  }

  /** Takes more text that follows at once. */
  with(text: string): Insertion {
    return new Insertion(this.at, this.text + text);
  }

  /** Moves along with a change. Returns false where the insertion is not there as it was. */
  follow(delta: Delta, byOthers: boolean): boolean {
    let index = 0;
    for (const { retain = 0, insert, delete: deleted = 0 } of delta) {
      index += retain;
      if (typeof insert === 'string') {
        if (!this.grow(index, insert, byOthers)) return false;
        index += insert.length;
      }
      if (deleted > 0 && !this.shrink(index, deleted)) return false;
    }
    return true;
  }

  /** Takes away all copies but the first. */
  keepFirst(model: SharedText): void {
    const { at, end, text, copies } = this;
    if (model.getSource().slice(at, end) !== text.repeat(copies)) return;
    this.forget(1, copies - 1);
    model.updateSource(at + text.length, end, '');
  }

  private grow(index: number, text: string, byOthers: boolean): boolean {
    // Copies of several people may arrive at once.
    const [place, count] = [(index - this.at) / this.text.length, text.length / this.text.length];
    const isBeside = place >= 0 && place <= this.copies && Number.isInteger(place);
    if (byOthers && isBeside && Number.isInteger(count) && text === this.text.repeat(count)) {
      this.copies += count;
      if (this.own !== undefined && place <= this.own) this.own += count;
      return true;
    }
    if (index <= this.at) this.at += text.length;
    else if (index < this.end) return false;
    return true;
  }

  private shrink(index: number, length: number): boolean {
    if (index >= this.end) return true;
    if (index + length <= this.at) {
      this.at -= length;
      return true;
    }
    const [first, count] = [(index - this.at) / this.text.length, length / this.text.length];
    const isWhole = first >= 0 && first + count <= this.copies && Number.isInteger(first) && Number.isInteger(count);
    if (isWhole) this.forget(first, count);
    return isWhole && this.copies > 0;
  }

  private forget(first: number, count: number): void {
    this.copies -= count;
    if (this.own === undefined || this.own < first) return;
    this.own = this.own < first + count ? undefined : this.own - count;
  }
}

/** What the replacements, which come from the back, have inserted; what stands side by side arrives as one. */
function insertions(replacements: readonly Replacement[]): Insertion[] {
  const found: Insertion[] = [];
  let shift = 0;
  for (const { start, end, newText } of [...replacements].reverse()) {
    const at = start + shift;
    const last = found.at(-1);
    if (newText !== '') {
      if (last?.end === at) found.splice(-1, 1, last.with(newText));
      else found.push(new Insertion(at, newText));
    }
    shift += newText.length - (end - start);
  }
  return found;
}
