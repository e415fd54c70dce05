import {
  BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  type MessageTransports
} from 'vscode-languageclient';
import type { ServerHandle } from './server-handle.js';

/**
 * A connection to one server, made once and thrown away with it. It never restarts the server and never shows a
 * message: both are the supervisor's.
 */
export class ServerClient extends BaseLanguageClient {
  constructor(
    private readonly handle: ServerHandle,
    options: LanguageClientOptions
  ) {
    super('loadlight', 'Loadlight', {
      ...options,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true })
      },
      initializationFailedHandler: () => false
    });
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  protected override createMessageTransports(): Promise<MessageTransports> {
    return Promise.resolve(this.handle.transports);
  }
}
