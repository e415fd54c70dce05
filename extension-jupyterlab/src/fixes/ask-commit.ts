import { InputDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { commitOf } from '@loadlight/facts/asked';

/** The commit that the user typed, asked again until it is one; undefined where they thought better of it. */
export async function askCommit(title: string, trans: TranslationBundle): Promise<string | undefined> {
  let label = trans.__('Which commit? The 40 characters of the one that you have read or tested.');
  for (let text = ''; ;) {
    const { button, value } = await InputDialog.getText({
      title,
      label,
      text,
      okLabel: trans.__('Fix'),
      cancelLabel: trans.__('Cancel')
    });
    if (!button.accept) return undefined;
    text = value ?? '';
    if (commitOf(text) !== undefined) return text;
    label = trans.__('A commit has 40 characters of 0 to 9 and a to f.');
  }
}
