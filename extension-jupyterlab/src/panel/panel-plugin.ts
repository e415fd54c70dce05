import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { COMMANDS } from '../command-ids.js';
import { newest } from '../fixes/fixer.js';
import { loadlightIcon } from '../icons.js';
import { ILoadlight } from '../tokens.js';
import { FindingsPanel } from './panel.js';

/** The list of findings at the side, and the commands that go with it. */
export const panelPlugin: JupyterFrontEndPlugin<void> = {
  id: '@loadlight/jupyterlab:panel',
  description: 'Lists the findings of the notebook or file in front.',
  autoStart: true,
  requires: [ILoadlight],
  optional: [ICommandPalette, ILayoutRestorer],
  activate: (
    app: JupyterFrontEnd,
    loadlight: ILoadlight,
    palette: ICommandPalette | null,
    restorer: ILayoutRestorer | null
  ) => {
    const { trans, fixes, rulePages, server, front, reveal } = loadlight;
    const panel = new FindingsPanel({
      loadlight,
      front: () => front.document,
      actions: {
        trans,
        jump: (document, text, finding) => void reveal(document, text, newest(text, finding).range.start),
        fix: (text, finding, title) => void fixes.fix(text, finding, title),
        preview: (text, finding, title) => void fixes.preview(text, finding, title),
        fixAll: document => void fixes.fixAll(document),
        openRule: rule => void rulePages.open(rule),
        retry: () => void server.restart(),
        askKernel: () => void app.commands.execute(COMMANDS.kernelVersions)
      }
    });
    front.changed.connect(() => panel.refresh());
    app.shell.add(panel, 'right', { rank: 900 });
    restorer?.add(panel, panel.id);

    const describedBy = { args: { type: 'object', properties: {} } };
    app.commands.addCommand(COMMANDS.showPanel, {
      // The notebook's toolbar shows the lamp alone.
      label: ({ toolbar }) => (toolbar === true ? '' : trans.__('Show Findings')),
      icon: loadlightIcon,
      caption: trans.__('List what this notebook or file loads'),
      describedBy,
      execute: () => app.shell.activateById(panel.id)
    });
    app.commands.addCommand(COMMANDS.fixAll, {
      label: trans.__('Fix All Safe Findings'),
      caption: trans.__('Apply every fix that keeps what the code does on a harmless file'),
      describedBy,
      isEnabled: () => (front.document?.analysed?.safeFixes ?? 0) > 0,
      execute: async () => {
        if (front.document) await fixes.fixAll(front.document);
      }
    });
    const category = trans.__('Loadlight');
    for (const command of [COMMANDS.showPanel, COMMANDS.fixAll]) palette?.addItem({ command, category });
  }
};
