import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { withCode } from '../editor/hover-card.js';
import { messageOf, severityOf } from '../editor/marks.js';
import { button, element } from '../elements.js';
import { markElement } from '../icons.js';
import { markLabel } from '../mark-labels.js';
import type { FolderScan } from './folder-scan.js';

export type ScanJump = (path: string, cell: number | undefined, finding: Diagnostic) => void;

/** What a scan found, file by file, as it goes. Notes are counted, not listed. */
export class ScanView extends Widget {
  private readonly head = element('div', 'll-Scan-head');
  private readonly said = element('p', 'll-Scan-said');
  private readonly bar = element('progress', '');
  private readonly results = element('div', '');
  private readonly stop: HTMLButtonElement;
  private listed = 0;

  constructor(
    private readonly scan: FolderScan,
    private readonly trans: TranslationBundle,
    private readonly jump: ScanJump
  ) {
    super();
    this.addClass('ll-Scan');
    this.node.tabIndex = -1;
    this.said.setAttribute('role', 'status');
    this.bar.setAttribute('aria-label', trans.__('Files looked at'));
    this.stop = button('ll-Button', trans.__('Cancel'), () => scan.cancel());
    this.head.append(this.said, this.bar, this.stop);
    this.node.append(this.head, this.results);
    scan.changed.connect(this.render, this);
    this.render();
  }

  override dispose(): void {
    this.scan.cancel();
    this.scan.changed.disconnect(this.render, this);
    super.dispose();
  }

  private render(): void {
    const { scan, trans } = this;
    const going = scan.state === 'finding' || scan.state === 'looking';
    const hadKeyboard = document.activeElement === this.stop;
    this.stop.hidden = !going;
    this.bar.hidden = !going;
    if (scan.total > 0) {
      this.bar.max = scan.total;
      this.bar.value = scan.passed;
    }
    this.said.textContent = sentence(scan, trans);
    for (; this.listed < scan.found.length; this.listed++) {
      const file = scan.found[this.listed];
      const section = file && this.file(file);
      if (section) this.results.append(section);
    }
    if (going) return;
    // The button that had the keyboard is gone: the results take it.
    if (hadKeyboard) (this.results.querySelector<HTMLElement>('button') ?? this.node).focus();
    for (const path of scan.leftOut) {
      this.results.append(element('p', 'll-Scan-note', trans.__('%1 could not be read or is too large.', path)));
    }
    if (scan.otherLanguages > 0) {
      const said = trans._n(
        '%1 notebook speaks another language and was not looked at.',
        '%1 notebooks speak other languages and were not looked at.',
        scan.otherLanguages
      );
      this.results.append(element('p', 'll-Scan-note', said));
    }
    if (scan.stopped) {
      this.results.append(element('p', 'll-Scan-note', trans.__('There are more files than one scan takes.')));
    }
  }

  private file({ path, parts }: FolderScan['found'][number]): HTMLElement | undefined {
    const { trans } = this;
    const list = element('ul', '');
    for (const { cell, findings } of parts) {
      for (const finding of findings) {
        const severity = severityOf(finding);
        if (severity === 'information') continue;
        const line = finding.range.start.line + 1;
        const place = cell === undefined ? trans.__('line %1', line) : trans.__('Cell %1, line %2', cell + 1, line);
        const row = button('ll-Row-jump', '', () => this.jump(path, cell, finding));
        row.append(
          markElement(severity, markLabel(trans, severity)),
          withCode(messageOf(finding)),
          element('span', 'll-Row-line', place)
        );
        list.append(element('li', 'll-Row', row));
      }
    }
    return list.childElementCount > 0 ? element('section', 'll-Group', element('h3', '', path), list) : undefined;
  }
}

function sentence({ state, found, looked, total }: FolderScan, trans: TranslationBundle): string {
  if (state === 'finding') return trans.__('Finding notebooks and Python files…');
  if (state === 'looking') return trans.__('%1 of %2 files looked at', looked, total);
  if (state === 'failed') return trans.__('Loadlight is not running: restart it and scan again.');
  const count = { error: 0, warning: 0, information: 0 };
  for (const { findings } of found.flatMap(({ parts }) => parts)) {
    for (const finding of findings) count[severityOf(finding)]++;
  }
  const counts = [
    count.error > 0 ? trans._n('%1 error', '%1 errors', count.error) : '',
    count.warning > 0 ? trans._n('%1 warning', '%1 warnings', count.warning) : '',
    count.information > 0 ? trans._n('%1 note', '%1 notes', count.information) : ''
  ].filter(part => part !== '');
  const files = trans._n('%1 file looked at', '%1 files looked at', looked);
  const result = counts.length > 0 ? counts.join(', ') : trans.__('nothing to worry about');
  return state === 'cancelled' ? trans.__('Cancelled. %1: %2.', files, result) : trans.__('%1: %2.', files, result);
}
