import type { Middleware } from 'vscode-languageclient';
import type { NotebookDocument, Uri } from 'vscode';
import type { PendingDocuments } from './pending-documents.js';
import type { QuietOpen } from './quiet-open.js';

/** Other versions of a file that is open beside them: their findings would stand twice in the Problems panel. */
const OTHER_VERSIONS = new Set(['git', 'gitlens', 'gitlens-git', 'hg', 'pr', 'review', 'svn']);
/** What is typed into an Interactive Window: the server speaks of the window's notebook, not of it. */
const INTERACTIVE_INPUT = 'vscode-interactive-input';

/**
 * Sends documents to the server, notes what waits for its word, and keeps back what is in `skipped` (URIs) until it is
 * closed. What is looked at without an editor (`quiet`) makes way for the editor. `opened` hears of notebooks that were sent.
 */
export function documentSync(
  pending: PendingDocuments,
  skipped: Set<string>,
  quiet: QuietOpen,
  opened: (notebook: NotebookDocument) => void
): Middleware {
  const kept = (uri: Uri): boolean => skipped.has(uri.toString()) || OTHER_VERSIONS.has(uri.scheme);
  const send = (uri: Uri, next: () => Promise<void>): Promise<void> => {
    if (kept(uri)) return Promise.resolve();
    if (uri.scheme !== INTERACTIVE_INPUT) pending.sent(uri.toString());
    return next();
  };
  const close = (uri: Uri, next: () => Promise<void>): Promise<void> => {
    pending.settled(uri.toString());
    const unknown = kept(uri);
    skipped.delete(uri.toString());
    return unknown ? Promise.resolve() : next();
  };
  return {
    didOpen: (document, next) => {
      const open = (): Promise<void> => send(document.uri, () => next(document));
      const uri = document.uri.toString();
      return quiet.has(uri) ? quiet.release(uri).then(open) : open();
    },
    didChange: (event, next) => send(event.document.uri, () => next(event)),
    didSave: (document, next) => (kept(document.uri) ? Promise.resolve() : next(document)),
    didClose: (document, next) => close(document.uri, () => next(document)),
    notebooks: {
      didOpen: (notebook, cells, next) => send(notebook.uri, () => next(notebook, cells)).then(() => opened(notebook)),
      didChange: (event, next) => send(event.notebook.uri, () => next(event)),
      didSave: (notebook, next) => (kept(notebook.uri) ? Promise.resolve() : next(notebook)),
      didClose: (notebook, cells, next) => close(notebook.uri, () => next(notebook, cells))
    }
  };
}
