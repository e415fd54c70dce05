import { workspace } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient';

/**
 * A document may close while the server is asked about it; the answer comes after its problems were cleared, and would
 * put them back for good. It is dropped here.
 */
export const closedDocuments: Middleware = {
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    const uri = ('uri' in document ? document.uri : document).toString();
    if (workspace.textDocuments.some(open => open.uri.toString() === uri)) return report;
    return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
  }
};
