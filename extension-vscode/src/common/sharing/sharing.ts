import type { SharedItem } from '@loadlight/protocol/share';
import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import { OPEN_RULE_PAGE } from '../rule-page.js';
import type { ServerClient } from '../server-client.js';
import { unlinked } from '../unlinked.js';
import { ask, askForEditor, openNotebook } from './ask-share.js';
import { saveCleanCopy } from './clean-copy.js';
import { applyShared } from './fix-shared.js';
import { ignoreShared } from './ignore-shared.js';
import { NotReady } from './not-ready.js';
import { plain, waysOf } from './share-rows.js';
import { type Asked, type ShareLine, ShareTree, VIEW } from './share-tree.js';
import { jump, reveal } from './shared-cell.js';
import { tell } from './tell.js';

/** The context key that shows the view: it is not there before somebody asks. */
const ASKED = 'loadlight.shareAsked';

/** "Ready to share?": the commands, the report's view and the quiet word in the status bar. */
export function registerSharing(running: () => ServerClient | undefined): Disposable {
  const sharing = new Sharing(running);
  const line = (given: unknown): ShareLine | undefined => (isLine(given) ? given : undefined);
  return Disposable.from(
    sharing,
    commands.registerCommand('loadlight.share', (given?: unknown) => sharing.start(notebookOf(given))),
    commands.registerCommand('loadlight.shareAgain', () => sharing.again()),
    commands.registerCommand('loadlight.saveCleanCopy', (given?: unknown) =>
      sharing.copy(notebookOf(given) ?? sharing.shown)
    ),
    commands.registerCommand('loadlight.shareJump', (given?: unknown) =>
      sharing.withItem(line(given), ({ file }, { place }) => jump(file, place))
    ),
    commands.registerCommand('loadlight.shareFix', (given?: unknown) => sharing.fix(line(given))),
    commands.registerCommand('loadlight.shareIgnore', (given?: unknown) => sharing.ignore(line(given))),
    commands.registerCommand('loadlight.shareRule', (given?: unknown) =>
      sharing.withItem(line(given), (_, { rule }) => commands.executeCommand(OPEN_RULE_PAGE, rule))
    )
  );
}

class Sharing {
  readonly tree = new ShareTree();
  private readonly notReady = new NotReady();
  private readonly asked = new Map<string, Asked>();
  /** The last request about each notebook: an answer to an earlier one comes too late. */
  private readonly requests = new Map<string, object>();
  /** What the view is about. */
  shown: Uri | undefined;
  private readonly listening = Disposable.from(
    workspace.onDidChangeNotebookDocument(({ notebook, contentChanges, cellChanges }) => {
      const matters = cellChanges.some(({ document, metadata, outputs }) => document ?? metadata ?? outputs);
      if (contentChanges.length > 0 || matters) this.hasChanged(notebook.uri);
    }),
    workspace.onDidSaveNotebookDocument(({ uri }) => {
      if (this.asked.has(uri.toString())) void this.look(uri);
    })
  );

  constructor(private readonly running: () => ServerClient | undefined) {}

  dispose(): void {
    Disposable.from(this.tree, this.notReady, this.listening).dispose();
  }

  /** Somebody asks about the notebook: the view opens. */
  async start(file: Uri | undefined): Promise<void> {
    if (file === undefined) {
      tell(l10n.t('Loadlight: open a notebook first.'));
      return;
    }
    this.shown = file;
    if (!(await this.look(file))) return;
    await commands.executeCommand('setContext', ASKED, true);
    await commands.executeCommand(`${VIEW}.focus`);
  }

  async again(): Promise<void> {
    if (this.shown) await this.look(this.shown);
  }

  async copy(file: Uri | undefined): Promise<void> {
    if (file === undefined) {
      tell(l10n.t('Loadlight: open a notebook first.'));
      return;
    }
    await this.withServer(
      client => saveCleanCopy(client, file),
      reason => l10n.t('Loadlight: the clean copy was not written: {0}', reason)
    );
  }

