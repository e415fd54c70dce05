import { FIX_ALL, NOTEBOOK_FIX_ALL } from '@loadlight/protocol/kinds';
import { commands, type Disposable, l10n, type TextDocument, window, workspace } from 'vscode';
import { type CodeAction, CodeActionRequest, CodeActionResolveRequest } from 'vscode-languageclient';
import type { ServerClient } from './server-client.js';

/** The command that applies every safe fix of the notebook or file in front as one edit, so that one undo takes it back. */
export function registerFixAll(running: () => ServerClient | undefined): Disposable {
  return commands.registerCommand('loadlight.fixAll', async () => {
    const target = inFront();
    const client = running();
    if (target === undefined || client === undefined) {
      const why =
        client === undefined ? l10n.t('The server is not running.') : l10n.t('Open a Python file or a notebook first.');
      void window.showInformationMessage(l10n.t('Loadlight: {0}', why));
      return;
    }
    try {
      const action = await askFor(client, target.document, target.kind);
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(action?.edit);
      if (edit === undefined || edit.size === 0) {
        void window.showInformationMessage(l10n.t('Loadlight: there is no finding here with a safe fix.'));
      } else if (!(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
    } catch (error) {
      // The usual reason by far: somebody typed while the fixes were made.
      client.warn('fix all was not applied', error, false);
      void window.showInformationMessage(l10n.t('Loadlight: the text has changed since. Try again.'));
    }
  });
}

/** What the user looks at: a notebook, named by any of its Python cells, or a Python file. */
function inFront(): { document: TextDocument; kind: string } | undefined {
  const notebook = window.activeNotebookEditor?.notebook;
  if (notebook !== undefined) {
    const cell = notebook.getCells().find(({ document }) => document.languageId === 'python');
    return cell && { document: cell.document, kind: NOTEBOOK_FIX_ALL };
  }
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'python' ? { document, kind: FIX_ALL } : undefined;
}

/** The server's action of that kind, with its edit; undefined where there is nothing to fix. */
export async function askFor(
  client: ServerClient,
  document: Pick<TextDocument, 'uri'>,
  kind: string
): Promise<CodeAction | undefined> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const context = { diagnostics: [], only: [kind] };
  const answers = (await client.sendRequest(CodeActionRequest.type, { textDocument, range, context })) ?? [];
  const action = answers.find((answer): answer is CodeAction => 'kind' in answer && answer.kind === kind);
  if (action === undefined || action.edit !== undefined) return action;
  return client.sendRequest(CodeActionResolveRequest.type, action);
}
