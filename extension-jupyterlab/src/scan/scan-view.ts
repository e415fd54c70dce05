import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { withCode } from '../editor/hover-card.js';
import { messageOf, severityOf } from '../editor/marks.js';
import { button, element } from '../elements.js';
import type { AskFile, FilePlan } from '../folder-fix/file-plan.js';
import type { FolderFix } from '../folder-fix/folder-fix.js';
import { type Counted, countedInFiles, outcomeWords } from '../folder-fix/outcome-words.js';
import { planView } from '../folder-fix/plan-view.js';
import { markElement } from '../icons.js';
import { markLabel } from '../mark-labels.js';
import type { FolderScan, FoundFile } from './folder-scan.js';
import { fixSentence, reviewSentence, scanSentence } from './scan-words.js';

export interface ScanOptions {
  readonly trans: TranslationBundle;
  /** `ask` says what is to be changed in each file. */
  readonly newScan: (ask?: AskFile) => FolderScan;
  /** Every safe fix of the files that it is given. */
  readonly newFix: () => FolderFix;
  readonly jump: (path: string, cell: number | undefined, finding: Diagnostic) => void;
}

/** What a scan found, file by file, as it goes, and what can be fixed of it at once. Notes are counted, not listed. */
export class ScanView extends Widget {
  private readonly said = element('p', 'll-Scan-said');
  private readonly bar = element('progress', '');
  private readonly outcome = element('div', 'll-Scan-outcome');
  private readonly plan = element('div', '');
  private readonly results = element('div', '');
  private readonly stop: HTMLButtonElement;
  private readonly fixable: HTMLButtonElement;
  private scan: FolderScan;
  private fix: FolderFix | undefined;
  private listed = 0;

  constructor(private readonly options: ScanOptions) {
    super();
    const { trans } = options;
    this.addClass('ll-Scan');
    this.node.tabIndex = -1;
    this.said.setAttribute('role', 'status');
    this.outcome.setAttribute('role', 'status');
    this.bar.setAttribute('aria-label', trans.__('Files looked at'));
    this.stop = button('ll-Button', trans.__('Cancel'), () => (this.fix ?? this.scan).cancel());
    this.fixable = button('ll-Button ll-mod-first', '', () => void this.fixAll());
    this.fixable.title = trans.__('Only fixes that keep what the code does on a harmless file; you see them first');
    const head = element('div', 'll-Scan-head', this.said, this.bar, this.stop, this.fixable);
    this.node.append(head, this.outcome, this.plan, this.results);
    this.scan = options.newScan();
    this.scan.changed.connect(this.render, this);
    this.render();
  }

  /** Looks at the folder. Resolves when it is through or cancelled. */
  look(): Promise<void> {
    return this.scan.run();
  }

  /** Looks at the folder and goes on with what can be fixed there. */
  async lookAndFix(): Promise<void> {
    await this.look();
    if (this.scan.state === 'done') await this.fixAll();
  }

  /** Shows what every safe fix of what was found would change, does what the user chooses, and looks anew. */
  async fixAll(): Promise<void> {
    const { trans, newFix } = this.options;
    const files = this.fixableFiles();
    if (files.length === 0) {
      this.say([trans.__('Nothing here can be fixed without a look at it.')]);
      return;
    }
    this.say([]);
    const fix = newFix();
    const plans = await this.during(fix, () => fix.plan(files.map(({ path }) => path)));
    if (!this.isGone() && (await this.carryOut(fix, plans, 'findings')))
      this.outcome.firstElementChild?.append(` ${reviewSentence(this.scan, trans)}`);
  }

  /** Looks at the folder, asks for each file what changes, and does what the user chooses of that. */
  async lookAndChange(ask: AskFile, counted: Counted): Promise<void> {
    this.begin(ask);
    await this.look();
    const { scan } = this;
    if (this.isGone() || scan.state !== 'done') return;
    const fix = this.options.newFix();
    fix.left.push(...scan.left);
    await this.carryOut(fix, scan.plans, counted);
  }

  /** Shows the plans, does what the user chooses, and looks anew. Resolves with whether anything was done. */
  private async carryOut(fix: FolderFix, plans: readonly FilePlan[], counted: Counted): Promise<boolean> {
    const { trans } = this.options;
    const chosen = fix.isCancelled ? [] : await this.choice(plans, counted);
    const outcome = await this.during(fix, () => fix.write(chosen));
    if (this.isGone()) return false;
    const isCancelled = fix.isCancelled || (plans.length > 0 && chosen.length === 0);
    this.say(outcomeWords(outcome, fix.left, isCancelled, counted, trans));
    if (outcome.done.length === 0) {
      (this.fixable.hidden ? this.node : this.fixable).focus();
      return false;
    }
    this.begin();
    await this.look();
    return true;
  }

