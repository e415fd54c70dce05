import type { Fact } from '@loadlight/facts/fact';
import type { Finding } from '@loadlight/facts/finding';
import { suppresses, type Edit, type Fix } from '@loadlight/facts/fix';
import type { Message } from '@loadlight/facts/message';
import { partKey, type Place } from '@loadlight/facts/place';
import type { Cell, Notebook } from '@loadlight/notebook/notebook';
import type { Interactive } from '@loadlight/facts/interactive';
import type { Redaction } from './redaction.js';

/**
 * `blocks`: an error or warning. `look`: somebody should look at it before the notebook leaves. `note`: better practice, which a
 * reader of the notebook is not hurt by.
 */
export type ShareLevel = 'blocks' | 'look' | 'note';

/** One thing to know before the notebook is handed on. */
export interface ShareItem {
  readonly level: ShareLevel;
  readonly finding: Finding;
  /** Over all cells from 0; null for the notebook's own metadata. */
  readonly cell: number | null;
  /** The number that the kernel gave the cell. */
  readonly executionCount: number | null;
  /** What stands there, with everything in it masked that is not to be shown; may be empty. */
  readonly excerpt: string;
  /** It stands there so often: the places after the first are not items of their own. */
  readonly times: number;
  /** What the clean copy does about all of these places; undefined where only the author can. */
  readonly redaction: Redaction | undefined;
  /** The library whose interactive output it is, where the user wants to keep those: it is left as it is. */
  readonly kept?: Interactive;
  /** Fixes of the code, with their edits, that need no answer. */
  readonly fixes: readonly { readonly fix: Fix; readonly edits: readonly Edit[] }[];
}

/** Whether a notebook is ready to be handed on. */
export interface ShareReport {
  readonly ready: boolean;
  /** In the order of the notebook. */
  readonly items: readonly ShareItem[];
  /** Findings that somebody ignores with a comment or in metadata. */
  readonly ignored: number;
  /** In the order of the notebook. */
  readonly cells: readonly Pick<Cell, 'id' | 'executionCount'>[];
  readonly looked: { readonly cells: number; readonly outputs: number };
  readonly notes: readonly Message[];
}

/** What the report is made from, beside the findings. */
export interface ShareSource {
  readonly notebook: Notebook;
  readonly notes: readonly Message[];
  factOf(finding: Finding): Fact | undefined;
  redaction(fact: Fact): Redaction | undefined;
  kept(finding: Finding): Interactive | undefined;
  excerpt(place: Place): string;
  edits(fix: Fix): readonly Edit[];
}

/** The report over the findings of an analysis that looked at everything in the notebook. Pure. */
export function shareReport(findings: readonly Finding[], source: ShareSource): ShareReport {
  const open = findings.filter(({ suppressed }) => !suppressed);
  const later = new Map<string, Finding[]>();
  for (const finding of open) {
    if (!finding.repeats) continue;
    const key = keyOf(finding.rule, finding.repeats);
    const same = later.get(key);
    if (same) same.push(finding);
    else later.set(key, [finding]);
  }
  const cells = new Map(source.notebook.cells.map(cell => [cell.id, cell]));
  const items = open
    .filter(({ repeats }) => !repeats)
    .map((finding): ShareItem => {
      const { part } = finding.place;
      const cell = part.kind === 'file' || part.cell === null ? undefined : cells.get(part.cell);
      const kept = source.kept(finding);
      const same = [finding, ...(later.get(keyOf(finding.rule, finding.place)) ?? [])];
      return {
        level: levelOf(finding),
        finding,
        cell: cell?.index ?? null,
        executionCount: cell?.executionCount ?? null,
        excerpt: source.excerpt(finding.place),
        times: same.length,
        redaction: kept ? undefined : together(same.map(one => redactionFor(one, source))),
        ...(kept && { kept }),
        fixes: finding.fixes
          .filter(fix => !suppresses(fix))
          .map(fix => ({ fix, edits: source.edits(fix) }))
          .filter(({ edits }) => edits.length > 0)
      };
    });
  const order = ({ cell }: ShareItem): number => cell ?? Infinity;
  return {
    ready: items.every(({ level }) => level !== 'blocks'),
    items: items
      .map((item, i) => ({ item, i }))
      .sort((a, b) => order(a.item) - order(b.item) || a.i - b.i)
      .map(({ item }) => item),
    ignored: findings.length - open.length,
    cells: source.notebook.cells.map(({ id, executionCount }) => ({ id, executionCount })),
    looked: {
      cells: source.notebook.cells.length,
      outputs: source.notebook.cells.reduce((sum, { outputs }) => sum + outputs.length, 0)
    },
    notes: source.notes
  };
}

function levelOf({ severity, rule }: Finding): ShareLevel {
  if (severity !== 'information') return 'blocks';
  return /^LL[34]/.test(rule) ? 'look' : 'note';
}

function redactionFor(finding: Finding, source: ShareSource): Redaction | undefined {
  const fact = source.factOf(finding);
  return fact && source.redaction(fact);
}

/** Undefined unless all of them can be taken out. */
function together(redactions: readonly (Redaction | undefined)[]): Redaction | undefined {
  const [first] = redactions;
  const all = redactions.filter(one => one !== undefined);
  return first && all.length === redactions.length ? { ...first, edits: all.flatMap(({ edits }) => edits) } : undefined;
}

function keyOf(rule: string, { part, range: { start } }: Place): string {
  return `${rule} ${partKey(part)} ${start.line}:${start.character}`;
}
