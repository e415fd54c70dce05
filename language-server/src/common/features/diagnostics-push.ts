import { diagnosticsOf } from '../diagnostics.js';
import type { Session } from '../session.js';
import { diagnosticStyle } from './diagnostic-style.js';

/** What a client was told of one text. */
interface Told {
  /** The text as it was opened; another one where it was closed and opened again meanwhile. */
  readonly text: object | undefined;
  readonly version: number | undefined;
  readonly diagnostics: string;
}

/**
 * `textDocument/publishDiagnostics`, for clients that do not ask. Each cell is a document of its own; only those of which
 * there is something new to say are sent, because an edit in one of many cells seldom concerns the others.
 */
export function pushDiagnostics(session: Session): void {
  const { connection, documents, analyses } = session;
  const style = diagnosticStyle(session);
  const published = new Map<string, Map<string, Told>>();
  const clear = (uris: Iterable<string>): void => {
    for (const uri of uris) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  analyses.onEnded(({ uri, analysis }) => {
    const before = published.get(uri) ?? new Map<string, Told>();
    // What was said of an older text would now stand at the wrong places.
    if (!analysis) {
      published.delete(uri);
      clear(before.keys());
      return;
    }
    const textUris = documents.textUris(uri);
    clear([...before.keys()].filter(gone => !textUris.includes(gone)));
    const now = new Map<string, Told>();
    // Clients may let go of what they know of a cell that changes its place.
    const inPlace = [...before.keys()].join() === textUris.join();
    for (const [textUri, diagnostics] of diagnosticsOf(analysis, textUris, style)) {
      const told: Told = {
        text: documents.text(textUri),
        version: documents.version(textUri),
        diagnostics: JSON.stringify(diagnostics)
      };
      now.set(textUri, told);
      if (inPlace && isSame(before.get(textUri), told)) continue;
      const { version } = told;
      void connection.sendDiagnostics({ uri: textUri, ...(version !== undefined && { version }), diagnostics });
    }
    published.set(uri, now);
  });
  documents.onDidClose(uri => {
    clear(published.get(uri)?.keys() ?? []);
    published.delete(uri);
  });
}

function isSame(before: Told | undefined, now: Told): boolean {
  return (
    before !== undefined &&
    before.text === now.text &&
    before.version === now.version &&
    before.diagnostics === now.diagnostics
  );
}
