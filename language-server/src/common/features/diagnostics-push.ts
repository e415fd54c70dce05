import { diagnosticsOf } from '../diagnostics.js';
import type { Session } from '../session.js';

/** `textDocument/publishDiagnostics`, for clients that do not ask. Each cell is a document of its own. */
export function pushDiagnostics(session: Session): void {
  const { connection, client, documents, analyses, rulePages, translation } = session;
  const published = new Map<string, readonly string[]>();
  const clear = (uris: Iterable<string>): void => {
    for (const uri of uris) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  analyses.onEnded(({ uri, analysis }) => {
    // What was said of an older text would now stand at the wrong places.
    if (!analysis) {
      clear(published.get(uri) ?? []);
      return;
    }
    const textUris = documents.textUris(uri);
    const style = { rulePages, relatedInformation: client.relatedInformation, translation };
    clear((published.get(uri) ?? []).filter(gone => !textUris.includes(gone)));
    published.set(uri, textUris);
    for (const [textUri, diagnostics] of diagnosticsOf(analysis, textUris, style)) {
      const version = documents.version(textUri);
      void connection.sendDiagnostics({ uri: textUri, ...(version !== undefined && { version }), diagnostics });
    }
  });
  documents.onDidClose(uri => {
    clear(published.get(uri) ?? []);
    published.delete(uri);
  });
}
