import { answerTo, type Asked } from '@loadlight/facts/asked';
import type { AskingData } from '@loadlight/protocol/finding-data';
import { l10n, window } from 'vscode';

/** What the server's action needs to know of the user; undefined for one that needs nothing. */
export function askedOf(action: object): Asked | undefined {
  const data = 'data' in action ? (action.data as AskingData | null) : undefined;
  return data?.asks;
}

/** What the user typed, where it is what is asked for; undefined where they thought better of it. */
export function ask(what: Asked, title: string): Thenable<string | undefined> {
  const { prompt, placeHolder, wrong } = WORDS[what]();
  return window.showInputBox({
    title,
    prompt,
    placeHolder,
    validateInput: typed => (answerTo(what, typed) === undefined ? wrong : undefined)
  });
}

const WORDS: Readonly<Record<Asked, () => { prompt: string; placeHolder: string; wrong: string }>> = {
  commit: () => ({
    prompt: l10n.t('Which commit? The 40 characters of the one that you have read or tested.'),
    placeHolder: '0123456789abcdef0123456789abcdef01234567',
    wrong: l10n.t('A commit has 40 characters of 0 to 9 and a to f.')
  }),
  sha256: () => ({
    prompt: l10n.t('Which SHA-256? The 64 characters that whoever publishes the file names, or sha256sum prints.'),
    placeHolder: '0123456789abcdef'.repeat(4),
    wrong: l10n.t('A SHA-256 has 64 characters of 0 to 9 and a to f.')
  })
};
