import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IEditorTracker } from '@jupyterlab/fileeditor';
import { INotebookTracker } from '@jupyterlab/notebook';
import { COMMANDS } from '../command-ids.js';
import { ILoadlight } from '../tokens.js';
import { cursorIn } from './cursor.js';
import { nextStop } from './findings-near.js';
import { openFixMenu } from './fix-menu.js';

/** What the keyboard does where the cursor is. */
export const cursorPlugin: JupyterFrontEndPlugin<void> = {
  id: '@loadlight/jupyterlab:cursor',
  description: 'Commands for the finding at the cursor, the next and the previous one.',
  autoStart: true,
  requires: [ILoadlight, INotebookTracker],
  optional: [IEditorTracker, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    loadlight: ILoadlight,
    notebooks: INotebookTracker,
    files: IEditorTracker | null,
    palette: ICommandPalette | null
  ) => {
    const { commands } = app;
    const { trans, documents, front, reveal } = loadlight;
    const cursor = cursorIn(front, documents, notebooks, files);

    async function go(step: 1 | -1): Promise<void> {
      const here = cursor();
      if (!here) return;
      const { document, before, position, text } = here;
      const stops = document.texts.flatMap((owner, index) =>
        owner.findings.map(({ range }) => ({ text: index, place: range.start, owner }))
      );
      // A cell that is selected as a whole, or is no code, is left at its start.
      const outside = { line: 0, character: -1 };
      const from = { text: text ? before : before - 0.5, place: position ?? outside };
      const stop = nextStop(stops, from, step);
      if (stop) await reveal(document, stop.owner, stop.place);
    }

    const describedBy = { args: { type: 'object', properties: {} } };
    const hasFindings = (): boolean => front.document?.texts.some(({ findings }) => findings.length > 0) ?? false;
    commands.addCommand(COMMANDS.showFixes, {
      label: trans.__('Show Fixes at the Cursor'),
      caption: trans.__('List what can be done about the finding at the cursor'),
      describedBy,
      isEnabled: () => front.document !== undefined,
      execute: () => {
        const here = cursor();
        if (here) openFixMenu(here, loadlight);
      }
    });
    commands.addCommand(COMMANDS.nextFinding, {
      label: trans.__('Go to the Next Finding'),
      describedBy,
      isEnabled: hasFindings,
      execute: () => go(1)
    });
    commands.addCommand(COMMANDS.previousFinding, {
      label: trans.__('Go to the Previous Finding'),
      describedBy,
      isEnabled: hasFindings,
      execute: () => go(-1)
    });
    const category = trans.__('Loadlight');
    for (const command of [COMMANDS.showFixes, COMMANDS.nextFinding, COMMANDS.previousFinding]) {
      palette?.addItem({ command, category });
    }
  }
};
