import type { InitializeParams } from 'vscode-languageserver';

/** What the client can do, of all that the features ask about. */
export interface Client {
  /** It asks for diagnostics; then none are sent unasked. */
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly relatedInformation: boolean;
  readonly resolvesEdits: boolean;
  readonly documentChanges: boolean;
  /** It applies edits to files that are not open, and makes files. */
  readonly createsFiles: boolean;
  readonly markdown: boolean;
  readonly progress: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly folders: boolean;
  readonly watchesFiles: boolean;
}

export function readClient({ capabilities }: InitializeParams): Client {
  const { textDocument, workspace, window } = capabilities;
  const hover = textDocument?.hover?.contentFormat;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    markdown: hover === undefined || hover.includes('markdown'),
    progress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true
  };
}
