import type { Evidence } from './fact.js';
import type { Wording } from './message.js';
import { compareVersions } from './version.js';
import { twoVersions } from './version-wording.js';

/** One end of a range. */
export interface VersionBound {
  readonly version: string;
  readonly inclusive: boolean;
}

/** What is known of an installed package's version: bounds, each inclusive or not. A bound that is not there is not known. */
export interface VersionRange {
  readonly min?: VersionBound;
  readonly max?: VersionBound;
  /** As the user wrote it, for the hover: `2.4 (requirements.txt)`. */
  readonly written: Wording;
  readonly evidence: Evidence | undefined;
}

/** Whether what is installed is that version or newer: `yes` and `no` only where every version of the range agrees. */
export function isAtLeast(range: VersionRange | undefined, version: string): 'yes' | 'no' | 'unknown' {
  const { min, max } = range ?? {};
  const fromMin = min && compareVersions(min.version, version);
  if (fromMin !== undefined && fromMin >= 0) return 'yes';
  const fromMax = max && compareVersions(max.version, version);
  if (fromMax === undefined) return 'unknown';
  return fromMax < 0 || (fromMax === 0 && max?.inclusive === false) ? 'no' : 'unknown';
}

/** The narrowest range that both hold, for clauses that all count: `>=2.6,<3`. `written` and evidence are the first's. */
export function intersectRanges(a: VersionRange, b: VersionRange): VersionRange {
  return withBounds(a, pick(a.min, b.min, 'higher'), pick(a.max, b.max, 'lower'));
}

/** The narrowest range that holds both, for files that disagree. Evidence is the first's; `written` names both. */
export function unionRanges(a: VersionRange, b: VersionRange): VersionRange {
  const written = twoVersions('either', a.written, b.written);
  const min = a.min && b.min && pick(a.min, b.min, 'lower', true);
  const max = a.max && b.max && pick(a.max, b.max, 'higher', true);
  return withBounds({ written, evidence: a.evidence }, min, max);
}

function withBounds(
  said: Pick<VersionRange, 'written' | 'evidence'>,
  min: VersionBound | undefined,
  max: VersionBound | undefined
): VersionRange {
  return { ...(min && { min }), ...(max && { max }), written: said.written, evidence: said.evidence };
}

/** At equal versions the inclusive bound is the wider one. */
function pick(
  a: VersionBound | undefined,
  b: VersionBound | undefined,
  which: 'higher' | 'lower',
  wider = false
): VersionBound | undefined {
  if (!a || !b) return a ?? b;
  const order = compareVersions(a.version, b.version) ?? 0;
  if (order === 0) return a.inclusive === wider ? a : b;
  return order > 0 === (which === 'higher') ? a : b;
}
