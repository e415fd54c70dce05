import type { Contents } from '@jupyterlab/services';
import type { InitializationOptions } from '@loadlight/protocol/initialization';
import {
  FS_CHANGED,
  FS_LIST,
  FS_READ,
  FS_STAT,
  type FsChangedParams,
  type FsListResult,
  type FsParams,
  type FsReadParams,
  type FsReadResult,
  type FsStatResult
} from '@loadlight/protocol/messages';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { toBase64 } from '@loadlight/protocol/base64';
import { type JupyterFiles, MAX_WHOLE } from './jupyter-files.js';
import type { ServedTexts } from './served-texts.js';
import { pathOfUri, uriOfPath } from './uris.js';

/** What `initializationOptions` says of the files that this client serves. */
export const FILES: InitializationOptions['files'] = { ranges: true, watch: true, maxWhole: MAX_WHOLE };

/** Answers the server's questions about files. */
export function serveFiles(connection: ProtocolConnection, files: JupyterFiles, served: ServedTexts): void {
  connection.onRequest(FS_STAT, ({ uri }: FsParams): Promise<FsStatResult> =>
    files.stat(pathOfUri(uri)).catch(() => null)
  );
  connection.onRequest(FS_LIST, ({ uri }: FsParams): Promise<FsListResult> =>
    files.list(pathOfUri(uri)).catch(() => [])
  );
  connection.onRequest(FS_READ, async ({ uri, offset, length }: FsReadParams): Promise<FsReadResult> => {
    const path = pathOfUri(uri);
    const bytes = await files.read(path, offset, length);
    if (offset === 0) served.note(path, bytes);
    return { data: toBase64(bytes) };
  });
}

/** Tells the server of files that were saved, renamed, made or deleted here. */
export function announceFiles(contents: Contents.IManager, running: () => ProtocolConnection | undefined): void {
  contents.fileChanged.connect((_, { oldValue, newValue }) => {
    const paths = new Set([oldValue?.path, newValue?.path].filter(path => path !== undefined));
    tellChanged([...paths], running());
  });
}

/** Tells the server that these files are not as it read them. */
export function tellChanged(paths: readonly string[], connection: ProtocolConnection | undefined): void {
  const params: FsChangedParams = { uris: paths.map(uriOfPath) };
  void connection?.sendNotification(FS_CHANGED, params);
}
