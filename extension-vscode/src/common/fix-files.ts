import {
  commands,
  type Disposable,
  env,
  FilePermission,
  l10n,
  ProgressLocation,
  type Uri,
  window,
  workspace
} from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { applyFileFixes } from './apply-file-fixes.js';
import { type Ask, type FileFix, fixOf, safeFixes } from './file-fix.js';
import { type FixCounts, type FixWords, SAFE_FIX_WORDS } from './fix-words.js';
import type { QuietOpen } from './quiet-open.js';
import type { ServerClient } from './server-client.js';
import { someAtOnce } from './some-at-once.js';
import { AT_ONCE, walk } from './walk.js';
import { type ListFiles, workspaceFiles } from './workspace-files.js';

/** What is done to the files. */
export interface FixPurpose {
  readonly ask: Ask;
  readonly words: FixWords;
  /** VS Code's own preview, which shows all of the text, is offered. */
  readonly previews: boolean;
}

const SAFE_FIXES: FixPurpose = { ask: safeFixes, words: SAFE_FIX_WORDS, previews: true };

/** The command that makes every safe fix in the workspace. */
export function registerFixFiles(running: () => ServerClient | undefined, quiet: QuietOpen): Disposable {
  return commands.registerCommand('loadlight.fixAllInWorkspace', () => fixFiles(workspaceFiles, running, quiet));
}

/** Looks for what would change in the files, changes it in one step if the user wants it, and says what became of it. */
export async function fixFiles(
  list: ListFiles,
  running: () => ServerClient | undefined,
  quiet: QuietOpen,
  purpose: FixPurpose = SAFE_FIXES
): Promise<void> {
  const client = running();
  if (client === undefined) {
    void window.showInformationMessage(l10n.t('Loadlight: {0}', l10n.t('The server is not running.')));
    return;
  }
  const said = await lookAndFix(list, client, quiet, purpose).catch((error: unknown) => {
    client.warn('the fixes were not made', error, false);
    return { text: l10n.t('Loadlight: the text has changed since. Try again.'), leaves: 0 };
  });
  if (said === undefined) return;
  const scan = l10n.t('Scan workspace');
  const buttons = said.leaves > 0 ? [scan] : [];
  if ((await window.showInformationMessage(said.text, ...buttons)) === scan)
    await commands.executeCommand('loadlight.scanWorkspace');
}

/** What to say at the end; undefined where the user said no. Rejects where VS Code refuses the edit. */
async function lookAndFix(
  list: ListFiles,
  client: ServerClient,
  quiet: QuietOpen,
  { ask, words, previews }: FixPurpose
): Promise<{ readonly text: string; readonly leaves: number } | undefined> {
  const { fixes, stopped, ...left } = await collect(list, client, quiet, ask);
  if (stopped) return { text: l10n.t('Loadlight: stopped. Nothing was changed.'), leaves: 0 };
  const counts: FixCounts = { ...left, ...sum(fixes), open: 0, failed: 0 };
  const { leaves } = counts;
  if (fixes.length === 0) return { text: words.nothing(counts, l10n.t, env.language), leaves };

  const fix = l10n.t('Fix');
  const preview = l10n.t('Preview');
  const { message, detail } = words.question(counts, l10n.t, env.language);
  const buttons = previews ? [fix, preview] : [fix];
  const answer = await window.showInformationMessage(message, { modal: true, detail }, ...buttons);
  if (answer === undefined) return undefined;
  const label = answer === preview ? l10n.t('Fixes that keep your code working the same') : undefined;
  const apply = (): ReturnType<typeof applyFileFixes> => applyFileFixes(fixes, client, label);
  // A preview is up for as long as the user wants.
  const applied = await (label === undefined ? withProgress(apply) : apply());
  if (applied === undefined) return { text: l10n.t('Loadlight: nothing was changed.'), leaves: 0 };
  const { done, moved, open, failed } = applied;
  const made = label === undefined ? sum(done) : await sumOfMade(done, client, quiet, ask);
  const outcome = { ...counts, ...made, moved: counts.moved + moved, open, failed };
  return { text: words.outcome(outcome, l10n.t, env.language), leaves };
}

function withProgress<T>(work: () => Promise<T>): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('Loadlight') }, progress => {
    progress.report({ message: l10n.t('files are changed and saved') });
    return work();
  });
}

/** What would change in each file; of the files that are left, how many. */
async function collect(
  list: ListFiles,
  client: ServerClient,
  quiet: QuietOpen,
  ask: Ask
): Promise<
  { readonly fixes: FileFix[]; readonly stopped: boolean } & Pick<
    FixCounts,
    'leaves' | 'moved' | 'readOnly' | 'leftOut' | 'more'
  >
> {
  const fixes: FileFix[] = [];
  let leaves = 0;
  let moved = 0;
  let readOnly = 0;
  const walked = await walk(list, async file => {
    const found = await fixOf(client, quiet, file, ask).catch(movedOr);
    leaves += found.leaves;
    if (found.fix === undefined) return;
    if (found.fix === 'moved') moved++;
    else if (await isReadOnly(file)) readOnly++;
    else fixes.push(found.fix);
  });
  // Some are looked at at once, and end in any order.
  fixes.sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  return { fixes, leaves, moved, readOnly, ...walked };
}

function movedOr(error: unknown): { leaves: number; fix: 'moved' } {
  if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified)
    return { leaves: 0, fix: 'moved' };
  throw error;
}

async function isReadOnly(file: Uri): Promise<boolean> {
  if (workspace.fs.isWritableFileSystem(file.scheme) === false) return true;
  const { permissions = 0 } = await workspace.fs.stat(file);
  return (permissions & FilePermission.Readonly) !== 0;
}

function sum(fixes: readonly FileFix[]): Pick<FixCounts, 'findings' | 'files'> {
  return { findings: fixes.reduce((findings, { fixed }) => findings + fixed, 0), files: fixes.length };
}

/** In the preview some of a file's edits can be left out: what the server would still change there was not made. */
async function sumOfMade(
  done: readonly FileFix[],
  client: ServerClient,
  quiet: QuietOpen,
  ask: Ask
): Promise<Pick<FixCounts, 'findings' | 'files'>> {
  let findings = 0;
  await someAtOnce(done, AT_ONCE, async ({ file, fixed }) => {
    const left = await quiet.during(client, file, texts => ask(client, file, texts));
    findings += Math.max(fixed - left.fixed, 0);
  });
  return { findings, files: done.length };
}
