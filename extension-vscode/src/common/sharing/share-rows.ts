import type { SharedFix, SharedItem, SharedReport } from '@loadlight/protocol/share';
import { counted } from '../counted.js';
import type { Translate } from '../scan-summary.js';

/** A line of the report, as a tree of VS Code shows one. */
export interface ShareRow {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** Names of a product icon and its colour: the shapes tell error, warning and information apart. */
  readonly icon: string;
  readonly colour: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** What can be done about it, as words: `fix`, `ignore`. */
  readonly context: string;
}

const ICONS = {
  error: ['circle-filled', 'problemsErrorIcon.foreground'],
  warning: ['color-mode', 'problemsWarningIcon.foreground'],
  information: ['circle-outline', 'problemsInfoIcon.foreground']
} as const;

/** What the report shows: what is only better practice is counted. */
export function shownItems({ items }: SharedReport): readonly SharedItem[] {
  return items.filter(({ level }) => level !== 'note');
}

/** What the editor can do about the item, the best first. What stands in an attachment is taken out of the copy alone. */
export function waysOf({ fixes, redaction }: SharedItem): readonly SharedFix[] {
  const inEditor = redaction?.edits.every(({ part }) => part !== 'attachment') ?? false;
  return redaction && inEditor ? [...fixes, redaction] : fixes;
}

export function rowOf(item: SharedItem, t: Translate): ShareRow {
  const { level, severity, where, message, times, excerpt, rule, name, place } = item;
  const { executionCount } = place;
  const [icon, colour] = ICONS[severity];
  const label = executionCount === null ? where : `${where} [${executionCount}]`;
  const description = plain(times > 1 ? t('{0} ({1} times)', message, times) : message);
  const ways = waysOf(item).map(({ title }) => plain(title));
  return {
    label,
    description,
    tooltip: [description, excerpt, `${rule} ${name}`, ways.join('\n')].filter(line => line !== '').join('\n\n'),
    icon,
    colour,
    spoken: `${level === 'blocks' ? t('Blocks') : t('Worth a look')}: ${label}. ${description}`,
    context: [
      'item',
      ...(ways.length > 0 ? ['fix'] : []),
      ...(item.ignores === null || place.cell === null ? [] : ['ignore'])
    ].join(' ')
  };
}

/** So many places a clean copy is without. */
export function placesTakenOut({ items }: SharedReport): number {
  return items.reduce((sum, { redaction, times }) => sum + (redaction ? times : 0), 0);
}

/** The line above the report: the verdict on the notebook of that name, and what was looked at. */
export function headOf(name: string, report: SharedReport, changed: boolean, t: Translate): string {
  const { verdict, items, ignored, looked, notes } = report;
  const practice = items.filter(({ level }) => level === 'note').length;
  return [
    `${name}: ${verdict}`,
    changed ? t('changed since, save it to look again') : '',
    t('Cells looked at: {0}', looked.cells),
    t('Outputs looked at: {0}', looked.outputs),
    practice === 0 ? '' : t('Notes: {0}', practice),
    ignored === 0 ? '' : t('Ignored: {0}', ignored),
    ...notes.map(plain)
  ]
    .filter(part => part !== '')
    .join(' · ');
}

/** What is said once a clean copy is written. */
export function copiedSentence(
  name: string,
  removed: number,
  { verdict }: SharedReport,
  t: Translate,
  language: string
): string {
  const places = t('{n, plural, one {# place was taken out} other {# places were taken out}}');
  const taken = removed === 0 ? t('nothing had to be taken out') : counted(places, removed, language);
  return t('Loadlight: {0} is written; {1}. {2}.', name, taken, verdict);
}

/** What the server marks as code is text here. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}
