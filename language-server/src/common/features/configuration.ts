import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Session } from '../session.js';
import type { SettingsOfDocuments } from '../settings.js';

const SECTION = 'loadlight';

/** `workspace/didChangeConfiguration`: every open document is looked at again, under its new settings. */
export function configuration(session: Session, settings: SettingsOfDocuments): void {
  const { connection, client, analyses } = session;
  connection.onDidChangeConfiguration(({ settings: sent }: { settings: unknown }) => {
    settings.changed((sent as Readonly<Record<string, unknown>> | null)?.[SECTION]);
    analyses.refreshAll();
  });
  if (!client.configurationChanges) return;
  session.onInitialized(() => {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  });
}

/** `workspace/configuration` for one document. */
export function askConfiguration({ connection }: Pick<Session, 'connection'>, scopeUri: string): Promise<unknown> {
  return connection.workspace.getConfiguration({ scopeUri, section: SECTION });
}
