import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  DiagnosticSeverity,
  Disposable,
  env,
  FileType,
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

/** The commands that scan the workspace, files and folders or one notebook into the Problems panel, and take the results away again. */
export function registerScans(running: () => ServerClient | undefined, quiet: QuietOpen): Disposable {
  const results = new ScanResults(file => {
    const client = running();
    const { cleared } = results;
    if (client === undefined) return;
    void lookAt(client, quiet, results, file, cleared).catch(() => results.set(file, [], cleared));
  });
  return Disposable.from(
    results,
    commands.registerCommand('loadlight.scanWorkspace', () => scan(running(), quiet, results, workspaceFiles)),
    // The explorer gives what was clicked, and all that is selected with it.
    commands.registerCommand('loadlight.scanSelected', (clicked?: unknown, selected?: unknown) => {
      const chosen = [clicked, ...(Array.isArray(selected) ? (selected as unknown[]) : [])].filter(
        each => each instanceof Uri
      );
      return scan(running(), quiet, results, token => filesIn(chosen, token));
    }),
    commands.registerCommand('loadlight.scanNotebook', () => {
      const file = window.activeNotebookEditor?.notebook.uri;
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
  const { cleared } = results;
  const summary = await window.withProgress(options, async (progress, { onCancellationRequested }) => {
    progress.report({ message: l10n.t('looking for files') });
    // Whoever throws the results away wants no more of them.
    const stop = new CancellationTokenSource();
    const heard = [onCancellationRequested, cleared.onCancellationRequested].map(on => on(() => stop.cancel()));
    const { token } = stop;
    const files = await list(token);
    let done = 0;
    let counts: Counts = { ...NOTHING, more: files.length > MOST_FILES };
    const waiting = files.slice(0, MOST_FILES);
    const step = 100 / Math.max(waiting.length, 1);
    const work = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined && !token.isCancellationRequested; file = waiting.shift()) {
        const one = await lookAt(client, quiet, results, file, cleared).catch(() => ({ leftOut: 1 }));
        counts = add(counts, one);
        done++;
        progress.report({ message: l10n.t('{0} of {1} files', done, done + waiting.length), increment: step });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    Disposable.from(...heard).dispose();
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

/** The Python files and notebooks among these, and those in the folders among these, each without what its settings exclude. */
async function filesIn(chosen: readonly Uri[], token: CancellationToken): Promise<readonly Uri[]> {
  const found = chosen.map(async uri => {
    const { type } = await workspace.fs.stat(uri).then(null, () => ({ type: FileType.Unknown }));
    if (type & FileType.File) return /\.(py|ipynb)$/.test(uri.path) ? [uri] : [];
    const setting = (section: string): unknown => workspace.getConfiguration(section, uri).get('exclude');
    const exclude = excludeGlob(setting('files'), setting('search'));
    return workspace.findFiles(new RelativePattern(uri, '**/*.{py,ipynb}'), exclude, MOST_FILES + 1, token);
  });
  const files = (await Promise.all(found)).flat();
  return [...new Map(files.map(file => [file.toString(), file])).values()];
}

/**
 * Puts what is found in the file among the results, unless they are cleared meanwhile, and counts it. Rejects where it
 * is too large or not readable.
 */
async function lookAt(
  client: ServerClient,
  quiet: QuietOpen,
  results: ScanResults,
  file: Uri,
  cleared: CancellationToken
): Promise<Partial<Counts>> {
  const { size } = await workspace.fs.stat(file);
  if (size > MOST_BYTES) throw new Error(`${size} bytes are too many to scan`);
  const { found } = await quiet.look(client, file);
  const converted = await Promise.all(
    found.map(async ([text, items]) => [text, await client.protocol2CodeConverter.asDiagnostics([...items])] as const)
  );
  results.set(file, converted, cleared);
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
