import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { asksReason, type OfferedFix } from '@loadlight/protocol/finding-data';
import { type ISignal, Signal } from '@lumino/signaling';
import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
import { OpenNotebook } from '../documents/open-notebook.js';
import type { OpenText } from '../documents/open-text.js';
import { type ShownChange, shownChanges, wantsChange } from '../preview/preview-dialog.js';
import { type Applied, applyEdit, changesOf, isElsewhere, whyNot } from './apply-edit.js';
import { askReason } from './ask-reason.js';
import { ask } from './ask.js';
import { dataOf, type Effect, type Fixer, type Said } from './fixer.js';
import { partedEdit } from './parted-edit.js';
import type { FileChange, FileWritten } from './write-files.js';

/** So often is asked what a fix does while the text stays as it is. */
const MOST_TRIES = 3;
/** How long a notice that nothing was changed stays, in milliseconds. */
const NOTICE_MS = 4000;
/** How long a notice with something to do in it stays, in milliseconds. */
const OFFER_MS = 10_000;

/** A change that was made, and the way back. */
export interface Done {
  readonly what: 'fixed' | 'ignored';
  readonly texts: readonly OpenText[];
  /** Takes all of it back. False where somebody else made the same change at the same time: it is theirs. */
  undo(): boolean;
}

/** A credential that is to be taken out of all files. */
export interface TakeOutWanted {
  /** The server's name for it. */
  readonly id: string;
  /** Of the fix that the user chose. */
  readonly title: string;
  /** Where the document is that it was found in. */
  readonly folder: string;
}

/** What the actions need of the rest. */
export interface FixSurroundings {
  readonly documents: Documents;
  readonly trans: TranslationBundle;
  /** Writes another file: the configuration, a module. */
  write(edit: WorkspaceEdit): Promise<FileWritten>;
  /** What the edit does to a file that is not open; undefined where that is not as the server read it. */
  changeOf(edit: WorkspaceEdit): Promise<FileChange | undefined>;
  /** Opens a file of the contents manager. */
  open(path: string): void;
}

/** What the buttons do: a fix, and a word where it could not be done. */
export class FixActions {
  private readonly dones = new Signal<this, Done>(this);
  private readonly wanted = new Signal<this, TakeOutWanted>(this);

  constructor(
    private readonly fixer: Fixer,
    private readonly around: FixSurroundings
  ) {}

  get done(): ISignal<this, Done> {
    return this.dones;
  }

  /** A credential is to be taken out of more than this document. */
  get everywhere(): ISignal<this, TakeOutWanted> {
    return this.wanted;
  }

  /** Writes another file: the configuration, a module, `.env`. */
  readonly write = (edit: WorkspaceEdit): Promise<FileWritten> => this.around.write(edit);

  /** Does the fix; first asks for what it needs to know, or for the reason of one that ignores. Resolves with whether anything was done. */
  async fix(text: OpenText, finding: Diagnostic, title: string): Promise<boolean> {
    const ignores = offeredOf(finding, title)?.ignores;
    const said = await this.asked(finding, title);
    if (said === undefined) return false;
    const ask = (): Promise<Effect> => this.fixer.fix(text, finding, title, said);
    const effect = ignores === 'configuration' ? await ask() : await this.settled(text, ask);
    if (effect.kind === 'everywhere') {
      this.wanted.emit({ id: effect.id, title, folder: PathExt.dirname(this.pathOf(text)) });
      return true;
    }
    if (effect.kind === 'edit' && ignores === 'configuration') return this.writeElsewhere(effect.edit, 'ignored');
    return this.carryOut(text, effect, ignores ? 'ignored' : 'fixed');
  }

  /** Shows what a fix would change, and does it if the user says so. */
  async preview(text: OpenText, finding: Diagnostic, title: string): Promise<boolean> {
    const said = await this.asked(finding, title);
    if (said === undefined) return false;
    const effect = await this.settled(text, () => this.fixer.fix(text, finding, title, said));
    if (effect.kind !== 'edit' && effect.kind !== 'outputs') return this.carryOut(text, effect, 'fixed');
    // What only takes outputs away changes no line.
    const changes = effect.kind === 'edit' ? await this.changesShown(text, effect.edit) : [];
    if (!changes) return this.report({ kind: 'moved' }, 'fixed');
    return (await wantsChange(title, changes, this.around.trans)) && this.carryOut(text, effect, 'fixed');
  }

  /** What the edit does to open texts, or to a file that is not open; undefined where they have moved on. */
  private async changesShown(text: OpenText, edit: WorkspaceEdit): Promise<readonly ShownChange[] | undefined> {
    const { documents, trans, changeOf } = this.around;
    const { here, beside } = partedEdit(edit, text, documents);
    const open = changesOf(here, documents);
    const shown: ShownChange[] = open ? [...shownChanges(open, documents, trans)] : [];
    for (const one of open ? beside : [here]) {
      const closed = await changeOf(one);
      if (!closed) return undefined;
      shown.push({ name: closed.path, ...closed, credentials: [], isSettings: closed.path.endsWith('.env') });
    }
    return shown;
  }

