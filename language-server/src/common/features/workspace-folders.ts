import type { InitializeParams } from 'vscode-languageserver';
import type { Session } from '../session.js';

/** The workspace's folders, and `workspace/didChangeWorkspaceFolders`. */
export function workspaceFolders(session: Session, params: InitializeParams): void {
  const { connection, client, engine, analyses } = session;
  const folders = new Set((params.workspaceFolders ?? []).map(({ uri }) => uri));
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- clients that know no folders send their one root
  const root = params.rootUri;
  if (folders.size === 0 && root) folders.add(root);
  engine.setFolders([...folders]);
  if (!client.folders) return;
  session.onInitialized(() => {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) folders.add(uri);
      engine.setFolders([...folders]);
      analyses.refreshAll();
    });
  });
}
