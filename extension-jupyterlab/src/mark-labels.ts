import type { TranslationBundle } from '@jupyterlab/translation';
import type { MarkKind } from './icons.js';

/** What a mark is called, for who cannot see its shape. */
export function markLabel(trans: TranslationBundle, kind: MarkKind): string {
  switch (kind) {
    case 'error':
      return trans.__('Error');
    case 'warning':
      return trans.__('Warning');
    case 'information':
      return trans.__('Note');
    case 'fine':
      return trans.__('Fine');
  }
}
