import { codeFrame } from './code-frame.js';
import { NO_COLOURS, TERMINAL_COLOURS, type Colours } from './colours.js';
import { count } from './count.js';
import type { ScanResult, ShownFinding } from './result.js';
import { shownText } from './shown-text.js';

export interface TextOptions {
  /** Lists information too. */
  readonly notes: boolean;
  readonly colours: boolean;
  readonly columns: number;
  /** The revision that findings are compared with; undefined where they are with a baseline, or not at all. */
  readonly since: string | undefined;
  /** Files that are named may be left out. */
  readonly excludes: boolean;
}

/**
 * For people: each finding with its code, then one line of counts. Suppressed and repeated findings are not listed, nor those that
 * were there before.
 */
export function formatText(result: ScanResult, options: TextOptions): string {
  const colours = options.colours ? TERMINAL_COLOURS : NO_COLOURS;
  const listed = result.files
    .flatMap(({ findings }) => findings)
    .filter(finding => isOpen(finding) && !finding.repeats)
    .filter(({ severity }) => options.notes || severity !== 'information');
  const blocks = listed.map(finding => findingBlock(finding, options.columns, colours));
  return [...blocks, ...troubleLines(result), summary(result, options)].map(block => `${block}\n`).join('');
}

function findingBlock(finding: ShownFinding, columns: number, colours: Colours): string {
  const severity = finding.severity === 'information' ? 'note' : finding.severity;
  const head = `  ${colours.severity(finding.severity, severity)} ${finding.rule} ${finding.name}`;
  const [first, ...others] = finding.fixes;
  const label = first ? fixLabel(first) : '';
  const frame = codeFrame(finding.lines, label, columns, colours);
  return [
    colours.strong(where(finding)),
    `${head}  ${shownText(withoutMarkup(finding.message))}`,
    ...frame,
    ...others.map(fix => `       ${fixLabel(fix)}`)
  ].join('\n');
}

function fixLabel({ title, kind }: { title: string; kind: 'safe' | 'review' }): string {
  return `${kind === 'safe' ? 'fix' : 'fix to review'}: ${shownText(withoutMarkup(title))}`;
}

/** `file:line:column`, or in a notebook the cell as the reader counts them. */
function where({ place, part }: ShownFinding): string {
  const { file, cell, range } = place;
  const line = range.start.line + 1;
  if (part.kind === 'file') return `${shownText(file)}:${line}:${range.start.character + 1}`;
  if (cell === null) return `${shownText(file)}  ${part.kind}`;
  const inside = part.kind === 'source' ? `line ${line}` : part.kind;
  return `${shownText(file)}  cell ${cell + 1}, ${inside}`;
}

/** Messages carry names in backticks, for editors; a terminal shows them bare. */
function withoutMarkup(message: string): string {
  return message.replaceAll('`', '');
}

function troubleLines({ files, skipped }: ScanResult): string[] {
  const data = skipped.filter(({ isData }) => isData);
  const [first] = data;
  const others = skipped.filter(({ named, isData }) => !named && (!isData || data.length === 1));
  return [
    ...others.map(({ file, reason }) => `skipped ${shownText(file)}: ${shownText(reason)}`),
    ...(first && data.length > 1
      ? [
          `skipped ${shownText(first.file)} and ${count(data.length - 1, 'other file')} like it: ${shownText(first.reason)}`
        ]
      : []),
    ...files.flatMap(({ file, notes }) => notes.map(note => `${shownText(file)}: ${shownText(note)}`))
  ];
}

function isOpen({ suppressed, baselineState }: ShownFinding): boolean {
  return !suppressed && baselineState !== 'unchanged';
}

function summary(
  { files, skipped, gone = 0 }: ScanResult,
  { notes: notesListed, since, excludes }: TextOptions
): string {
  const findings = files.flatMap(file => file.findings);
  const open = findings.filter(isOpen);
  const of = (severity: string): number =>
    open.filter(finding => finding.severity === severity && !finding.repeats).length;
  const parts = [count(files.length, 'file')];
  if (of('error') > 0) parts.push(count(of('error'), 'error'));
  if (of('warning') > 0) parts.push(count(of('warning'), 'warning'));
  if (of('information') > 0) {
    parts.push(count(of('information'), 'note') + (notesListed ? '' : ' (--notes shows them)'));
  }
  const suppressed = findings.filter(finding => finding.suppressed).length;
  const before = findings.length - open.length - suppressed;
  if (suppressed > 0) parts.push(`${suppressed} suppressed`);
  if (before > 0) parts.push(`${before} ${since === undefined ? 'in the baseline' : `from before ${since}`}`);
  if (skipped.length > 0) parts.push(`${skipped.length} skipped`);
  const fixable = open.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe')).length;
  if (files.length === 0) {
    if (skipped.length > 0) return `Nothing was scanned: ${skipped.length} skipped.`;
    if (since !== undefined) return `Nothing to scan has changed since ${since}.`;
    return excludes ? 'Nothing to scan: the configuration leaves it out.' : NOTHING;
  }
  const stale =
    gone > 0 && since === undefined
      ? ` ${gone} in the baseline ${gone === 1 ? 'is' : 'are'} gone: --update-baseline takes ${gone === 1 ? 'it' : 'them'} out.`
      : '';
  if (open.length === 0) return `Nothing ${before > 0 ? 'new' : 'to worry about'} in ${parts.join(', ')}.${stale}`;
  return `${parts.join(', ')}.${fixable > 0 ? ` ${fixable} can be fixed: loadlight fix` : ''}${stale}`;
}

const NOTHING =
  'Nothing to scan: there is no .py or .ipynb file here (--no-ignore looks into what .gitignore leaves out).';
