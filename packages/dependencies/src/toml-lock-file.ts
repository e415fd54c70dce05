import type { Declared } from './declared.js';
import { DeclaredPackages, LONGEST_LOCK, NOTHING_DECLARED } from './declared.js';

const PACKAGE = /^\[\[packages?\]\]\s*(?:#.*)?$/;
const KEY = /^(name|version)\s*=\s*(["'])([^"'\\]*)\2/;
/** A line of interest is short; hashes and descriptions are not looked at. */
const LONGEST_LINE = 300;

/**
 * What a lock file in TOML says, as uv, Poetry and PDM write it, and pylock.toml (PEP 751): a `name` and a `version` below
 * each `[[package]]`. The lines are read one by one and the file is never parsed as a whole: locks have megabytes, and one
 * that a merge has broken still says most versions. Evidence points at the version.
 */
export function readTomlLock(text: string, uri: string): Declared {
  if (text.length > LONGEST_LOCK) return NOTHING_DECLARED;
  const declared = new DeclaredPackages(uri);
  let name: string | undefined;
  let inPackage = false;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let number = 0; start < text.length && !declared.isFull; number++) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const first = text[start];
    if (end - start <= LONGEST_LINE && (first === '[' || first === 'n' || first === 'v')) {
      const line = text.slice(start, end).trimEnd();
      if (first === '[') {
        inPackage = PACKAGE.test(line);
        name = undefined;
      } else if (inPackage) {
        const [, key, , value = ''] = KEY.exec(line) ?? [];
        if (key === 'name') name = value;
        if (key === 'version' && name !== undefined)
          declared.addExact(name, value, {
            start: { line: number, character: 0 },
            end: { line: number, character: line.length }
          });
      }
    }
    start = end + 1;
  }
  return { packages: declared.packages, includes: [] };
}
