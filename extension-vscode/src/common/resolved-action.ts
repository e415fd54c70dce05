import type { CodeAction } from 'vscode';
import { type CodeAction as ServerAction, CodeActionResolveRequest } from 'vscode-languageclient';
import type { ServerClient } from './server-client.js';

/** The server's action with its edit or command; `more` goes into its data. Rejects where the text has moved on. */
export function resolved(client: ServerClient, action: CodeAction, more: object = {}): Promise<ServerAction> {
  const asked = client.code2ProtocolConverter.asCodeActionSync(action);
  // The editor's own, of which the server need not know.
  delete asked.command;
  return client.sendRequest(CodeActionResolveRequest.type, {
    ...asked,
    data: { ...(asked.data as object), ...more }
  });
}
