import { InputDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

/** Asks why a finding is ignored. Undefined where the user thought better of it; an empty reason is one, too. */
export async function askReason(title: string, trans: TranslationBundle): Promise<string | undefined> {
  const { button, value } = await InputDialog.getText({
    title,
    label: trans.__('Why? Whoever reads this next sees your reason beside it. It may be empty.'),
    placeholder: trans.__('from our own run'),
    okLabel: trans.__('Ignore'),
    cancelLabel: trans.__('Cancel')
  });
  return button.accept ? (value ?? '') : undefined;
}
