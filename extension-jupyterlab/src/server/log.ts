import { LogMessageNotification, MessageType, type ProtocolConnection } from 'vscode-languageserver-protocol';

/** Writes what the server logs to the browser's console; errors and warnings as such. */
export function logFrom(connection: ProtocolConnection): void {
  connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type === MessageType.Error) console.error(`Loadlight: ${message}`);
    else if (type === MessageType.Warning) console.warn(`Loadlight: ${message}`);
    else console.debug(`Loadlight: ${message}`);
  });
}
