import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
  type ProtocolConnection
} from 'vscode-languageserver-protocol/browser';

/** One running server in its web worker. */
export interface ServerHandle {
  readonly connection: ProtocolConnection;
  /** Ends it at once; a server that hangs cannot answer. */
  kill(): void;
  /** Resolves with the reason when the worker fails by itself. Never rejects. */
  readonly failed: Promise<string>;
}

/** Starts the server's script in a worker. Throws where the browser refuses; later failures come through `failed`. */
export function startWorker(script: string): ServerHandle {
  const worker = new Worker(script, { name: 'loadlight' });
  const failed = new Promise<string>(resolve => {
    worker.addEventListener('error', event => resolve(event.message || 'its script could not be loaded or run'));
  });
  const connection = createProtocolConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  return {
    connection,
    kill: () => {
      worker.terminate();
      connection.dispose();
    },
    failed
  };
}
