import { InputDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

/** In which folder all files are to be changed; undefined where the user thought better of it. */
export async function askFolder(title: string, folder: string, trans: TranslationBundle): Promise<string | undefined> {
  const { button, value } = await InputDialog.getText({
    title,
    label: trans.__(
      'In which folder, and all below it? Empty is the folder in which Jupyter runs. You see first what changes.'
    ),
    text: folder,
    okLabel: trans.__('Look'),
    cancelLabel: trans.__('Cancel')
  });
  return button.accept ? (value ?? '').trim().replace(/^\/+|\/+$/g, '') : undefined;
}
