import type { Contents } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';
import { TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import { withLookedFile } from '../scan/looked-file.js';
import type { Supervisor } from '../server/supervisor.js';
import { pathOfUri } from '../files/uris.js';
import { editsByFile } from '../fixes/parted-edit.js';
import type { FileWritten } from '../fixes/write-files.js';
import { type AskFile, type FilePlan, planOf } from './file-plan.js';
import { type Left, writePlan } from './write-plan.js';

/** What became of the files of a plan. */
export interface FixOutcome {
  /** The plans that were carried out. */
  readonly done: readonly FilePlan[];
  /** How many of these stand in a tab, not saved. */
  readonly unsaved: number;
}

/** What every fix over several files needs. */
export interface FolderFixAround {
  readonly contents: Contents.IManager;
  readonly documents: Documents;
  readonly server: Pick<Supervisor, 'connection'>;
  /** Makes an edit of one file that may have to be made, and saves it. */
  readonly write: (edit: WorkspaceEdit) => Promise<FileWritten>;
}

/** One change over many files: first what it would do to each, then, for those that the user wants, the writing. */
export class FolderFix {
  readonly changed = new Signal<this, void>(this);
  state: 'looking' | 'writing' = 'looking';
  /** Files that it is through with, of `total`. */
  passed = 0;
  total = 0;
  /** Files that are not changed, and why. */
  readonly left: Left[] = [];
  /** Edits of other files that were made, as JSON. */
  private readonly kept = new Set<string>();
  private readonly abort = new AbortController();

  /** `ask` says what the change is, file by file. */
  constructor(
    private readonly ask: AskFile,
    private readonly around: FolderFixAround
  ) {}

  get isCancelled(): boolean {
    return this.abort.signal.aborted;
  }

  /** What has not been written yet is not. */
  cancel(): void {
    this.abort.abort();
    this.changed.emit();
  }

  /** What the change would do to each of these files; those that it does nothing to are left out. Never rejects. */
  async plan(paths: readonly string[]): Promise<FilePlan[]> {
    const plans: FilePlan[] = [];
    await this.each('looking', paths, async path => {
      const plan = await this.planOf(path);
      if (typeof plan === 'string') this.left.push({ path, why: plan });
      else if (plan) plans.push(plan);
    });
    return plans;
  }

  /** Carries the plans out, one file after the other. Never rejects. */
  async write(plans: readonly FilePlan[]): Promise<FixOutcome> {
    const { documents, contents } = this.around;
    const done: FilePlan[] = [];
    let unsaved = 0;
    await this.each('writing', plans, async plan => {
      const written = (await this.keep(plan)) ?? (await writePlan(plan, documents, contents));
      if (written.why !== undefined) this.left.push(written);
      else {
        done.push(plan);
        if (written.isOpen) unsaved++;
      }
    });
    return { done, unsaved };
  }

  /** Makes what the file needs in other files, once; where that cannot be, says so. */
  private async keep({ path, keeps }: FilePlan): Promise<Left | undefined> {
    // `.env` is ignored before it is there.
    for (const edit of editsByFile(keeps?.documentChanges ?? []).reverse()) {
      const key = JSON.stringify(edit.documentChanges);
      if (this.kept.has(key)) continue;
      const written = await this.around.write(edit);
      if (written.kind !== 'written') return { path, why: 'unkept', reason: filesOf(edit).join(', ') };
      this.kept.add(key);
    }
    return undefined;
  }

  private async planOf(path: string): Promise<Awaited<ReturnType<typeof planOf>> | 'unread'> {
    const { contents, documents, server } = this.around;
    const { connection } = server;
    if (!connection) return 'unread';
    try {
      return await withLookedFile(path, { contents, documents, connection }, file => planOf(file, this.ask));
    } catch {
      return 'unread';
    }
  }

  private async each<T>(state: this['state'], all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
    this.state = state;
    this.total = all.length;
    this.passed = 0;
    this.changed.emit();
    for (const one of all) {
      if (this.isCancelled) return;
      await act(one);
      this.passed++;
      this.changed.emit();
    }
  }
}

/** The files that an edit changes, by their paths. */
export function filesOf({ documentChanges = [] }: WorkspaceEdit): string[] {
  return documentChanges
    .filter(change => TextDocumentEdit.is(change))
    .map(({ textDocument }) => pathOfUri(textDocument.uri));
}
