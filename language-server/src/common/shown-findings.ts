import type { Analysis } from '@loadlight/engine/analysis';
import type { Finding } from '@loadlight/facts/finding';
import type { Fix } from '@loadlight/facts/fix';
import { suppresses } from '@loadlight/facts/fix';

/** The findings that an editor shows: what is suppressed or said before is left out. */
export function shownFindings(analysis: Analysis): Finding[] {
  return analysis.findings.filter(({ repeats, suppressed }) => !repeats && !suppressed);
}

/** A finding's fixes as they are offered: the best first, ignoring last. */
export function offeredFixes({ fixes }: Finding): readonly Fix[] {
  return [...fixes.filter(fix => !suppresses(fix)), ...fixes.filter(suppresses)];
}

/** Fix-all takes this finding away. */
export function isSafelyFixable({ fixes }: Finding): boolean {
  return fixes.some(fix => fix.kind === 'safe' && !suppresses(fix));
}
