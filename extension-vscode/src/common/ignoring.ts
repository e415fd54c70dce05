import { type SetCellIgnores, SET_CELL_IGNORES } from '@loadlight/protocol/cell-metadata';
import { asksReason, type IgnoringData } from '@loadlight/protocol/finding-data';
import { type CodeAction, l10n, window, workspace } from 'vscode';
import { setCellIgnores } from './cell-ignores.js';
import { resolved } from './resolved-action.js';
import type { ServerClient } from './server-client.js';
import { unlinked } from './unlinked.js';
import { applyAndSave, type Written } from './written-files.js';

/** What the server's action says of itself; undefined for one that does more than ignore. */
export function ignoringOf(action: object): IgnoringData | undefined {
  const data = 'data' in action ? (action.data as IgnoringData | null) : undefined;
  return data?.ignores === undefined ? undefined : data;
}

/**
 * Does what the server's action says: asks for the reason where one is kept, and saves a configuration that it writes.
 * Rejects where the text has moved on.
 */
export async function ignore(client: ServerClient, action: CodeAction): Promise<void> {
  const data = ignoringOf(action);
  const reason = asksReason(data?.ignores) ? await askReason(action.title) : undefined;
  if (asksReason(data?.ignores) && reason === undefined) return;
  const answer = await resolved(client, action, reason === undefined ? {} : { reason });
  if (answer.command?.command === SET_CELL_IGNORES) {
    const [change] = (answer.command.arguments ?? []) as SetCellIgnores[];
    if (change) await setCellIgnores(client.protocol2CodeConverter.asUri(change.cell), change.ignore);
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  if (edit === undefined) return;
  if (data?.ignores !== 'configuration') {
    if (!(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
    return;
  }
  for (const file of await applyAndSave(edit)) void tell(file);
}

/** Undefined where the user thought better of it; an empty reason is one, too. */
export function askReason(title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t('Why? Whoever reads this next sees your reason beside it. It may be empty.'),
    placeHolder: l10n.t('from our own run')
  });
}

/** The file may be one that the user has never seen. */
async function tell({ uri, saved }: Written): Promise<void> {
  const name = unlinked(workspace.asRelativePath(uri));
  const open = l10n.t('Open');
  const said = saved
    ? l10n.t('Loadlight: written to {0}.', name)
    : l10n.t('Loadlight: written to {0}, beside changes of yours. It counts when you save it.', name);
  if ((await window.showInformationMessage(said, open)) === open) await window.showTextDocument(uri);
}
