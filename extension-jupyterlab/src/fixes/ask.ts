import { InputDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { answerTo, type Asked } from '@loadlight/facts/asked';

/** What the user typed, asked again until it is what is asked for; undefined where they thought better of it. */
export async function ask(what: Asked, title: string, trans: TranslationBundle): Promise<string | undefined> {
  const words = wordsFor(what, trans);
  let label = words.question;
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
    if (answerTo(what, text) !== undefined) return text;
    label = words.wrong;
  }
}

function wordsFor(what: Asked, trans: TranslationBundle): { question: string; wrong: string } {
  switch (what) {
    case 'commit':
      return {
        question: trans.__('Which commit? The 40 characters of the one that you have read or tested.'),
        wrong: trans.__('A commit has 40 characters of 0 to 9 and a to f.')
      };
    case 'sha256':
      return {
        question: trans.__(
          'Which SHA-256? The 64 characters that whoever publishes the file names, or sha256sum prints.'
        ),
        wrong: trans.__('A SHA-256 has 64 characters of 0 to 9 and a to f.')
      };
  }
}
