import type { Contents } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';
import type { Documents } from '../documents/documents.js';
import type { Supervisor } from '../server/supervisor.js';
import { type AskFile, type FilePlan, planOf } from '../folder-fix/file-plan.js';
import type { Left } from '../folder-fix/write-plan.js';
import { type LookedFile, type LookedText, withLookedFile } from './looked-file.js';
import { type FolderEntry, walkFolder } from './walk-folder.js';

/** 2,000 files of at most 20 MB, outputs and all. */
const BOUNDS = { files: 2000, folders: 5000, size: 20 * 1024 * 1024 };

/** A file that has findings. */
export interface FoundFile {
  readonly path: string;
  readonly parts: readonly Pick<LookedText, 'cell' | 'findings'>[];
  /** Findings that fix-all would take away. */
  readonly safeFixes: number;
}

export type ScanState = 'finding' | 'looking' | 'done' | 'cancelled' | 'failed';

/** Looks at every notebook and Python file below a folder, one after the other. */
export class FolderScan {
  readonly changed = new Signal<this, void>(this);
  state: ScanState = 'finding';
  total = 0;
  looked = 0;
  /** Notebooks of other languages, which are not looked at. */
  otherLanguages = 0;
  /** Files that it is through with, for whatever reason. */
  passed = 0;
  /** Files that have findings, in the order of the folder. */
  readonly found: FoundFile[] = [];
  readonly leftOut: string[] = [];
  /** What `ask` said of the files, and those of which it said that they cannot be changed. */
  readonly plans: FilePlan[] = [];
  readonly left: Left[] = [];
  /** There were more files than a scan takes. */
  stopped = false;
  private readonly abort = new AbortController();

  constructor(
    readonly folder: string,
    private readonly contents: Contents.IManager,
    private readonly documents: Documents,
    private readonly server: Supervisor,
    private readonly ask?: AskFile
  ) {}

  cancel(): void {
    this.abort.abort();
    if (this.state === 'finding' || this.state === 'looking') this.become('cancelled');
  }

  /** Resolves when it is through, cancelled or has no server to ask; never rejects. */
  async run(): Promise<void> {
    const list = (path: string): Promise<FolderEntry[]> => this.list(path);
    const { files, leftOut, stopped } = await walkFolder(this.folder, list, BOUNDS, this.abort.signal);
    if (this.isCancelled()) return;
    this.total = files.length;
    this.leftOut.push(...leftOut);
    this.stopped = stopped;
    this.become('looking');
    for (const path of files) {
      const { connection } = this.server;
      if (!connection) {
        this.become('failed');
        return;
      }
      const { contents, documents } = this;
      const file = await withLookedFile(path, { contents, documents, connection }, looked => this.take(looked)).catch(
        () => 'failed' as const
      );
      if (this.isCancelled()) return;
      this.passed++;
      if (file === 'failed') this.leftOut.push(path);
      else if (file) this.looked++;
      else this.otherLanguages++;
      if (file && file !== 'failed' && (file.safeFixes > 0 || file.parts.some(({ findings }) => findings.length > 0)))
        this.found.push(file);
      this.changed.emit();
    }
    this.become('done');
  }

  private async take(file: LookedFile): Promise<FoundFile> {
    const plan = this.ask && (await planOf(file, this.ask));
    if (typeof plan === 'string') this.left.push({ path: file.path, why: plan });
    else if (plan) this.plans.push(plan);
    return asFound(file);
  }

  private isCancelled(): boolean {
    return this.abort.signal.aborted;
  }

  private become(state: ScanState): void {
    this.state = state;
    this.changed.emit();
  }

  private async list(path: string): Promise<FolderEntry[]> {
    const folder = await this.contents.get(path, { type: 'directory', content: true });
    return (folder.content as Contents.IModel[]).map(entry => ({
      name: entry.name,
      path: entry.path,
      isFolder: entry.type === 'directory',
      size: entry.size
    }));
  }
}

/** What of a file is kept: not its texts. */
function asFound({ path, texts, safeFixes }: LookedFile): FoundFile {
  return { path, parts: texts.map(({ cell, findings }) => ({ cell, findings })), safeFixes };
}
