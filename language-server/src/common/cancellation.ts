import type { CancellationToken } from 'vscode-languageserver';

/** A signal that is aborted when the client takes its request back. */
export function signalOf(token: CancellationToken): AbortSignal {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  else token.onCancellationRequested(() => abort.abort());
  return abort.signal;
}