  /** What the user says to what the fix asks for; undefined where they thought better of it. */
  private async asked(finding: Diagnostic, title: string): Promise<Said | undefined> {
    const { trans } = this.around;
    const offered = offeredOf(finding, title);
    if (offered?.asks) {
      const answer = await ask(offered.asks, title, trans);
      return answer === undefined ? undefined : { answer };
    }
    if (!asksReason(offered?.ignores)) return {};
    const reason = await askReason(title, trans);
    return reason === undefined ? undefined : { reason };
  }

  async fixAll(document: OpenDocument): Promise<boolean> {
    const [text] = document.texts;
    if (!text) return false;
    return this.carryOut(text, await this.settled(text, () => this.fixer.fixAll(document)), 'fixed');
  }

  /**
   * Asks what a fix does, and again where the answer is for another text than there is, though what the user sees is as it was
   * when they asked: the notebook had just been opened, or learnt its language from the kernel.
   */
  private async settled(text: OpenText, ask: () => Promise<Effect>): Promise<Effect> {
    const { documents } = this.around;
    const seen = (): string =>
      (documents.ownerOf(text)?.texts ?? [text]).map(({ model }) => model.getSource()).join('\0');
    const before = seen();
    let effect = await ask();
    for (let tries = 1; tries < MOST_TRIES && this.isBehind(text, effect) && seen() === before; tries++)
      effect = await ask();
    return effect;
  }

  private pathOf(text: OpenText): string {
    return this.around.documents.ownerOf(text)?.path ?? '';
  }

  private isBehind(text: OpenText, effect: Effect): boolean {
    const { documents } = this.around;
    if (effect.kind === 'edit') {
      const { here } = partedEdit(effect.edit, text, documents);
      return !changesOf(here, documents) && !isElsewhere(here, text, documents);
    }
    return effect.kind === 'moved' || effect.kind === 'none';
  }

  private async carryOut(text: OpenText, effect: Effect, what: Done['what']): Promise<boolean> {
    const { documents } = this.around;
    if (effect.kind === 'edit' && isElsewhere(effect.edit, text, documents))
      return this.writeElsewhere(effect.edit, what);
    // There is no preview of it here: it asks for a folder first.
    if (effect.kind === 'everywhere') return false;
    if (effect.kind === 'metadata') {
      const owner = documents.ownerOf(text);
      const kind = owner instanceof OpenNotebook ? owner.setIgnores(effect.change) : 'moved';
      return this.report(kind === 'done' ? { kind, texts: [text] } : { kind }, what);
    }
    if (effect.kind !== 'edit' && effect.kind !== 'outputs') return this.report(effect, what);
    const clears = effect.clears;
    const owner = documents.ownerOf(text);
    const notebook = owner instanceof OpenNotebook ? owner : undefined;
    if (clears) {
      const kind = notebook?.clearOutputs(clears, true) ?? 'moved';
      if (kind !== 'done') return this.report({ kind }, what);
    }
    let applied: Applied = { kind: 'done', texts: [text] };
    if (effect.kind === 'edit') {
      const { here, beside } = partedEdit(effect.edit, text, documents);
      if (beside.length > 0) {
        const kind = whyNot(here, documents);
        if (kind) return this.report({ kind }, what);
        // What the text needs is there first, and `.env` is ignored before it is there.
        for (const one of [...beside].reverse()) if (!(await this.writeElsewhere(one, what))) return false;
      }
      applied = applyEdit(here, documents);
    }
    if (applied.kind === 'done' && clears) notebook?.clearOutputs(clears);
    return this.report(applied, what);
  }

  private report(outcome: Applied | { readonly kind: 'none' }, what: Done['what']): boolean {
    if (outcome.kind === 'done') {
      const { texts, isTheirs } = outcome;
      const undo = (): boolean => {
        if (isTheirs?.() === true) return false;
        texts[0]?.model.undo();
        return true;
      };
      this.dones.emit({ what, texts, undo });
      return true;
    }
    Notification.info(this.reason(outcome.kind), { autoClose: NOTICE_MS });
    return false;
  }

  /** Writes another file, and says where: it may be one that the user has never seen. */
  private async writeElsewhere(edit: WorkspaceEdit, what: Done['what']): Promise<boolean> {
    const { trans, open, write } = this.around;
    const outcome = await write(edit);
    if (outcome.kind === 'moved') return this.report(outcome, what);
    const { path } = outcome;
    if (outcome.kind === 'failed') {
      Notification.error(trans.__('Loadlight could not write %1: %2', path, outcome.reason), { autoClose: OFFER_MS });
      return false;
    }
    const message = outcome.saved
      ? trans.__('Written to %1.', path)
      : trans.__('Written to %1, beside changes of yours. It counts when you save it.', path);
    Notification.success(message, {
      autoClose: OFFER_MS,
      actions: [{ label: trans.__('Open'), callback: () => open(path) }]
    });
    return true;
  }

  /** Why nothing was changed, in a sentence. */
  reason(kind: 'moved' | 'locked' | 'none'): string {
    const { trans } = this.around;
    switch (kind) {
      case 'moved':
        return trans.__('Nothing was changed: the text has moved on since. Try again.');
      case 'locked':
        return trans.__('Nothing was changed: a cell that this fix touches is set to read-only.');
      case 'none':
        return trans.__('Nothing was changed: there is no such fix for the text as it is now.');
    }
  }
}

function offeredOf(finding: Diagnostic, title: string): OfferedFix | undefined {
  return dataOf(finding)?.fixes.find(fix => fix.title === title);
}