  /** Makes a fix of the item in the editor, of several the one that is chosen. */
  async fix(line: ShareLine | undefined): Promise<void> {
    await this.withItem(line, async ({ file }, item) => {
      const ways = waysOf(item).map(({ title }, index) => ({ label: unlinked(plain(title)), index }));
      const placeHolder = l10n.t('Which fix?');
      const way = ways.length < 2 ? ways[0] : await window.showQuickPick(ways, { placeHolder });
      if (way === undefined) return;
      await this.withServer(async client => {
        const notebook = await reveal(file, item.place);
        // What stands in the file may stand elsewhere in the editor, and what counts there is where it is now.
        const { items } = await askForEditor(client, notebook);
        const now = items.find(one => isSame(one, item));
        const edits = now && waysOf(now)[way.index]?.edits;
        if (edits === undefined) throw new Error('the finding is gone');
        await applyShared(notebook, edits);
        await this.look(file);
      }, movedOn);
    });
  }

  async ignore(line: ShareLine | undefined): Promise<void> {
    await this.withItem(line, ({ file }, item) =>
      this.withServer(async client => {
        if (item.place.cell === null) return;
        const notebook = await reveal(file, item.place);
        if (await ignoreShared(client, notebook, item)) await this.look(file);
      }, movedOn)
    );
  }

  async withItem(
    line: ShareLine | undefined,
    act: (line: ShareLine, item: SharedItem) => Thenable<unknown>
  ): Promise<void> {
    if (line?.item) await act(line, line.item);
  }

  /** Asks the server and shows what it says; whether there is a report. */
  private async look(file: Uri): Promise<boolean> {
    const key = file.toString();
    const request = {};
    this.requests.set(key, request);
    let fine = false;
    await this.withServer(
      async client => {
        const before = openNotebook(file)?.version;
        const answer = await ask(client, file);
        if (this.requests.get(key) !== request) return;
        if ('error' in answer) {
          tell(l10n.t('Loadlight: {0}', answer.error));
          return;
        }
        fine = true;
        const changed = before !== undefined && before !== openNotebook(file)?.version;
        this.set({ file, report: answer.report, changed });
      },
      reason => l10n.t('Loadlight: the notebook was not looked at: {0}', reason)
    );
    return fine;
  }

  private hasChanged(file: Uri): void {
    const known = this.asked.get(file.toString());
    if (known && !known.changed) this.set({ ...known, changed: true });
  }

  private set(asked: Asked): void {
    this.asked.set(asked.file.toString(), asked);
    if (this.shown?.toString() === asked.file.toString()) this.tree.show(asked);
    this.notReady.update(this.asked);
  }

  /** `failed` says that it was not done, and why. */
  private async withServer(
    act: (client: ServerClient) => Promise<void>,
    failed: (reason: string) => string
  ): Promise<void> {
    const client = this.running();
    if (client === undefined) {
      tell(l10n.t('Loadlight: {0}', l10n.t('The server is not running.')));
      return;
    }
    try {
      await act(client);
    } catch (error) {
      client.warn('sharing went wrong', error, false);
      tell(failed(error instanceof Error ? error.message : String(error)));
    }
  }
}

/** The usual reason by far why an edit fits no more. */
function movedOn(): string {
  return l10n.t('Loadlight: the text has changed since. Try again.');
}

/** What a menu gives: the file in the explorer, the editor of a toolbar; or the notebook in front. */
function notebookOf(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  const { notebookEditor } = (given ?? {}) as { notebookEditor?: { notebookUri?: unknown } };
  if (notebookEditor?.notebookUri instanceof Uri) return notebookEditor.notebookUri;
  return window.activeNotebookEditor?.notebook.uri;
}

function isLine(given: unknown): given is ShareLine {
  return typeof given === 'object' && given !== null && 'file' in given && 'places' in given;
}

function isSame(a: SharedItem, b: SharedItem): boolean {
  return a.fingerprint === b.fingerprint && a.excerpt === b.excerpt;
}
