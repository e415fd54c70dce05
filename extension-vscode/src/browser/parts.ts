import type { PartSource } from '@loadlight/protocol/initialization';
import { Uri, workspace } from 'vscode';

const FOLDER = 'server/browser';
/** The parts by the names that the server asks for, and their files. */
const PARTS = {
  'web-tree-sitter.wasm': 'web-tree-sitter.wasm',
  'tree-sitter-python.wasm': 'tree-sitter-python.wasm',
  secrets: 'secrets.js'
};

/** The server's script. Rejects where it is missing. */
export function readServer(extension: Uri): Promise<Uint8Array<ArrayBuffer>> {
  return readShipped(extension, 'server.js');
}

/**
 * The server's parts, as bytes: a worker that was made from a Blob may fetch nothing of an extension that is installed
 * on a remote machine. Rejects where one is missing.
 */
export async function readParts(extension: Uri): Promise<Record<string, PartSource>> {
  const entries = Object.entries(PARTS).map(async ([part, file]) => [part, await readPart(extension, file)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function readPart(extension: Uri, file: string): Promise<PartSource> {
  const bytes = await readShipped(extension, file);
  // A trace of the protocol prints its length, not every byte.
  Object.defineProperty(bytes, 'toJSON', { value: () => `${bytes.byteLength} bytes`, enumerable: false });
  return { bytes };
}

async function readShipped(extension: Uri, file: string): Promise<Uint8Array<ArrayBuffer>> {
  // Copied, so that the buffer is the array's own and can go to a worker as it is.
  return new Uint8Array(await workspace.fs.readFile(Uri.joinPath(extension, FOLDER, file)));
}
