import type { SetCellIgnores } from '@loadlight/protocol/cell-metadata';
import type { SharedItem } from '@loadlight/protocol/share';
import { type CodeAction, l10n, type NotebookCell, NotebookCellKind, type NotebookDocument } from 'vscode';
import { CodeActionKind, CodeActionRequest } from 'vscode-languageclient';
import { setCellIgnores } from '../cell-ignores.js';
import { askReason, ignore, ignoringOf } from '../ignoring.js';
import type { ServerClient } from '../server-client.js';
import { nbMetadata } from './notebook-text.js';
import { cellAt } from './shared-cell.js';

/**
 * Ignores what the item says: by a comment in the line where code has one, else in the metadata of its cell, with the reason that the
 * user gives. Resolves to whether anything was changed. Rejects where the text has moved on.
 */
export async function ignoreShared(
  client: ServerClient,
  notebook: NotebookDocument,
  item: SharedItem
): Promise<boolean> {
  const cell = cellAt(notebook, item.place);
  if (cell === undefined) throw new Error('the cell is gone');
  const comment = await commentFor(client, cell, item);
  if (comment !== undefined) {
    const before = cell.document.version;
    await ignore(client, comment);
    return cell.document.version !== before;
  }
  const reason = await askReason(l10n.t('Ignore {0} in this cell', item.rule));
  if (reason === undefined) return false;
  const entry = reason.trim() === '' ? item.rule : { rule: item.rule, reason: reason.trim() };
  await setCellIgnores(cell.document.uri, [...ignoredIn(cell), entry]);
  return true;
}

/** The server's own way of ignoring in this line. What only matters for sharing it does not say in editors. */
async function commentFor(
  client: ServerClient,
  cell: NotebookCell,
  { place, rule }: SharedItem
): Promise<CodeAction | undefined> {
  if (place.part !== 'source' || cell.kind !== NotebookCellKind.Code) return undefined;
  const answers = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(cell.document.uri) },
    range: place.range,
    context: { diagnostics: [], only: [CodeActionKind.QuickFix] }
  });
  const actions = await client.protocol2CodeConverter.asCodeActionResult(answers ?? []);
  return actions
    .filter((action): action is CodeAction => 'edit' in action || 'data' in action)
    .find(action => ignoringOf(action)?.ignores === 'comment' && action.title.includes(rule));
}

function ignoredIn({ metadata }: NotebookCell): SetCellIgnores['ignore'] {
  const { loadlight } = nbMetadata(metadata) as { loadlight?: { ignore?: unknown } };
  return Array.isArray(loadlight?.ignore) ? (loadlight.ignore as SetCellIgnores['ignore']) : [];
}
