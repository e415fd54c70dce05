import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes each item into a folder of its own, and gives their paths as seen from `root`, in order. */
export function writeItems(root, items) {
  return items.map(({ file, text }, i) => {
    const shown = `${String(i).padStart(4, '0')}/${file}`;
    mkdirSync(path.join(root, path.dirname(shown)), { recursive: true });
    writeFileSync(path.join(root, shown), text);
    return shown;
  });
}
