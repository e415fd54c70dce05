import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ServerNews } from './supervisor.js';

/** Says in a notification what happened to the server; the editor stays usable in every case. */
export function serverNews(trans: TranslationBundle, retry: () => void): ServerNews {
  let shown: string | undefined;
  const failure = (message: string): void => {
    shown = Notification.error(message, {
      autoClose: false,
      actions: [{ label: trans.__('Retry'), callback: retry, displayType: 'accent' }]
    });
  };
  return {
    running: () => {
      if (shown !== undefined) Notification.dismiss(shown);
      shown = undefined;
    },
    cannotStart: reason => failure(trans.__('Loadlight could not start: %1. Your notebooks work as before.', reason)),
    gaveUp: reason => failure(trans.__('Loadlight stopped again: %1. Your notebooks work as before.', reason)),
    restarted: (cause, skipped) => {
      const what =
        cause === 'hung'
          ? trans.__('Loadlight did not answer for 5 seconds and was restarted.')
          : trans.__('Loadlight stopped and was restarted.');
      const left = skipped === undefined ? '' : trans.__('%1 is left out until you close and open it again.', skipped);
      Notification.warning(left === '' ? what : `${what} ${left}`, { autoClose: false });
    }
  };
}
