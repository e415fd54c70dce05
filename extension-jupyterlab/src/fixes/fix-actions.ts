import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { type ISignal, Signal } from '@lumino/signaling';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
import type { OpenText } from '../documents/open-text.js';
import { wantsChange } from '../preview/preview-dialog.js';
import { changesOf } from './apply-edit.js';
import type { Fixer, FixOutcome } from './fixer.js';

/** How long a notice that nothing was changed stays, in milliseconds. */
const NOTICE_MS = 4000;

/** A change that was made, and the way back. */
export interface Done {
  readonly texts: readonly OpenText[];
  /** Takes all of it back. */
  undo(): void;
}

/** What the buttons do: a fix, and a word where it could not be done. */
export class FixActions {
  private readonly dones = new Signal<this, Done>(this);

  constructor(
    private readonly fixer: Fixer,
    private readonly documents: Documents,
    private readonly trans: TranslationBundle
  ) {}

  get done(): ISignal<this, Done> {
    return this.dones;
  }

  async fix(text: OpenText, finding: Diagnostic, title: string): Promise<boolean> {
    return this.report(await this.fixer.fix(text, finding, title));
  }

  /** Shows what a fix would change, and does it if the user says so. */
  async preview(text: OpenText, finding: Diagnostic, title: string): Promise<boolean> {
    const edit = await this.fixer.editOf(text, finding, title);
    const changes = edit && changesOf(edit, this.documents);
    if (!changes) return this.report(this.fixer.apply(edit));
    const wanted = await wantsChange(title, changes, this.documents, this.trans);
    return wanted && this.report(this.fixer.apply(edit));
  }

  async fixAll(document: OpenDocument): Promise<boolean> {
    return this.report(await this.fixer.fixAll(document));
  }

  private report(outcome: FixOutcome): boolean {
    if (outcome.kind === 'done') {
      const { texts } = outcome;
      this.dones.emit({ texts, undo: () => void texts[0]?.model.undo() });
      return true;
    }
    const message = this.reason(outcome.kind);
    Notification.info(message, { autoClose: NOTICE_MS });
    return false;
  }

  private reason(kind: Exclude<FixOutcome['kind'], 'done'>): string {
    switch (kind) {
      case 'moved':
        return this.trans.__('Nothing was changed: the text has moved on since. Try again.');
      case 'locked':
        return this.trans.__('Nothing was changed: a cell that this fix touches is set to read-only.');
      case 'none':
        return this.trans.__('Nothing was changed: there is no such fix for the text as it is now.');
    }
  }
}
