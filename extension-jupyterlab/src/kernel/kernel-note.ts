import type { TranslationBundle } from '@jupyterlab/translation';
import { button, element } from '../elements.js';
import type { KernelAnswer } from './kernel-versions.js';

/** What of the answer is worth a line: packages whose versions change what a load may do. */
const NAMED = ['torch', 'transformers', 'datasets', 'keras', 'numpy', 'skops', 'scikit-learn'];

export interface KernelNoteActions {
  readonly trans: TranslationBundle;
  readonly ask: () => void;
  readonly forget: () => void;
}

/** The panel's line about the kernel: an offer, or what the kernel said. Empty where there is no kernel to ask. */
export function kernelNote(
  answer: KernelAnswer | undefined,
  canAsk: boolean,
  { trans, ask, forget }: KernelNoteActions
): HTMLElement[] {
  const line = (text: string, ...actions: HTMLElement[]): HTMLElement[] => [
    element('p', 'll-KernelNote', ...(text === '' ? [] : [`${text} `]), ...actions)
  ];
  const again = (label: string): HTMLElement => button('ll-Link', label, ask);
  switch (answer?.kind) {
    case 'asking':
      return line(trans.__('Asking the kernel; it answers when it is idle.'));
    case 'failed':
      return line(trans.__('The kernel did not say its versions.'), ...(canAsk ? [again(trans.__('Ask again'))] : []));
    case 'known': {
      const said = NAMED.filter(name => answer.versions[name] !== undefined).map(
        name => `${name} ${answer.versions[name]}`
      );
      const versions = said.length > 0 ? said.join(', ') : trans.__('none of the packages that matter here');
      return line(
        trans.__('Versions of the running kernel: %1.', versions),
        button('ll-Link', trans.__('Forget'), forget)
      );
    }
    default:
      return canAsk ? line('', again(trans.__('Use the kernel’s versions'))) : [];
  }
}
