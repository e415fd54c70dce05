import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { COMMANDS } from '../command-ids.js';
import { ILoadlight } from '../tokens.js';
import { letsKernelRun } from './ask-dialog.js';

/** Asks the kernel of the notebook in front for its versions, after the user has seen the line that does it. */
export const kernelPlugin: JupyterFrontEndPlugin<void> = {
  id: '@loadlight/jupyterlab:kernel',
  description: 'Takes the versions of packages from a running kernel, when the user asks for it.',
  autoStart: true,
  requires: [ILoadlight],
  optional: [ICommandPalette],
  activate: (app: JupyterFrontEnd, loadlight: ILoadlight, palette: ICommandPalette | null) => {
    const { trans, front, kernels } = loadlight;
    app.commands.addCommand(COMMANDS.kernelVersions, {
      label: trans.__('Use the Kernel’s Versions'),
      caption: trans.__('Ask the running kernel which versions of packages are installed; shows the line first'),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => front.document !== undefined && kernels.canAsk(front.document.path),
      execute: async () => {
        const path = front.document?.path;
        if (path !== undefined && (await letsKernelRun(path, trans))) await kernels.ask(path);
      }
    });
    app.commands.addCommand(COMMANDS.forgetKernelVersions, {
      label: trans.__('Forget the Kernel’s Versions'),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => front.document !== undefined && kernels.of(front.document.path) !== undefined,
      execute: () => {
        if (front.document) kernels.forget(front.document.path);
      }
    });
    const category = trans.__('Loadlight');
    for (const command of [COMMANDS.kernelVersions, COMMANDS.forgetKernelVersions])
      palette?.addItem({ command, category });
  }
};
