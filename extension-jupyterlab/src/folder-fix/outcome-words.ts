import type { TranslationBundle } from '@jupyterlab/translation';
import type { FilePlan } from './file-plan.js';
import type { FixOutcome } from './folder-fix.js';
import type { Left } from './write-plan.js';

/** What is counted: findings that go, or places that a credential is taken out of. */
export type Counted = 'findings' | 'places';

/** "18 findings in 6 files". */
export function countedInFiles(
  plans: readonly Pick<FilePlan, 'count'>[],
  counted: Counted,
  trans: TranslationBundle
): string {
  const sum = plans.reduce((all, { count }) => all + count, 0);
  const files = trans._n('%1 file', '%1 files', plans.length);
  return counted === 'findings'
    ? trans._n('%1 finding in %2', '%1 findings in %2', sum, files)
    : trans._n('%1 place in %2', '%1 places in %2', sum, files);
}

/** What was done, and of each file that was left why, in sentences. */
export function outcomeWords(
  { done, unsaved }: FixOutcome,
  left: readonly Left[],
  isCancelled: boolean,
  counted: Counted,
  trans: TranslationBundle
): string[] {
  const fixed =
    done.length === 0 ? trans.__('Nothing was changed.') : trans.__('Fixed: %1.', countedInFiles(done, counted, trans));
  const open =
    unsaved === 0
      ? ''
      : trans._n('%1 file is open and not saved yet.', '%1 files are open and not saved yet.', unsaved);
  const said = [isCancelled ? trans.__('Cancelled.') : '', fixed, open].filter(part => part !== '');
  return [said.join(' '), ...left.map(one => leftWords(one, trans))];
}

function leftWords(left: Left, trans: TranslationBundle): string {
  const { path } = left;
  switch (left.why) {
    case 'moved':
      return trans.__('%1 is left as it is: it has changed since it was looked at.', path);
    case 'locked':
      return trans.__('%1 is left as it is: a cell that would change is set to read-only.', path);
    case 'read-only':
      return trans.__('%1 is left as it is: it is read-only.', path);
    case 'unread':
      return trans.__('%1 is left as it is: it could not be looked at.', path);
    case 'unfit':
      return trans.__('%1 is left as it is: in one of its places it cannot be taken out.', path);
    case 'unkept':
      return trans.__('%1 is left as it is: %2 could not be written before.', path, left.reason);
    case 'failed':
      return trans.__('%1 is left as it is: %2', path, left.reason);
  }
}
