import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { diagnosticsOf } from '../diagnostics.js';
import type { Session } from '../session.js';
import { diagnosticStyle } from './diagnostic-style.js';

/**
 * `textDocument/diagnostic`, for clients that ask. When an analysis that the client did not ask for changes what it was
 * told (another cell's import, a heavy part that came late), it is asked to ask again.
 */
export function pullDiagnostics(session: Session): void {
  const { connection, client, documents, analyses } = session;
  const told = new Map<string, string>();
  const style = diagnosticStyle(session);

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const document = documents.locate(uri)?.document;
    const analysis = document === undefined ? undefined : await analyses.current(document);
    const items = analysis ? (diagnosticsOf(analysis, [uri], style).get(uri) ?? []) : [];
    const resultId = resultIdOf(items);
    told.set(uri, resultId);
    const report: DocumentDiagnosticReport =
      resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
    return report;
  });

  analyses.onEnded(({ uri, analysis }) => {
    if (!analysis || !client.refreshes) return;
    const now = diagnosticsOf(analysis, documents.textUris(uri), style);
    const changed = [...now].some(([textUri, items]) => told.has(textUri) && told.get(textUri) !== resultIdOf(items));
    if (changed) void connection.languages.diagnostics.refresh();
  });
  documents.onDidClose(uri => {
    for (const textUri of [uri, ...told.keys()]) if (!documents.locate(textUri)) told.delete(textUri);
  });
}

/** Equal for equal diagnostics: 53 bits of a hash (cyrb53's mixing) over all that is sent. */
function resultIdOf(items: readonly Diagnostic[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of JSON.stringify(items)) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return `${(high >>> 0).toString(36)}-${(low >>> 0).toString(36)}`;
}
