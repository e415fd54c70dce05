import { createHash } from 'node:crypto';
import type { ChecksumPort } from '../ports.js';
import { NodeFiles } from './files.js';

/** Larger files take too long for somebody who waits; in bytes. */
const MOST = 4 * 1024 ** 3;

/** Checksums of this machine's files, read part by part. */
export const NODE_CHECKSUMS: ChecksumPort = {
  most: MOST,
  files: new NodeFiles(),
  sha256: async chunks => {
    const hash = createHash('sha256');
    for await (const bytes of chunks) hash.update(bytes);
    return hash.digest('hex');
  }
};
