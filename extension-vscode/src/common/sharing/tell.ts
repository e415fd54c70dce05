import { window } from 'vscode';
import { unlinked } from '../unlinked.js';

/** Says a sentence in which names of the user's may stand. */
export function tell(sentence: string): void {
  void window.showInformationMessage(unlinked(sentence));
}
