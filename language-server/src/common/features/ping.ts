import type { PingResult } from '@loadlight/protocol/messages';
import { PING } from '@loadlight/protocol/messages';
import type { Connection } from 'vscode-languageserver';

/** `loadlight/ping`: a server that is stuck does not answer. */
export function ping(connection: Connection, documents: () => number): void {
  connection.onRequest(PING, (): PingResult => ({ alive: true, documents: documents() }));
}
