import type { PartSource } from '@loadlight/protocol/initialization';
import { PART, type PartParams, type PartResult } from '@loadlight/protocol/messages';
import { type Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const FOLDER = 'server/browser';
/** The parts by the names that the server asks for, and their files. */
const PARTS = {
  'web-tree-sitter.wasm': 'web-tree-sitter.wasm',
  'tree-sitter-python.wasm': 'tree-sitter-python.wasm',
  secrets: 'secrets.js'
};
/** Those that are large and that most never need: the server asks for them. */
const ASKED: Readonly<Record<string, string>> = { scripts: 'scripts.js' };

/** The server's script. Rejects where it is missing. */
export function readServer(extension: Uri): Promise<Uint8Array<ArrayBuffer>> {
  return readShipped(extension, 'server.js');
}

/**
 * The server's parts, as bytes: a worker that was made from a Blob may fetch nothing of an extension that is installed
 * on a remote machine. Rejects where one is missing.
 */
export async function readParts(extension: Uri): Promise<Record<string, PartSource>> {
  const entries = Object.entries(PARTS).map(async ([part, file]): Promise<[string, PartSource]> => [
    part,
    await readPart(extension, file)
  ]);
  const asked = Object.keys(ASKED).map((part): [string, PartSource] => [part, { asked: true }]);
  return Object.fromEntries([...(await Promise.all(entries)), ...asked]);
}

/** Answers the server's question for a part that was not sent along. */
export function servePart(extension: Uri, client: BaseLanguageClient): Disposable {
  return client.onRequest(PART, async ({ name }: PartParams): Promise<PartResult> => {
    const file = ASKED[name];
    if (file === undefined) throw new Error(`there is no part ${name}`);
    return readPart(extension, file);
  });
}

async function readPart(extension: Uri, file: string): Promise<PartResult> {
  const bytes = await readShipped(extension, file);
  // A trace of the protocol prints its length, not every byte.
  Object.defineProperty(bytes, 'toJSON', { value: () => `${bytes.byteLength} bytes`, enumerable: false });
  return { bytes };
}

async function readShipped(extension: Uri, file: string): Promise<Uint8Array<ArrayBuffer>> {
  // Copied, so that the buffer is the array's own and can go to a worker as it is.
  return new Uint8Array(await workspace.fs.readFile(Uri.joinPath(extension, FOLDER, file)));
}
