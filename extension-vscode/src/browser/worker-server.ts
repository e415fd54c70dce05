import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import type { ServerHandle } from '../common/server-handle.js';

/** A reader that can be told that the worker is gone: a worker itself never says so. */
class WorkerReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}

/**
 * Starts the server's script in a worker. The script comes as bytes and becomes a Blob address, because a worker may
 * not be made from an address of an extension that is installed on a remote machine.
 */
export function startWorker(script: Uint8Array<ArrayBuffer>): ServerHandle {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'loadlight' });
  const reader = new WorkerReader(worker);
  let end: (reason: string) => void = () => undefined;
  const ended = new Promise<string>(resolve => (end = resolve));
  const finish = (reason: string): void => {
    worker.terminate();
    URL.revokeObjectURL(address);
    end(reason);
    reader.close();
  };
  worker.addEventListener('error', event => finish(event.message || 'the worker stopped'));
  return {
    transports: { reader, writer: new BrowserMessageWriter(worker), detached: true },
    kill: () => finish('ended by the client'),
    ended
  };
}
