import { type CancellationToken, commands, DiagnosticSeverity, Disposable, env, l10n, Uri, window } from 'vscode';
import { fixFiles } from './fix-files.js';
import { hasSafeFix } from './found-fixes.js';
import type { QuietOpen } from './quiet-open.js';
import { ScanResults } from './scan-results.js';
import { type Counts, summaryOf } from './scan-summary.js';
import type { ServerClient } from './server-client.js';
import { walk } from './walk.js';
import { filesIn, type ListFiles, workspaceFiles } from './workspace-files.js';

/** What is counted of one file. */
type Found = Pick<Counts, 'files' | 'errors' | 'warnings' | 'notes' | 'safe'>;

/**
 * The commands that scan the workspace, files and folders or one notebook into the Problems panel, and take the results away
 * again.
 */
export function registerScans(running: () => ServerClient | undefined, quiet: QuietOpen): Disposable {
  const results = new ScanResults(file => {
    const client = running();
    const { cleared } = results;
    if (client === undefined) return;
    void lookAt(client, quiet, results, file, cleared).catch(() => results.set(file, [], cleared));
  });
  const scanAll = (list: ListFiles): Promise<void> => scan(running, quiet, results, list);
  return Disposable.from(
    results,
    commands.registerCommand('loadlight.scanWorkspace', () => scanAll(workspaceFiles)),
    // The explorer gives what was clicked, and all that is selected with it.
    commands.registerCommand('loadlight.scanSelected', (clicked?: unknown, selected?: unknown) => {
      const chosen = [clicked, ...(Array.isArray(selected) ? (selected as unknown[]) : [])].filter(
        each => each instanceof Uri
      );
      return scanAll(token => filesIn(chosen, token));
    }),
    commands.registerCommand('loadlight.scanNotebook', () => {
      const file = window.activeNotebookEditor?.notebook.uri;
      if (file !== undefined) return scanAll(() => Promise.resolve([file]));
      return window.showInformationMessage(l10n.t('Loadlight: open a notebook first.'));
    }),
    commands.registerCommand('loadlight.clearScan', () => results.clear())
  );
}

async function scan(
  running: () => ServerClient | undefined,
  quiet: QuietOpen,
  results: ScanResults,
  list: ListFiles
): Promise<void> {
  const client = running();
  if (client === undefined) {
    void window.showInformationMessage(l10n.t('Loadlight: {0}', l10n.t('The server is not running.')));
    return;
  }
  // Whoever throws the results away wants no more of them.
  const { cleared } = results;
  let found: Found = { files: 0, errors: 0, warnings: 0, notes: 0, safe: 0 };
  const visit = async (file: Uri): Promise<void> => {
    const one = await lookAt(client, quiet, results, file, cleared);
    found = add(found, one);
  };
  const { stopped, leftOut, more } = await walk(list, visit, cleared);
  const summary = summaryOf({ ...found, leftOut, more }, stopped, l10n.t, env.language);
  const fix = l10n.t('Fix all that is safe');
  const show = l10n.t('Show problems');
  const buttons = [...(found.safe > 0 ? [fix] : []), ...(results.size > 0 ? [show] : [])];
  void window.showInformationMessage(summary, ...buttons).then(answer => {
    if (answer === fix) void fixFiles(list, running, quiet);
    if (answer === show) void commands.executeCommand('workbench.actions.view.problems');
  });
}

/**
 * Puts what is found in the file among the results, unless they are cleared meanwhile, and counts it. Rejects where it
 * is not readable.
 */
async function lookAt(
  client: ServerClient,
  quiet: QuietOpen,
  results: ScanResults,
  file: Uri,
  cleared: CancellationToken
): Promise<Found> {
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
    notes: count(DiagnosticSeverity.Information),
    safe: found.flatMap(([, items]) => items).filter(hasSafeFix).length
  };
}

function add(a: Found, b: Found): Found {
  return {
    files: a.files + b.files,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    notes: a.notes + b.notes,
    safe: a.safe + b.safe
  };
}
