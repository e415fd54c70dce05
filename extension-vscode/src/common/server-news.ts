import { commands, l10n, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import type { ServerNews } from './supervisor.js';
import { unlinked } from './unlinked.js';

/** Says what happened to the server: one message at a time, with what can be done. */
export function serverNews(log: LogOutputChannel): ServerNews {
  const retry = l10n.t('Retry');
  const show = l10n.t('Show output');
  const offer = async (shown: Thenable<string | undefined>): Promise<void> => {
    const answer = await shown;
    if (answer === retry) await commands.executeCommand('loadlight.restart');
    else if (answer === show) log.show();
  };
  return {
    cannotStart: reason => {
      log.error(`the server cannot start: ${reason}`);
      const text = l10n.t('Loadlight cannot start, so nothing is checked. The output says why.');
      void offer(window.showErrorMessage(text, retry, show));
    },
    gaveUp: reason => {
      log.error(`the server ended again: ${reason}`);
      const text = l10n.t('Loadlight stopped again, so nothing is checked until it is started. The output says why.');
      void offer(window.showErrorMessage(text, retry, show));
    },
    restarted: (cause, skipped) => {
      const name = skipped === undefined ? undefined : unlinked(workspace.asRelativePath(Uri.parse(skipped)));
      const text =
        cause === 'ended'
          ? l10n.t('Loadlight stopped and was started again.')
          : name === undefined
            ? l10n.t('Loadlight did not answer and was started again.')
            : l10n.t('Loadlight did not answer and was started again. {0} is left out until you reopen it.', name);
      log.warn(text);
      void offer(window.showWarningMessage(text, show));
    }
  };
}
