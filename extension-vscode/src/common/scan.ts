import {
  type CancellationToken,
  commands,
  DiagnosticSeverity,
  Disposable,
  env,
  l10n,
  ProgressLocation,
  RelativePattern,
  Uri,
  window,
  workspace
} from 'vscode';
import { excludeGlob } from './exclude-glob.js';
import type { QuietOpen } from './quiet-open.js';
import { ScanResults } from './scan-results.js';
import { type Counts, summaryOf } from './scan-summary.js';
import type { ServerClient } from './server-client.js';

/** One scan takes no more files than this, and none above this many bytes: VS Code holds every notebook for minutes. */
const MOST_FILES = 5000;
const MOST_BYTES = 10 * 1024 * 1024;
/** Files that are under way at once: reading one while the server looks at another. */
const AT_ONCE = 4;

const NOTHING: Counts = { files: 0, errors: 0, warnings: 0, notes: 0, leftOut: 0, more: false };

/** The commands that scan the workspace, a folder or one notebook into the Problems panel, and take the results away again. */
export function registerScans(running: () => ServerClient | undefined, quiet: QuietOpen): Disposable {
  const results = new ScanResults(file => {
    const client = running();
    if (client !== undefined) void lookAt(client, quiet, results, file).catch(() => results.set(file, []));
  });
  return Disposable.from(
    results,
    commands.registerCommand('loadlight.scanWorkspace', () => scan(running(), quiet, results, workspaceFiles)),
    // The explorer gives the folder, and all that is selected with it.
    commands.registerCommand('loadlight.scanFolder', (clicked?: unknown, selected?: unknown) => {
      const folders = [clicked, ...(Array.isArray(selected) ? (selected as unknown[]) : [])].filter(
        folder => folder instanceof Uri
      );
      return scan(running(), quiet, results, token => filesIn(folders, token));
    }),
    commands.registerCommand('loadlight.scanNotebook', (chosen?: unknown) => {
      const file = chosen instanceof Uri ? chosen : window.activeNotebookEditor?.notebook.uri;
      if (file !== undefined) return scan(running(), quiet, results, () => Promise.resolve([file]));
      return window.showInformationMessage(l10n.t('Loadlight: open a notebook first.'));
    }),
    commands.registerCommand('loadlight.clearScan', () => results.clear())
  );
}

async function scan(
  client: ServerClient | undefined,
  quiet: QuietOpen,
  results: ScanResults,
  list: (token: CancellationToken) => Promise<readonly Uri[]>
): Promise<void> {
  if (client === undefined) {
    void window.showInformationMessage(l10n.t('Loadlight: {0}', l10n.t('The server is not running.')));
    return;
  }
  const options = { location: ProgressLocation.Notification, title: l10n.t('Loadlight'), cancellable: true };
  const summary = await window.withProgress(options, async (progress, token) => {
    progress.report({ message: l10n.t('looking for files') });
    const files = await list(token);
    let done = 0;
    let counts: Counts = { ...NOTHING, more: files.length > MOST_FILES };
    const waiting = files.slice(0, MOST_FILES);
    const step = 100 / Math.max(waiting.length, 1);
    const work = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined && !token.isCancellationRequested; file = waiting.shift()) {
        const one = await lookAt(client, quiet, results, file).catch(() => ({ leftOut: 1 }));
        counts = add(counts, one);
        done++;
        progress.report({ message: l10n.t('{0} of {1} files', done, done + waiting.length), increment: step });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return summaryOf(counts, token.isCancellationRequested, l10n.t, env.language);
  });
  const show = l10n.t('Show problems');
  void window.showInformationMessage(summary, ...(results.size > 0 ? [show] : [])).then(answer => {
    if (answer === show) void commands.executeCommand('workbench.actions.view.problems');
  });
}

/** Python files and notebooks of the whole workspace. */
function workspaceFiles(token: CancellationToken): Promise<readonly Uri[]> {
  return filesIn(
    (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    token
  );
}

/** Python files and notebooks of these folders, each folder without what its settings exclude. */
async function filesIn(folders: readonly Uri[], token: CancellationToken): Promise<readonly Uri[]> {
  const found = folders.map(folder => {
    const setting = (section: string): unknown => workspace.getConfiguration(section, folder).get('exclude');
    const exclude = excludeGlob(setting('files'), setting('search'));
    return workspace.findFiles(new RelativePattern(folder, '**/*.{py,ipynb}'), exclude, MOST_FILES + 1, token);
  });
  const files = (await Promise.all(found)).flat();
  return [...new Map(files.map(file => [file.toString(), file])).values()];
}

/** Puts what is found in the file among the results, and counts it. Rejects where it is too large or not readable. */
async function lookAt(
  client: ServerClient,
  quiet: QuietOpen,
  results: ScanResults,
  file: Uri
): Promise<Partial<Counts>> {
  const { size } = await workspace.fs.stat(file);
  if (size > MOST_BYTES) throw new Error(`${size} bytes are too many to scan`);
  const { found } = await quiet.look(client, file);
  const converted = await Promise.all(
    found.map(async ([text, items]) => [text, await client.protocol2CodeConverter.asDiagnostics([...items])] as const)
  );
  results.set(file, converted);
  const all = converted.flatMap(([, diagnostics]) => diagnostics);
  const count = (severity: DiagnosticSeverity): number => all.filter(each => each.severity === severity).length;
  return {
    files: 1,
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    notes: count(DiagnosticSeverity.Information)
  };
}

function add(a: Counts, b: Partial<Counts>): Counts {
  return {
    files: a.files + (b.files ?? 0),
    errors: a.errors + (b.errors ?? 0),
    warnings: a.warnings + (b.warnings ?? 0),
    notes: a.notes + (b.notes ?? 0),
    leftOut: a.leftOut + (b.leftOut ?? 0),
    more: a.more
  };
}
