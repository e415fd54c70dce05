import type { TranslationBundle } from '@jupyterlab/translation';
import type { OfferedFix } from '@loadlight/protocol/finding-data';
import { button } from '../elements.js';

/** Whether a fix is one to look at first: it may change what the code does. */
export function hasPreview({ kind, ignores, everywhere }: OfferedFix): boolean {
  return kind === 'review' && ignores === undefined && everywhere !== true;
}

/** The small button beside a fix that shows what it would change. */
export function previewButton(title: string, trans: TranslationBundle, onClick: () => void): HTMLButtonElement {
  const preview = button('ll-Link', trans.__('Preview'), onClick);
  preview.setAttribute('aria-label', trans.__('Preview: %1', title));
  return preview;
}
