import { Dialog, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { maskSettings, maskValues } from '@loadlight/facts/mask-values';
import { Widget } from '@lumino/widgets';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { cellLabel, cellOf } from '../cell-label.js';
import type { Documents } from '../documents/documents.js';
import type { OpenText } from '../documents/open-text.js';
import { element } from '../elements.js';
import type { TextChange } from '../fixes/apply-edit.js';
import { type ChangedLines, changedLines } from './changed-lines.js';
import { credentialsIn } from './credentials-in.js';

/** What a fix does to one text, and what that is called. */
export interface ShownChange {
  readonly name: string;
  readonly source: string;
  readonly edits: readonly TextEdit[];
  /** Credentials in it, which are not shown. */
  readonly credentials: readonly string[];
  /** It is a file of settings, whose values are not shown. */
  readonly isSettings?: boolean;
}

/** What it does to texts that are open. */
export function shownChanges(
  changes: readonly TextChange[],
  documents: Documents,
  trans: TranslationBundle
): readonly ShownChange[] {
  return changes.map(({ text, edits }) => ({
    name: nameOf(text, documents, trans),
    source: text.model.getSource(),
    edits,
    credentials: credentialsIn(text.model.getSource(), text.findings)
  }));
}

/** Shows what a fix would change, in every cell and file that it touches. Resolves with whether the user wants it. */
export async function wantsChange(
  title: string,
  changes: readonly ShownChange[],
  trans: TranslationBundle
): Promise<boolean> {
  const body = new Widget({ node: element('div', 'll-Preview', element('p', '', title)) });
  const values = changes.flatMap(({ credentials }) => credentials);
  for (const change of changes) body.node.append(changeView(change, values, trans));
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

/** The lines that change in one text, without these values. */
export function changeView(
  { name, source, edits, isSettings }: ShownChange,
  values: readonly string[],
  trans: TranslationBundle
): HTMLElement {
  const mask = isSettings === true ? (text: string) => maskSettings(text) : (text: string) => maskValues(text, values);
  const masked = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : mask(lines.join('\n')).split('\n'));
  const section = element('section', '', element('h3', '', name));
  for (const { line, before, after } of changedLines(source, edits))
    section.append(table({ line, before: masked(before), after: masked(after) }, trans));
  return section;
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
