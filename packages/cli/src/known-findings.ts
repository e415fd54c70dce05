import { createHmac } from 'node:crypto';
import type { Finding } from '@loadlight/facts/finding';
import type { ScanResult, ShownFinding, ShownPlace } from './result.js';

/** How often each finding was there before, by file and then by what it is known by. */
export type KnownFindings = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * What a finding is known by when lines move: its rule, how severe it is (what got worse is new) and its source line, hashed with a
 * salt. A line may hold a password that is easily guessed, which a hash without one would give away.
 */
export function identityOf(salt: string, { rule, severity }: Pick<Finding, 'rule' | 'severity'>, line: string): string {
  return createHmac('sha256', salt)
    .update(`${rule}\n${severity}\n${line.replace(/\s+/g, '')}`)
    .digest('hex')
    .slice(0, 32);
}

/** How often each of them is there; what a comment suppresses is left out. */
export function knownIn(findings: readonly ShownFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { identity, suppressed } of findings)
    if (!suppressed) counts.set(identity, (counts.get(identity) ?? 0) + 1);
  return counts;
}

/** The result with each finding marked: of several alike the first ones are those that were there before. */
export function markKnown(result: ScanResult, known: KnownFindings): ScanResult {
  let gone = 0;
  const files = result.files.map(file => {
    const left = new Map(known.get(file.file));
    const findings = listRepeats(file.findings.map(finding => marked(finding, left)));
    for (const count of left.values()) gone += count;
    return { ...file, findings };
  });
  for (const file of result.aside ?? []) for (const count of known.get(file)?.values() ?? []) gone += count;
  return { ...result, files, gone };
}

/** Takes it from those that are left where it is one of them. */
function marked(finding: ShownFinding, left: Map<string, number>): ShownFinding {
  const count = left.get(finding.identity) ?? 0;
  if (finding.suppressed || count === 0) return { ...finding, baselineState: 'new' };
  left.set(finding.identity, count - 1);
  return { ...finding, baselineState: 'unchanged' };
}

/** What repeats one that is not listed, because it is old, must be listed itself, once. */
function listRepeats(findings: readonly ShownFinding[]): ShownFinding[] {
  const old = new Set(
    findings.filter(({ baselineState }) => baselineState === 'unchanged').map(({ rule, place }) => keyOf(rule, place))
  );
  return findings.map(finding => {
    const first = finding.repeats && keyOf(finding.rule, finding.repeats);
    if (finding.baselineState !== 'new' || first === null || !old.delete(first)) return finding;
    return { ...finding, repeats: null };
  });
}

function keyOf(rule: string, { file, cell, range }: ShownPlace): string {
  return JSON.stringify([rule, file, cell, range.start]);
}
