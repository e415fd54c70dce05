import type { TranslationBundle } from '@jupyterlab/translation';
import { severityOf } from '../editor/marks.js';
import type { FolderFix } from '../folder-fix/folder-fix.js';
import { dataOf } from '../fixes/fixer.js';
import { hasPreview } from '../preview/preview-button.js';
import type { FolderScan } from './folder-scan.js';

/** How far the scan is, or what it found. */
export function scanSentence({ state, found, looked, total }: FolderScan, trans: TranslationBundle): string {
  if (state === 'finding') return trans.__('Finding notebooks and Python files…');
  if (state === 'looking') return trans.__('%1 of %2 files looked at', looked, total);
  if (state === 'failed') return trans.__('Loadlight is not running: restart it and scan again.');
  const count = { error: 0, warning: 0, information: 0 };
  for (const { findings } of found.flatMap(({ parts }) => parts)) {
    for (const finding of findings) count[severityOf(finding)]++;
  }
  const counts = [
    count.error > 0 ? trans._n('%1 error', '%1 errors', count.error) : '',
    count.warning > 0 ? trans._n('%1 warning', '%1 warnings', count.warning) : '',
    count.information > 0 ? trans._n('%1 note', '%1 notes', count.information) : ''
  ].filter(part => part !== '');
  const files = trans._n('%1 file looked at', '%1 files looked at', looked);
  const result = counts.length > 0 ? counts.join(', ') : trans.__('nothing to worry about');
  return state === 'cancelled' ? trans.__('Cancelled. %1: %2.', files, result) : trans.__('%1: %2.', files, result);
}

/** How far a fix over several files is. */
export function fixSentence({ state, passed, total }: FolderFix, trans: TranslationBundle): string {
  return state === 'looking'
    ? trans.__('Working out what changes: %1 of %2 files', passed, total)
    : trans.__('%1 of %2 files changed', passed, total);
}

/** What is left that a fix would change, which nobody should take unseen; empty where there is none. */
export function reviewSentence({ found }: FolderScan, trans: TranslationBundle): string {
  const listed = found
    .flatMap(({ parts }) => parts.flatMap(({ findings }) => findings))
    .filter(finding => severityOf(finding) !== 'information');
  const count = listed.filter(finding => dataOf(finding)?.fixes.some(hasPreview)).length;
  if (count === 0) return '';
  return trans._n(
    '%1 finding has a fix that may change what the code does: review it.',
    '%1 findings have a fix that may change what the code does: review them one by one.',
    count
  );
}
