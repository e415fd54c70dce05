import type { FactKind, FactOf } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import type { Severity } from '@loadlight/facts/finding';
import type { Message, MessageTemplates } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';
import type { VersionRange } from '@loadlight/facts/version-range';

/** What a rule may ask beside the fact. Answers are what is known now; when more arrives the rules run again. */
export interface Context {
  /** The installed version as settings and requirement files have it; undefined where nobody says. */
  version(packageName: string): VersionRange | undefined;
  /** The commit that the user's own hub cache has for that branch or tag, 40 hexadecimal digits. */
  commit(kind: 'model' | 'dataset', repository: string, revision: string): string | undefined;
  /** There is a file at that path, seen from the document, whose checksum can be worked out. */
  canChecksum(path: string): boolean;
  /** All facts of that kind in the document. */
  factsOf<K extends FactKind>(kind: K): readonly FactOf<K>[];
  /** Rules whose findings that suppression comment covers. */
  suppressedBy(suppression: FactOf<'suppression'>): readonly string[];
}

/** What a rule says of one fact. */
export interface Report {
  readonly severity: Severity;
  readonly message: Message;
  readonly place: Place;
  /** The best first. */
  readonly fixes: readonly Fix[];
  /** What it is about (a model's name): later reports of the same subject repeat the first. */
  readonly subject?: string;
}

export interface RuleMeta {
  readonly id: string;
  /** Describes the pattern, so that it reads after "ignore". */
  readonly name: string;
  /** One sentence for lists. */
  readonly summary: string;
  readonly severity: Severity;
  /** Ids of other tools' rules about the same thing, for comments that silence them. */
  readonly equivalents: readonly string[];
  readonly cwe: readonly number[];
  readonly messages: MessageTemplates;
  readonly references: readonly string[];
  /** It matters where a notebook is handed on, and is looked for only when somebody asks whether it is ready for that. */
  readonly onlyForSharing?: true;
}

/** One rule: pure and synchronous. */
export interface Rule<K extends FactKind = FactKind> {
  readonly meta: RuleMeta;
  readonly reads: readonly K[];
  check(fact: FactOf<K>, context: Context): readonly Report[];
}
