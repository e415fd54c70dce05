import type { InitializationOptions } from '@loadlight/protocol/initialization';
import {
  CodeActionKind,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type ProtocolConnection,
  ResourceOperationKind
} from 'vscode-languageserver-protocol';

/** Folders up to which the server looks for versions; the client's files. */
export interface Workspace {
  readonly folders: readonly { readonly uri: string; readonly name: string }[];
  readonly files: InitializationOptions['files'];
  /** Files whose names begin with a dot can be read and written. */
  readonly hasHidden: boolean;
}

/** What JupyterLab speaks: a BCP 47 tag, and the server's texts in it by message id. */
export interface Language {
  readonly tag: string;
  readonly messages: Readonly<Record<string, string>>;
}

/** Exchanges the first messages. Resolves when the server can be used. */
export async function initialize(
  connection: ProtocolConnection,
  workspace: Workspace,
  parts: InitializationOptions['parts'],
  { tag, messages }: Language
): Promise<void> {
  const initializationOptions: InitializationOptions = {
    cellMetadata: true,
    clearsOutputs: true,
    takesOut: true,
    keepsVariables: workspace.hasHidden,
    asks: true,
    ...(parts && { parts }),
    ...(workspace.files && { files: workspace.files }),
    messages
  };
  const params: InitializeParams = {
    processId: null,
    clientInfo: { name: 'JupyterLab' },
    locale: tag,
    // The protocol still asks for it; workspaceFolders is what is read.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    rootUri: null,
    workspaceFolders: [...workspace.folders],
    initializationOptions,
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      notebookDocument: { synchronization: {} },
      textDocument: {
        synchronization: {},
        publishDiagnostics: {
          versionSupport: true,
          codeDescriptionSupport: true,
          dataSupport: true,
          relatedInformation: true
        },
        codeAction: {
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix, 'source', 'notebook'] } }
        }
      },
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: false },
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true, resourceOperations: [ResourceOperationKind.Create] }
      }
    }
  };
  await connection.sendRequest(InitializeRequest.type, params);
  await connection.sendNotification(InitializedNotification.type, {});
}