  override dispose(): void {
    this.scan.cancel();
    this.fix?.cancel();
    this.scan.changed.disconnect(this.render, this);
    super.dispose();
  }

  /** A new scan takes the place of the one before. */
  private begin(ask?: AskFile): void {
    this.scan.changed.disconnect(this.render, this);
    this.scan = this.options.newScan(ask);
    this.listed = 0;
    this.results.replaceChildren();
    this.scan.changed.connect(this.render, this);
    this.render();
  }

  /** Shows how far the fix is, with the means to stop it. */
  private async during<T>(fix: FolderFix, act: () => Promise<T>): Promise<T> {
    this.fix = fix;
    fix.changed.connect(this.render, this);
    this.render();
    const done = await act();
    fix.changed.disconnect(this.render, this);
    this.fix = undefined;
    if (!this.isDisposed) this.render();
    return done;
  }

  /** Which of the plans the user wants; none where they thought better of it. */
  private async choice(plans: readonly FilePlan[], counted: Counted): Promise<readonly FilePlan[]> {
    if (plans.length === 0) return [];
    const { trans } = this.options;
    const chosen = await new Promise<readonly FilePlan[]>(resolve => {
      this.disposed.connect(() => resolve([]));
      const view = planView(plans, { trans, counted, apply: resolve, cancel: () => resolve([]) });
      this.plan.replaceChildren(view);
      this.render();
      view.focus();
    });
    this.plan.replaceChildren();
    this.node.focus();
    return chosen;
  }

  /** Closed meanwhile. */
  private isGone(): boolean {
    return this.isDisposed;
  }

  private fixableFiles(): readonly FoundFile[] {
    return this.scan.found.filter(({ safeFixes }) => safeFixes > 0);
  }

  private say(lines: readonly string[]): void {
    this.outcome.replaceChildren(...lines.map(line => element('p', '', line)));
  }

  private render(): void {
    const { scan, fix } = this;
    const { trans } = this.options;
    const isScanning = scan.state === 'finding' || scan.state === 'looking';
    const going = isScanning || fix !== undefined;
    const { activeElement } = document;
    const hadKeyboard = activeElement === this.stop || activeElement === this.fixable;
    this.stop.hidden = !going;
    this.bar.hidden = !going;
    const { total, passed } = fix ?? scan;
    if (total > 0) {
      this.bar.max = total;
      this.bar.value = passed;
    }
    this.said.textContent = fix ? fixSentence(fix, trans) : scanSentence(scan, trans);
    this.showFixable(going);
    for (; this.listed < scan.found.length; this.listed++) {
      const file = scan.found[this.listed];
      const section = file && this.file(file);
      if (section) this.results.append(section);
    }
    if (hadKeyboard && fix) this.stop.focus();
    if (isScanning || fix) return;
    // The button that had the keyboard is gone: the results take it.
    if (hadKeyboard && activeElement === this.stop)
      (this.results.querySelector<HTMLElement>('button') ?? this.node).focus();
    this.showRest();
  }

  private showFixable(going: boolean): void {
    const { trans } = this.options;
    const files = this.fixableFiles();
    this.fixable.hidden = going || files.length === 0 || this.plan.childElementCount > 0;
    const found = files.map(({ safeFixes: count }) => ({ count }));
    this.fixable.textContent = trans.__('Fix all that is safe: %1', countedInFiles(found, 'findings', trans));
  }

  /** What was not looked at, once. */
  private showRest(): void {
    const { scan } = this;
    const { trans } = this.options;
    if (this.results.querySelector('.ll-Scan-note')) return;
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

  private file({ path, parts }: FoundFile): HTMLElement | undefined {
    const { trans, jump } = this.options;
    const list = element('ul', '');
    for (const { cell, findings } of parts) {
      for (const finding of findings) {
        const severity = severityOf(finding);
        if (severity === 'information') continue;
        const line = finding.range.start.line + 1;
        const place = cell === undefined ? trans.__('line %1', line) : trans.__('Cell %1, line %2', cell + 1, line);
        const row = button('ll-Row-jump', '', () => jump(path, cell, finding));
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
