import { element } from '../elements.js';
import type { ILoadlight } from '../tokens.js';

/** Says how many errors and warnings the document in front has, to who listens to the screen, when that changes. */
export function announceCounts({ documents, front, trans }: ILoadlight): void {
  const region = element('div', 'll-Announcer');
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  document.body.append(region);
  const last = new WeakMap<object, number>();

  const look = (): void => {
    const shown = front.document;
    if (!shown?.analysed) return;
    const { error, warning } = shown.analysed.counts;
    const count = error + warning;
    // A document in which nothing was found is opened without a word.
    if ((last.get(shown) ?? 0) === count) return;
    last.set(shown, count);
    region.textContent = count === 0 ? trans.__('No findings') : trans._n('%1 finding', '%1 findings', count);
  };
  documents.documentChanged.connect(look);
  front.changed.connect(look);
}
