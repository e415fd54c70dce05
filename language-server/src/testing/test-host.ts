import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NODE_CHECKSUMS } from '@loadlight/engine/node/checksums';
import type { BytesPart, FilesPort, ModulePart, PartsPort } from '@loadlight/engine/ports';
import { NoFiles } from '../browser/no-files.js';
import type { Host } from '../common/host.js';

const require = createRequire(import.meta.url);
const WASM: Readonly<Record<BytesPart, string>> = {
  'web-tree-sitter.wasm': require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  'tree-sitter-python.wasm': join(
    dirname(require.resolve('tree-sitter-python/package.json')),
    'tree-sitter-python.wasm'
  )
};

/** The parts as they are in the packages, with a count of how often each was asked for. */
export class InstalledParts implements PartsPort {
  readonly asked: string[] = [];

  async bytes(name: BytesPart): Promise<Uint8Array> {
    this.asked.push(name);
    return new Uint8Array(await readFile(WASM[name]));
  }

  async module(name: ModulePart): Promise<unknown> {
    this.asked.push(name);
    return name === 'secrets'
      ? await import('@loadlight/secrets/scan')
      : await import('@loadlight/sharing/scripts/read-script');
  }
}

/** A host without files of its own: a test's client serves them. */
export function testHost(parts: PartsPort = new InstalledParts(), files: FilesPort = new NoFiles()): Host {
  const { sha256, most } = NODE_CHECKSUMS;
  return { name: 'a test', files: () => files, checksums: { sha256, most }, parts: () => parts };
}
