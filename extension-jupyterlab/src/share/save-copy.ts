import { Dialog, InputDialog, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import { type Contents, ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { toBase64 } from '@loadlight/protocol/base64';
import type { SharedCopy } from '@loadlight/protocol/share';
import { cleanPath, pathTyped } from './clean-name.js';
import type { Sharing } from './sharing.js';

export interface CopySurroundings {
  readonly sharing: Sharing;
  readonly notebooks: INotebookTracker;
  readonly contents: Contents.IManager;
  readonly trans: TranslationBundle;
}

/**
 * Asks for a name and writes the clean copy there. Resolves with where it is; `undefined` where the user thought better of it, with a
 * sentence where nothing was written for another reason.
 */
export async function saveCopy(
  path: string,
  around: CopySurroundings
): Promise<{ readonly path: string; readonly copy: SharedCopy } | string | undefined> {
  const { sharing, notebooks, contents, trans } = around;
  const copy = await sharing.copy(path);
  const state = sharing.of(path);
  if (!copy) return state?.kind === 'failed' ? state.reason : trans.__('There is no clean copy of this notebook.');
  const { button, value } = await InputDialog.getText({
    title: trans.__('Save a clean copy'),
    label: trans.__('Name of the copy, beside the notebook'),
    text: PathExt.basename(cleanPath(path)),
    okLabel: trans.__('Save'),
    cancelLabel: trans.__('Cancel')
  });
  if (!button.accept) return undefined;
  const target = pathTyped(value ?? '', path);
  if (target === undefined) return trans.__('Nothing was written: the copy needs a name.');
  if (target === path)
    return trans.__('Nothing was written: that is the notebook itself. The copy needs another name.');
  if (notebooks.find(({ context }) => context.path === target)) {
    return trans.__('Nothing was written: %1 is open. Close it first, or choose another name.', target);
  }
  try {
    const there = await modified(target, contents);
    if (there !== undefined && !(await wantsToReplace(target, trans))) return undefined;
    const isAsAsked = (await modified(target, contents)) === there;
    if (!isAsAsked || !(await sharing.isAsLooked(path))) {
      void sharing.look(path);
      return trans.__('Nothing was written: the file has changed meanwhile. Look again.');
    }
    // In base64, as an upload: a notebook as text would be written by some drives with keys in another order.
    const content = toBase64(new TextEncoder().encode(copy.text));
    await contents.save(target, { type: 'file', format: 'base64', content });
    return { path: target, copy };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return trans.__('Loadlight could not write %1: %2', target, reason);
  }
}

/** When the file was written last; undefined where there is none. Rejects where that cannot be known. */
async function modified(path: string, contents: Contents.IManager): Promise<string | undefined> {
  try {
    return (await contents.get(path, { content: false })).last_modified;
  } catch (error) {
    if (error instanceof ServerConnection.ResponseError && error.response.status !== 404) throw error;
    return undefined;
  }
}

async function wantsToReplace(path: string, trans: TranslationBundle): Promise<boolean> {
  const { button } = await showDialog({
    title: trans.__('Replace the file?'),
    body: trans.__('%1 is there already.', path),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.warnButton({ label: trans.__('Replace'), ariaLabel: trans.__('Replace the file') })
    ]
  });
  return button.accept;
}

/** Gives the clean copy to the browser, as its download. */
export function downloadCopy(path: string, { text }: SharedCopy): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ipynb+json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = PathExt.basename(cleanPath(path));
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}
