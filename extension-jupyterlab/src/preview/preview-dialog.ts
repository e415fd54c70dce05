import { Dialog, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import { cellLabel, cellOf } from '../cell-label.js';
import type { Documents } from '../documents/documents.js';
import type { OpenText } from '../documents/open-text.js';
import { element } from '../elements.js';
import type { TextChange } from '../fixes/apply-edit.js';
import { type ChangedLines, changedLines } from './changed-lines.js';

/** Shows what a fix would change, in every cell that it touches. Resolves with whether the user wants it. */
export async function wantsChange(
  title: string,
  changes: readonly TextChange[],
  documents: Documents,
  trans: TranslationBundle
): Promise<boolean> {
  const body = new Widget({ node: element('div', 'll-Preview', element('p', '', title)) });
  for (const { text, edits } of changes) {
    const section = element('section', '', element('h3', '', nameOf(text, documents, trans)));
    for (const lines of changedLines(text.model.getSource(), edits)) section.append(table(lines, trans));
    body.node.append(section);
  }
  const { button } = await showDialog({
    title: trans.__('What this fix changes'),
    body,
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.okButton({ label: trans.__('Apply'), ariaLabel: trans.__('Apply this fix') })
    ]
  });
  return button.accept;
}

function nameOf(text: OpenText, documents: Documents, trans: TranslationBundle): string {
  const document = documents.ownerOf(text);
  if (!document) return '';
  const cell = cellOf(document, text);
  return cell ? cellLabel(cell, trans) : PathExt.basename(document.path);
}

/** Old lines above new ones; a sign and a word for the reader, not colour alone. */
function table({ line, before, after }: ChangedLines, trans: TranslationBundle): HTMLElement {
  const body = element('tbody', '');
  const add = (kind: 'before' | 'after', number: number, code: string): void => {
    const sign = element('td', 'll-Preview-sign', kind === 'before' ? '−' : '+');
    sign.setAttribute('aria-label', kind === 'before' ? trans.__('removed') : trans.__('added'));
    body.append(
      element('tr', `ll-mod-${kind}`, element('td', 'll-Preview-line', String(number + 1)), sign, codeCell(code))
    );
  };
  for (const [index, code] of before.entries()) add('before', line + index, code);
  for (const [index, code] of after.entries()) add('after', line + index, code);
  return element('table', 'll-Preview-lines', body);
}

function codeCell(code: string): HTMLElement {
  return element('td', '', element('code', '', code));
}
