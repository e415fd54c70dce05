import {
  type CancellationToken,
  CancellationTokenSource,
  Disposable,
  l10n,
  ProgressLocation,
  type Uri,
  window
} from 'vscode';
import { someAtOnce } from './some-at-once.js';
import { type ListFiles, MOST_FILES } from './workspace-files.js';

/** Files that are under way at once: reading one while the server looks at another. */
export const AT_ONCE = 4;

/** How a walk ended. */
export interface Walked {
  readonly stopped: boolean;
  /** Files for which `visit` rejected. */
  readonly leftOut: number;
  /** There are more files than one walk takes. */
  readonly more: boolean;
}

/**
 * Visits files, some at once, while a notification says how far it has come and has a button that stops it. `until` stops it
 * too. Resolves when no visit is under way any more.
 */
export async function walk(
  list: ListFiles,
  visit: (file: Uri) => Promise<void>,
  ...until: readonly CancellationToken[]
): Promise<Walked> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Loadlight'), cancellable: true };
  return window.withProgress(options, async (progress, button) => {
    progress.report({ message: l10n.t('looking for files') });
    const stop = new CancellationTokenSource();
    const heard = [button, ...until].map(token => token.onCancellationRequested(() => stop.cancel()));
    const { token } = stop;
    const files = await list(token);
    const looked = files.slice(0, MOST_FILES);
    const step = 100 / Math.max(looked.length, 1);
    let done = 0;
    let leftOut = 0;
    const work = async (file: Uri): Promise<void> => {
      await visit(file).catch(() => leftOut++);
      done++;
      progress.report({ message: l10n.t('{0} of {1} files', done, looked.length), increment: step });
    };
    await someAtOnce(looked, AT_ONCE, work, () => token.isCancellationRequested);
    Disposable.from(...heard).dispose();
    return { stopped: token.isCancellationRequested, leftOut, more: files.length > MOST_FILES };
  });
}
