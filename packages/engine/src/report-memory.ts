import type { Fact, FactKind, FactOf, Suppression } from '@loadlight/facts/fact';
import type { Finding } from '@loadlight/facts/finding';
import type { Place } from '@loadlight/facts/place';
import type { VersionRange } from '@loadlight/facts/version-range';
import type { Context, Report, Rule } from '@loadlight/rules/rule';
import type { Ways } from './ignoring-fixes.js';

/** Something that a rule asked of its context, and what the answer was. */
interface Asked {
  readonly ask: (now: Answers) => unknown;
  readonly answer: unknown;
}

interface Said {
  readonly reports: readonly Report[];
  readonly asked: readonly Asked[];
}

/** All that a finding is made of beside its report. */
export interface Settling {
  readonly line: string;
  readonly ordinal: number;
  readonly first: Place | undefined;
  readonly by: Suppression | undefined;
  readonly ways: Ways | undefined;
}

/**
 * What the rules said of a document's facts, and the findings made of it: said again as long as the facts stay the same
 * objects and what the rules asked is answered alike.
 */
export class ReportMemory {
  private readonly said = new WeakMap<Fact, Map<Rule, Said>>();
  private readonly settled = new WeakMap<Report, Settling & { readonly finding: Finding }>();
  private readonly lists = new Map<FactKind, readonly Fact[]>();

  /** The facts of that kind; the same array as before where they are the same. */
  list<K extends FactKind>(kind: K, facts: readonly Fact[]): readonly FactOf<K>[] {
    const now = facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
    const before = this.lists.get(kind);
    if (before?.length === now.length && now.every((fact, i) => fact === before[i]))
      return before as readonly FactOf<K>[];
    this.lists.set(kind, now);
    return now;
  }

  /** What the rule says of the fact. */
  check(rule: Rule, fact: Fact, answers: Answers): readonly Report[] {
    const rules = this.said.get(fact) ?? new Map<Rule, Said>();
    this.said.set(fact, rules);
    const known = rules.get(rule);
    if (known?.asked.every(({ ask, answer }) => ask(answers) === answer)) return known.reports;
    const asked: Asked[] = [];
    const reports = rule.check(fact, noting(answers, asked));
    rules.set(rule, { reports, asked });
    return reports;
  }

  /** The finding made of the report before, where it would be the same again. */
  finding(report: Report, now: Settling, make: () => Finding): Finding {
    const known = this.settled.get(report);
    if (known && isSame(known, now)) return known.finding;
    const finding = make();
    this.settled.set(report, { ...now, finding });
    return finding;
  }
}

/** What the context answers during one judgement. */
export class Answers implements Context {
  private readonly versions = new Map<string, { readonly range: VersionRange | undefined; readonly key: string }>();
  private readonly lists = new Map<FactKind, readonly Fact[]>();

  constructor(
    private readonly around: Pick<Context, 'version' | 'commit' | 'canChecksum' | 'suppressedBy'>,
    private readonly list: <K extends FactKind>(kind: K) => readonly FactOf<K>[]
  ) {}

  version(name: string): VersionRange | undefined {
    return this.known(name).range;
  }

  /** The version as text: equal where it is. */
  versionKey(name: string): string {
    return this.known(name).key;
  }

  commit(kind: 'model' | 'dataset', repository: string, revision: string): string | undefined {
    return this.around.commit(kind, repository, revision);
  }

  canChecksum(path: string): boolean {
    return this.around.canChecksum(path);
  }

  factsOf<K extends FactKind>(kind: K): readonly FactOf<K>[] {
    const known = this.lists.get(kind) ?? this.list(kind);
    this.lists.set(kind, known);
    return known as readonly FactOf<K>[];
  }

  suppressedBy(suppression: Suppression): readonly string[] {
    return this.around.suppressedBy(suppression);
  }

  private known(name: string): { readonly range: VersionRange | undefined; readonly key: string } {
    const before = this.versions.get(name);
    if (before) return before;
    const range = this.around.version(name);
    const known = { range, key: range ? JSON.stringify(range) : '' };
    this.versions.set(name, known);
    return known;
  }
}

/** The same context, which notes what it is asked. */
function noting(answers: Answers, asked: Asked[]): Context {
  const note = (ask: Asked['ask']): void => void asked.push({ ask, answer: ask(answers) });
  return {
    version(name) {
      note(now => now.versionKey(name));
      return answers.version(name);
    },
    commit(kind, repository, revision) {
      note(now => now.commit(kind, repository, revision));
      return answers.commit(kind, repository, revision);
    },
    canChecksum(path) {
      note(now => now.canChecksum(path));
      return answers.canChecksum(path);
    },
    factsOf(kind) {
      note(now => now.factsOf(kind));
      return answers.factsOf(kind);
    },
    suppressedBy(suppression) {
      note(now => now.suppressedBy(suppression).join(' '));
      return answers.suppressedBy(suppression);
    }
  };
}

function isSame(before: Settling, now: Settling): boolean {
  if (before.line !== now.line || before.ordinal !== now.ordinal) return false;
  if (before.first !== now.first || before.by !== now.by) return false;
  const { ways } = before;
  if (!ways || !now.ways) return ways === now.ways;
  return (
    ways.comment === now.ways.comment &&
    ways.metadata === now.ways.metadata &&
    ways.turnOff === now.ways.turnOff &&
    ways.exclude === now.ways.exclude &&
    ways.top?.range.start.line === now.ways.top?.range.start.line
  );
}
