import type { Fact, Suppression } from '@loadlight/facts/fact';
import type { Finding } from '@loadlight/facts/finding';
import type { Fix } from '@loadlight/facts/fix';
import type { Message } from '@loadlight/facts/message';
import { partKey, type Part, type Place } from '@loadlight/facts/place';
import type { VersionRange } from '@loadlight/facts/version-range';
import type { Context, Report, Rule, RuleMeta } from '@loadlight/rules/rule';
import { RULES } from '@loadlight/rules/rules';
import { fingerprint } from './fingerprint.js';
import { ignoringFixes, waysOfIgnoring, type Ignoring } from './ignoring-fixes.js';
import { Answers, ReportMemory } from './report-memory.js';

/** Findings, and the facts that they are about. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly facts: ReadonlyMap<Finding, Fact>;
  readonly context: Context;
}

/** What the document around the facts knows. */
export interface Surroundings extends Ignoring {
  version(packageName: string): VersionRange | undefined;
  /** The commit that the user's own cache has for a branch or tag of a hub repository. */
  commit(kind: 'model' | 'dataset', repository: string, revision: string): string | undefined;
  /** There is a file at that path, seen from the document, whose checksum can be worked out. */
  canChecksum(path: string): boolean;
  /** The text of the line where the place starts, for the fingerprint. */
  line(place: Place): string;
  /** The rule is looked for in this document. */
  isOn(rule: string): boolean;
  /** Findings of that rule can stand in the cell that the place is in. */
  isLookedAt(place: Place, rule: string): boolean;
  /** The fix's edits can be made in the text as it is. */
  fits(fix: Fix): boolean;
  /** Comments of that tool count as suppressions. */
  honours(tool: Suppression['tool']): boolean;
}

/**
 * Runs every rule over the facts, then settles what repeats and what is suppressed. Pure: what `memory` has of the judgement
 * before only saves work.
 */
export function judge(facts: readonly Fact[], around: Surroundings, memory = new ReportMemory()): Judged {
  const about = new Map<Finding, Fact>();
  const suppressions = facts.filter(fact => fact.kind === 'suppression').filter(s => around.honours(s.tool));
  const used = new Map<Suppression, Set<string>>();
  const context = new Answers(
    {
      version: name => around.version(name),
      commit: (kind, repository, revision) => around.commit(kind, repository, revision),
      canChecksum: path => around.canChecksum(path),
      // What is not looked for may well be there: its comment is not called unused.
      suppressedBy: suppression => [
        ...(used.get(suppression) ?? []),
        ...suppression.rules.filter(rule => !around.isOn(rule) || !around.isLookedAt(suppression.place, rule))
      ]
    },
    kind => memory.list(kind, facts)
  );
  const settler = new Settler(around, memory);
  const readBy = ({ reads }: Rule): readonly Fact[] => {
    const [kind] = reads;
    return kind !== undefined && reads.length === 1
      ? context.factsOf(kind)
      : facts.filter(fact => reads.includes(fact.kind));
  };
  const run = (rule: Rule): void => {
    if (!around.isOn(rule.meta.id)) return;
    for (const fact of readBy(rule)) {
      for (const report of memory.check(rule, fact, context)) {
        const by =
          suppressions.length === 0 ? NONE : suppressions.filter(s => covers(s, rule.meta, report.place, fact));
        for (const suppression of by) used.set(suppression, (used.get(suppression) ?? new Set()).add(rule.meta.id));
        about.set(settler.settle(rule.meta, report, fact, by[0]), fact);
      }
    }
  };
  // Which comments are unused shows only when all other rules have run.
  for (const rule of RULES) if (!rule.reads.includes('suppression')) run(rule);
  for (const rule of RULES) if (rule.reads.includes('suppression')) run(rule);
  return { findings: inOrder([...about.keys()], facts), facts: about, context };
}

const NONE: readonly Suppression[] = [];

/** Turns reports into findings: fingerprints, repeats, suppressions, and the fixes that ignore. */
class Settler {
  private readonly ordinals = new Map<string, number>();
  private readonly firsts = new Map<string, Place>();

