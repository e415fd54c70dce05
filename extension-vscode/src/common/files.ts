import {
  FS_LIST,
  FS_READ,
  FS_STAT,
  type FsListResult,
  type FsParams,
  type FsReadParams,
  type FsReadResult,
  type FsStatResult
} from '@loadlight/protocol/messages';
import type { InitializationOptions } from '@loadlight/protocol/initialization';
import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { toBase64 } from '@loadlight/protocol/base64';

/** The editor reads files whole; nothing above this many bytes is read. */
export const MAX_WHOLE = 32 * 1024 * 1024;

/**
 * What `initializationOptions` says of the files that this client serves. Changes reach the server as
 * `workspace/didChangeWatchedFiles`, for the patterns that it registers.
 */
export const FILES: InitializationOptions['files'] = { ranges: false, watch: true, maxWhole: MAX_WHOLE };

/** Answers the server's questions about files through the editor, which knows every kind of workspace. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(FS_STAT, ({ uri }: FsParams) => stat(Uri.parse(uri))),
    client.onRequest(FS_READ, (params: FsReadParams) => read(params)),
    client.onRequest(FS_LIST, ({ uri }: FsParams) => list(Uri.parse(uri)))
  );
}

async function stat(uri: Uri): Promise<FsStatResult> {
  try {
    const { type, size, mtime } = await workspace.fs.stat(uri);
    return { kind: kindOf(type), size, modified: mtime };
  } catch {
    return null;
  }
}

async function read({ uri, offset, length }: FsReadParams): Promise<FsReadResult> {
  const file = Uri.parse(uri);
  const { size } = await workspace.fs.stat(file);
  if (size > MAX_WHOLE) throw new Error(`${size} bytes are too many to read here`);
  const bytes = await workspace.fs.readFile(file);
  return { data: toBase64(bytes.subarray(offset, offset + length)) };
}

async function list(uri: Uri): Promise<FsListResult> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
  } catch {
    return [];
  }
}

/** A symbolic link counts as what it leads to. */
function kindOf(type: FileType): 'file' | 'directory' {
  return (type & FileType.Directory) === 0 ? 'file' : 'directory';
}
