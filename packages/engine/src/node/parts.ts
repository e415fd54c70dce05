import { readFile } from 'node:fs/promises';
import nodeModule from 'node:module';
import { join } from 'node:path';
import type { BytesPart, ModulePart, PartsPort } from '../ports.js';

/** Heavy parts from one folder: `<name>` holds a part's bytes, `<name>.cjs` is a part's script. */
export class NodeParts implements PartsPort {
  constructor(private readonly folder: string) {}

  async bytes(name: BytesPart): Promise<Uint8Array> {
    return new Uint8Array(await readFile(join(this.folder, name)));
  }

  module(name: ModulePart): Promise<unknown> {
    return new Promise(resolve => {
      // Through the default import, which bundlers leave to the running Node.
      const load = nodeModule.createRequire(join(this.folder, 'parts.cjs'));
      resolve(load(`./${name}.cjs`));
    });
  }
}
