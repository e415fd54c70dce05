import { type Asked, commitOf } from '@loadlight/facts/asked';
import type { AskingData } from '@loadlight/protocol/finding-data';
import { l10n, window } from 'vscode';

/** What the server's action needs to know of the user; undefined for one that needs nothing. */
export function askedOf(action: object): Asked | undefined {
  const data = 'data' in action ? (action.data as AskingData | null) : undefined;
  return data?.asks;
}

/** The commit that the user typed; undefined where they thought better of it. */
export function askCommit(title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t('Which commit? The 40 characters of the one that you have read or tested.'),
    placeHolder: '0123456789abcdef0123456789abcdef01234567',
    validateInput: typed =>
      commitOf(typed) === undefined ? l10n.t('A commit has 40 characters of 0 to 9 and a to f.') : undefined
  });
}
