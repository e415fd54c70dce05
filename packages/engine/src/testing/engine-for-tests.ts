import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { Engine } from '../engine.js';
import { NodeFiles } from '../node/files.js';
import type { PartsPort, Ports } from '../ports.js';

/** The real grammar and the real scanner, from the installed packages. */
const parts: PartsPort = {
  async bytes(name) {
    const require = createRequire(import.meta.url);
    const file =
      name === 'web-tree-sitter.wasm'
        ? 'web-tree-sitter/web-tree-sitter.wasm'
        : 'tree-sitter-python/tree-sitter-python.wasm';
    return new Uint8Array(await readFile(require.resolve(file)));
  },
  module: name =>
    name === 'secrets' ? import('@loadlight/secrets/scan') : import('@loadlight/sharing/scripts/read-script')
};

/** An engine over the real file system, as the command line has it, or over other files. */
export function engineForTests(ports: Partial<Omit<Ports, 'parts'>> = {}): Promise<Engine> {
  return Engine.create({ files: new NodeFiles(), parts, ...ports });
}
