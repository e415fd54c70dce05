import type { JupyterFrontEnd } from '@jupyterlab/application';
import { NotebookActions } from '@jupyterlab/notebook';

/** Between two looks, in milliseconds: cells of a whole notebook may run one after the other. */
const PAUSE_MS = 1000;

/**
 * Has `look` run where files may have been changed past JupyterLab: another tab comes to the front (a terminal was there),
 * the window has the keyboard again (another program had it), a cell has run.
 */
export function watchElsewhere(app: JupyterFrontEnd, look: () => Promise<void>): void {
  const again = lookAgain(look);
  app.shell.currentChanged?.connect(again);
  window.addEventListener('focus', again);
  NotebookActions.executed.connect(again);
}

/**
 * Gives a function that has `look` run soon: never two at a time, never more often than once a second, and once more
 * where something asked for it meanwhile. `look` does not reject.
 */
function lookAgain(look: () => Promise<void>): () => void {
  let going = false;
  let wanted = false;
  async function run(): Promise<void> {
    going = true;
    while (wanted) {
      wanted = false;
      await look();
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
    going = false;
  }
  return () => {
    wanted = true;
    if (!going) void run();
  };
}
