import { Dialog, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import { element } from '../elements.js';
import { VERSION_LINE } from './version-line.js';

/** Shows the line that would run in the notebook's kernel. Resolves with whether the user lets it. */
export async function letsKernelRun(path: string, trans: TranslationBundle): Promise<boolean> {
  const name = PathExt.basename(path);
  const body = new Widget({
    node: element(
      'div',
      'll-Preview',
      element(
        'p',
        '',
        trans.__('This line runs in the kernel of %1 and says which packages are installed there:', name)
      ),
      element('pre', 'll-KernelLine', element('code', '', VERSION_LINE)),
      element('p', '', trans.__('It sets no name, prints nothing and is not in the history.'))
    )
  });
  const { button } = await showDialog({
    title: trans.__('Use the kernel’s versions'),
    body,
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.okButton({ label: trans.__('Run'), ariaLabel: trans.__('Run this line in the kernel') })
    ]
  });
  return button.accept;
}