  constructor(
    private readonly around: Surroundings,
    private readonly memory: ReportMemory
  ) {}

  settle(meta: RuleMeta, report: Report, fact: Fact, by: Suppression | undefined): Finding {
    const { id, name } = meta;
    const line = this.around.line(report.place);
    const ordinal = count(this.ordinals, `${id}\n${line.trim()}`);
    const subject = report.subject === undefined ? undefined : `${id}\n${report.subject}`;
    const first = subject === undefined ? undefined : this.firsts.get(subject);
    if (subject !== undefined && !first) this.firsts.set(subject, report.place);
    const isIgnored = by !== undefined || fact.kind === 'suppression';
    const ways = isIgnored ? undefined : waysOfIgnoring(id, report.place, this.around);
    return this.memory.finding(report, { line, ordinal, first, by, ways }, () => ({
      rule: id,
      name,
      severity: report.severity,
      message: ownOf(id, report.message),
      place: report.place,
      evidence: fact.evidence,
      sureness: fact.sureness,
      fixes: [
        ...report.fixes.filter(fix => this.around.fits(fix)).map(fix => ({ ...fix, title: ownOf(id, fix.title) })),
        ...(ways ? ignoringFixes(id, report.place, ways) : [])
      ],
      fingerprint: fingerprint(id, line, ordinal),
      repeats: first,
      suppressed: by && { reason: by.reason }
    }));
  }
}

/** A rule's messages are told apart from another rule's by its id, and so is the title in a title. */
function ownOf(rule: string, message: Message): Message {
  const { fix } = message.args;
  const args = typeof fix === 'object' ? { ...message.args, fix: ownOf(rule, fix) } : message.args;
  return { ...message, id: `${rule}.${message.id}`, args };
}

/** A comment covers a finding where it names its rule (or none) and speaks of a line that the finding's call has. */
function covers(suppression: Suppression, rule: RuleMeta, place: Place, fact: Fact): boolean {
  if (fact.kind === 'suppression') return false;
  const ids = suppression.tool === 'loadlight' ? [rule.id] : rule.equivalents;
  if (suppression.rules.length > 0 && !ids.some(id => suppression.rules.includes(id))) return false;
  const { scope } = suppression;
  if (scope.kind === 'document') return true;
  if (scope.kind === 'cell')
    return cellOf(suppression.place) !== undefined && cellOf(suppression.place) === cellOf(place);
  if (partKey(suppression.place.part) !== partKey(place.part)) return false;
  if (scope.kind === 'part') return true;
  const within = (p: Place): boolean =>
    partKey(p.part) === partKey(place.part) && scope.last >= p.range.start.line && scope.line <= p.range.end.line;
  return within(place) || within(fact.place);
}

function cellOf({ part }: Place): string | undefined {
  return part.kind === 'file' ? undefined : (part.cell ?? undefined);
}

function count(counts: Map<string, number>, key: string): number {
  const before = counts.get(key) ?? 0;
  counts.set(key, before + 1);
  return before;
}

/** By part in the order of the facts, then by place, errors first at the same place. */
function inOrder(findings: readonly Finding[], facts: readonly Fact[]): Finding[] {
  const parts = new Map<string, number>();
  let last: Part | undefined;
  for (const fact of facts) {
    const { part } = fact.place;
    if (part === last) continue;
    last = part;
    const key = partKey(part);
    if (!parts.has(key)) parts.set(key, parts.size);
  }
  const orderOf = new Map(findings.map(finding => [finding, parts.get(partKey(finding.place.part)) ?? 0]));
  const rank = { error: 0, warning: 1, information: 2 } as const;
  return [...findings].sort(
    (a, b) =>
      (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0) ||
      a.place.range.start.line - b.place.range.start.line ||
      a.place.range.start.character - b.place.range.start.character ||
      rank[a.severity] - rank[b.severity] ||
      a.rule.localeCompare(b.rule)
  );
}
