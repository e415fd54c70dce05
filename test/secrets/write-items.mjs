import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes each item into a folder of its own, with the files beside it, and gives these folders as seen from `root`, in order. */
export function writeItems(root, items) {
  return items.map(({ file, text, beside = [] }, i) => {
    const shown = `${String(i).padStart(4, '0')}/${file}`;
    mkdirSync(path.join(root, path.dirname(shown)), { recursive: true });
    writeFileSync(path.join(root, shown), text);
    for (const [name, other] of beside) writeFileSync(path.join(root, path.dirname(shown), name), other);
    return path.dirname(shown);
  });
}
