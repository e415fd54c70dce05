import { type SetCellIgnores, SET_CELL_IGNORES } from '@loadlight/protocol/cell-metadata';
import { asksReason, type IgnoringData } from '@loadlight/protocol/finding-data';
import { CodeAction, commands, type Disposable, l10n, window, workspace } from 'vscode';
import { type CodeAction as ServerAction, CodeActionResolveRequest, type Middleware } from 'vscode-languageclient';
import { setCellIgnores } from './cell-ignores.js';
import type { ServerClient } from './server-client.js';
import { unlinked } from './unlinked.js';
import { applyAndSave, type Written } from './written-files.js';

const IGNORE = 'loadlight.ignore';

/**
 * Actions that only ignore become commands: an action of the editor's can neither ask for a reason, nor save the file
 * that it writes, nor change a cell's metadata.
 */
export const ignoringMiddleware: Pick<Middleware, 'provideCodeActions' | 'resolveCodeAction'> = {
  provideCodeActions: async (document, range, context, token, next) => {
    const actions = await next(document, range, context, token);
    return actions?.map(action => (action instanceof CodeAction && ignoringOf(action) ? asCommand(action) : action));
  },
  // The editor wants to know the edits of whatever has none.
  resolveCodeAction: (action, token, next) => (action.command?.command === IGNORE ? action : next(action, token))
};

/** The command behind these actions. */
export function registerIgnoring(running: () => ServerClient | undefined): Disposable {
  return commands.registerCommand(IGNORE, async (action: CodeAction) => {
    const client = running();
    if (client === undefined) return;
    try {
      await ignore(client, action);
    } catch (error) {
      client.warn('nothing was ignored', error, false);
      void window.showInformationMessage(l10n.t('Loadlight: the text has changed since. Try again.'));
    }
  });
}

/** What the server's action says of itself; undefined for one that does more than ignore. */
export function ignoringOf(action: object): IgnoringData | undefined {
  const data = 'data' in action ? (action.data as IgnoringData | null) : undefined;
  return data?.ignores === undefined ? undefined : data;
}

function asCommand(action: CodeAction): CodeAction {
  const { title, kind, diagnostics } = action;
  const command = new CodeAction(title, kind);
  if (diagnostics) command.diagnostics = diagnostics;
  command.command = { command: IGNORE, title, arguments: [action] };
  return command;
}

async function ignore(client: ServerClient, action: CodeAction): Promise<void> {
  const data = ignoringOf(action);
  const reason = asksReason(data?.ignores) ? await askReason(action.title) : undefined;
  if (asksReason(data?.ignores) && reason === undefined) return;
  const asked = client.code2ProtocolConverter.asCodeActionSync(action);
  const resolved: ServerAction = await client.sendRequest(CodeActionResolveRequest.type, {
    ...asked,
    data: { ...data, ...(reason !== undefined && { reason }) }
  });
  if (resolved.command?.command === SET_CELL_IGNORES) {
    const [change] = (resolved.command.arguments ?? []) as SetCellIgnores[];
    if (change) await setCellIgnores(client.protocol2CodeConverter.asUri(change.cell), change.ignore);
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(resolved.edit);
  if (edit === undefined) return;
  if (data?.ignores !== 'configuration') {
    if (!(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
    return;
  }
  for (const file of await applyAndSave(edit)) void tell(file);
}

/** Undefined where the user thought better of it; an empty reason is one, too. */
function askReason(title: string): Thenable<string | undefined> {
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
