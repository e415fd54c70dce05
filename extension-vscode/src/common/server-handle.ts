import type { Disposable } from 'vscode';
import type { BaseLanguageClient, MessageTransports } from 'vscode-languageclient';

/** One running server, whatever it runs in. */
export interface ServerHandle {
  readonly transports: MessageTransports;
  /** Ends it at once, asked or not; a server that hangs cannot answer. Does nothing to one that has ended. */
  kill(): void;
  /** Resolves with the reason once it has ended, by itself or by `kill`. Never rejects. */
  readonly ended: Promise<string>;
}

/** What a host brings: a way to start a server, and what to tell it first. */
export interface ServerHost {
  /** Where the extension runs, for a report. */
  readonly name: string;
  /** Rejects with the reason where no server can be started. */
  start(): Promise<ServerHandle>;
  /** The part of `initializationOptions` that only the host knows. */
  initializationOptions(): Promise<Record<string, unknown>>;
  /** Answers what only a server of this host asks. */
  answer?(client: BaseLanguageClient): Disposable;
}
