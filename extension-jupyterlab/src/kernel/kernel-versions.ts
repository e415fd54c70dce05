import type { ISessionContext } from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';
import { type PackageVersions, readVersions, VERSION_LINE } from './version-line.js';

/** How it stands with a notebook's kernel. */
export type KernelAnswer =
  { readonly kind: 'asking' | 'failed' } | { readonly kind: 'known'; readonly versions: PackageVersions };

/** What notebooks' kernels said of their packages, from when the user asked until the kernel restarts or is another one. */
export class KernelVersions {
  /** The path of the notebook whose answer came or went. */
  readonly changed = new Signal<this, string>(this);
  /** A notebook has another kernel, or none any more. */
  readonly kernelsChanged = new Signal<this, void>(this);
  private readonly answers = new Map<ISessionContext, KernelAnswer>();

  constructor(private readonly notebooks: INotebookTracker) {
    notebooks.widgetAdded.connect((_, { sessionContext }) => {
      sessionContext.kernelChanged.connect(() => this.kernelsChanged.emit());
    });
  }

  /** The answer for the notebook at that path; undefined where nobody has asked. */
  of(path: string): KernelAnswer | undefined {
    const session = this.session(path);
    return session && this.answers.get(session);
  }

  /** The notebook has a kernel that can be asked. */
  canAsk(path: string): boolean {
    return Boolean(this.session(path)?.session?.kernel);
  }

  /** Runs the line in the notebook's kernel. Resolves when the answer is there, or when there will be none. */
  async ask(path: string): Promise<void> {
    const session = this.session(path);
    const kernel = session?.session?.kernel;
    if (!session || !kernel) return;
    const asking: KernelAnswer = { kind: 'asking' };
    this.set(session, asking);
    this.watch(session);
    const versions = await answerOf(kernel).catch(() => undefined);
    // A kernel that was changed meanwhile has nothing to say any more.
    if (this.answers.get(session) !== asking) return;
    this.set(session, versions ? { kind: 'known', versions } : { kind: 'failed' });
  }

  forget(path: string): void {
    const session = this.session(path);
    if (session) this.set(session, undefined);
  }

  private session(path: string): ISessionContext | undefined {
    return this.notebooks.find(({ context }) => context.path === path)?.sessionContext;
  }

  private set(session: ISessionContext, answer: KernelAnswer | undefined): void {
    if (answer) this.answers.set(session, answer);
    else if (!this.answers.delete(session)) return;
    this.changed.emit(session.path);
  }

  private watch(session: ISessionContext): void {
    session.kernelChanged.connect(this.onKernel, this);
    session.statusChanged.connect(this.onStatus, this);
    session.disposed.connect(this.onKernel, this);
  }

  private onKernel(session: ISessionContext): void {
    this.set(session, undefined);
  }

  /** What is installed may be another version by now, and is imported anew. */
  private onStatus(session: ISessionContext, status: Kernel.Status): void {
    if (STARTS_ANEW.has(status)) this.set(session, undefined);
  }
}

const STARTS_ANEW: ReadonlySet<Kernel.Status> = new Set(['restarting', 'autorestarting', 'terminating', 'dead']);

/** Evaluates the line beside the user's code: no history, no output, no names. Rejects where the kernel goes away. */
async function answerOf(kernel: Kernel.IKernelConnection): Promise<PackageVersions | undefined> {
  const { content } = await kernel.requestExecute({
    code: '',
    silent: true,
    store_history: false,
    allow_stdin: false,
    stop_on_error: false,
    user_expressions: { versions: VERSION_LINE }
  }).done;
  if (content.status !== 'ok') return undefined;
  const answer = content.user_expressions['versions'] as
    { readonly data?: Readonly<Record<string, unknown>> } | undefined;
  return readVersions(answer?.data?.['text/plain']);
}
