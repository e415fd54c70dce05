import { maskValues } from '@loadlight/facts/mask-values';
import { SOURCE } from '@loadlight/protocol/kinds';
import {
  l10n,
  languages,
  type TextDocument,
  type TextEdit,
  type Uri,
  window,
  workspace,
  type WorkspaceEdit
} from 'vscode';
import { unlinked } from './unlinked.js';

/** Longer changes are cut; in lines. */
const MOST_LINES = 30;

/**
 * Shows what an edit would change with every credential masked, which the editor's own preview would show, and asks whether to make it.
 * Without an edit, only outputs are cleared.
 */
export async function wantsMasked(title: string, edit: WorkspaceEdit | undefined): Promise<boolean> {
  const entries = edit?.entries() ?? [];
  const values = entries.flatMap(([uri]) => credentialsIn(uri));
  const lines = entries.flatMap(([uri, edits]) => [`${nameOf(uri)}:`, ...changedLines(uri, edits)]);
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  const apply = l10n.t('Apply');
  const detail = maskValues(shown.join('\n'), values);
  return (await window.showInformationMessage(unlinked(title), { modal: true, detail }, apply)) === apply;
}

function nameOf(uri: Uri): string {
  return uri.scheme === 'vscode-notebook-cell' ? l10n.t('In a cell') : workspace.asRelativePath(uri);
}

function documentOf(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
}

/** What our diagnostics of credentials mark in that text. */
function credentialsIn(uri: Uri): string[] {
  const document = documentOf(uri);
  if (!document) return [];
  return languages
    .getDiagnostics(uri)
    .filter(
      ({ source, code }) => source === SOURCE && /^LL3/.test(String(typeof code === 'object' ? code.value : code))
    )
    .map(({ range }) => document.getText(range));
}

function changedLines(uri: Uri, edits: readonly TextEdit[]): string[] {
  const document = documentOf(uri);
  return [...edits]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .flatMap(({ range, newText }) => {
      const added = newText.split(/\r?\n/).filter(line => line.trim() !== '');
      if (!document || range.isEmpty) return added.map(line => `+ ${line}`);
      const first = document.lineAt(range.start.line).text;
      const last = document.lineAt(range.end.line).text;
      const before = first.slice(0, range.start.character) + document.getText(range) + last.slice(range.end.character);
      const after = first.slice(0, range.start.character) + newText + last.slice(range.end.character);
      return [...signed('−', before), ...signed('+', after)];
    });
}

function signed(sign: string, text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map(line => `${sign} ${line}`);
}
