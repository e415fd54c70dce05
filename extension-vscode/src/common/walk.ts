import {
  type CancellationToken,
  CancellationTokenSource,
  Disposable,
  l10n,
  ProgressLocation,
  type Uri,
  window
} from 'vscode';
import { type ListFiles, MOST_FILES } from './workspace-files.js';

/** Files that are under way at once: reading one while the server looks at another. */
const AT_ONCE = 4;

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
    const waiting = files.slice(0, MOST_FILES);
    const step = 100 / Math.max(waiting.length, 1);
    let done = 0;
    let leftOut = 0;
    const work = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined && !token.isCancellationRequested; file = waiting.shift()) {
        await visit(file).catch(() => leftOut++);
        done++;
        progress.report({ message: l10n.t('{0} of {1} files', done, done + waiting.length), increment: step });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    Disposable.from(...heard).dispose();
    return { stopped: token.isCancellationRequested, leftOut, more: files.length > MOST_FILES };
  });
}
