import type { CodeAction } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { signalOf } from '../cancellation.js';
import { serverSays } from '../server-messages.js';
import type { Session } from '../session.js';
import type { QuickFixData } from './code-action.js';
import { quickFixes, resolveQuickFix } from './code-action.js';
import type { FixAllData } from './fix-all.js';
import { fixAll, resolveFixAll } from './fix-all.js';

/** `textDocument/codeAction` and `codeAction/resolve`. */
export function codeActions(session: Session): void {
  const { connection, client, translation } = session;
  connection.onCodeAction(async (params, token) => [
    ...(await quickFixes(session, params)),
    ...(await fixAll(session, params, signalOf(token)))
  ]);
  if (!client.resolvesEdits) return;
  connection.onCodeActionResolve(async (action, token) => {
    const resolved = await resolve(session, action, signalOf(token));
    if (resolved.edit ?? resolved.command) return resolved;
    throw new ResponseError(LSPErrorCodes.ContentModified, translation.of(serverSays('server-text-changed')));
  });
}

async function resolve(session: Session, action: CodeAction, signal: AbortSignal): Promise<CodeAction> {
  const data = action.data as QuickFixData | FixAllData | undefined;
  if (data?.kind === 'quickfix') return await resolveQuickFix(session, action, data);
  if (data?.kind === 'fix-all') return await resolveFixAll(session, action, data, signal);
  return action;
}
