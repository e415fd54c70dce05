import { inEnglish } from '@loadlight/facts/message';
import type { ShareItem } from '@loadlight/engine/share/share-report';
import { verdictOf, whereItStands } from '@loadlight/engine/share/share-wording';
import { NO_COLOURS, TERMINAL_COLOURS } from './colours.js';
import { count } from './count.js';
import type { Host } from './host.js';
import type { SharedNotebook } from './shared-notebook.js';
import { shownText } from './shown-text.js';

const MARKS = { blocks: '●', look: '○', note: '○' } as const;

/** The report for a terminal; `nothing` is the sentence where it has no notebook. */
export function shareAsText(shared: readonly SharedNotebook[], nothing: string, host: Host): string {
  if (shared.length === 0) return `${nothing}\n`;
  return shared.map(one => `${ofNotebook(one, host).join('\n')}\n`).join('\n');
}

function ofNotebook({ file, report, copy, target }: SharedNotebook, { colours, columns }: Host): string[] {
  const paint = colours ? TERMINAL_COLOURS : NO_COLOURS;
  const said = report.ready ? verdictOf(report).text : paint.strong(verdictOf(report).text);
  const shown = report.items.filter(({ level }) => level !== 'note');
  const notes = report.items.length - shown.length;
  const gap = Math.max(2, Math.min(columns, 100) - shownText(file).length - verdictOf(report).text.length);
  const lines = [`${shownText(file)}${' '.repeat(gap)}${said}`];
  const width = Math.max(0, ...shown.map(item => whereItStands(item).text.length));
  for (const item of shown) {
    const [mark, name] = [MARKS[item.level], whereItStands(item).text.padEnd(width)];
    lines.push(`  ${mark} ${name}  ${inSentences(item)}${action(item)}`);
    if (item.excerpt !== '') lines.push(`    ${' '.repeat(width)}  ${paint.faint(shownText(item.excerpt))}`);
  }
  const { cells, outputs } = report.looked;
  const looked = [`${count(cells, 'cell')}, ${count(outputs, 'output')} looked at`];
  if (notes > 0) looked.push(`${count(notes, 'note')} (loadlight scan --notes shows them)`);
  if (report.ignored > 0) looked.push(`${report.ignored} ignored`);
  lines.push(
    `  ${looked.join(', ')}.${!copy && report.items.some(({ redaction }) => redaction) ? ' --clean OUT writes a copy without what can be taken out.' : ''}`
  );
  lines.push(...report.notes.map(note => `  ${shownText(inEnglish(note))}`));
  if (copy && target !== undefined) lines.push(...afterCleaning(copy, target));
  return lines;
}

function afterCleaning({ removed, report }: NonNullable<SharedNotebook['copy']>, target: string): string[] {
  const times = removed.reduce((sum, item) => sum + item.times, 0);
  const taken = times === 0 ? 'nothing had to be taken out' : `${count(times, 'place')} taken out`;
  const left = report.items.filter(({ level }) => level === 'blocks').length;
  const rest =
    left > 0
      ? `${left} still ${left === 1 ? 'blocks' : 'block'}: only you can change ${left === 1 ? 'it' : 'them'}`
      : 'ready to share';
  return [`  Clean copy: ${shownText(target)}, ${taken}; ${rest}.`];
}

function inSentences({ finding, times }: ShareItem): string {
  const message = shownText(inEnglish(finding.message)).replaceAll('`', '');
  return `${finding.rule} ${message}${times > 1 ? ` (${times} times)` : ''}`;
}

function action({ redaction, kept, fixes }: ShareItem): string {
  if (kept) return `  [kept: ${kept}]`;
  const title = fixes[0]?.fix.title ?? redaction?.title;
  return title ? `  [${shownText(inEnglish(title)).replaceAll('`', '')}]` : '';
}
