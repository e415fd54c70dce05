import { FIX_ALL, NOTEBOOK_FIX_ALL, SOURCE } from '@loadlight/protocol/kinds';
import type { ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Client } from './client.js';

/** In what is no Python only credentials are looked for. */
const CELLS = [{ language: 'python' }, { language: 'markdown' }, { language: 'raw' }];

/** What the server says that it can do, for that client. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    notebookDocumentSync: { notebookSelector: [{ notebook: '*', cells: CELLS }] },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, NOTEBOOK_FIX_ALL],
      resolveProvider: client.resolvesEdits
    },
    hoverProvider: true,
    ...(client.pulls && {
      diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false }
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: client.folders } }
  };
}
