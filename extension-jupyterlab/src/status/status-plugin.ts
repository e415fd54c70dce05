import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IStatusBar } from '@jupyterlab/statusbar';
import { COMMANDS } from '../command-ids.js';
import { ILoadlight } from '../tokens.js';
import { announceCounts } from './announcer.js';
import { StatusItem } from './status-item.js';

/** The counts in the status bar, where the host has one. */
export const statusPlugin: JupyterFrontEndPlugin<void> = {
  id: '@loadlight/jupyterlab:status',
  description: 'Counts the errors and warnings of the document in front, in the status bar and for screen readers.',
  autoStart: true,
  requires: [ILoadlight],
  optional: [IStatusBar],
  activate: (app: JupyterFrontEnd, loadlight: ILoadlight, statusBar: IStatusBar | null) => {
    announceCounts(loadlight);
    if (!statusBar) return;
    const item = new StatusItem(loadlight, () => void app.commands.execute(COMMANDS.showPanel));
    statusBar.registerStatusItem('loadlight:counts', {
      item,
      align: 'right',
      rank: 50,
      isActive: () => item.isActive,
      activeStateChanged: item.activeChanged
    });
  }
};
