import type { VersionRange } from '@loadlight/facts/version-range';
import type { Declared } from './declared.js';
import { mergeRanges } from './declared.js';
import { readPyproject } from './pyproject-file.js';
import { readRequirements } from './requirements-file.js';

/**
 * Which of a folder's names say versions, in the order in which they are read: `requirements.txt`, then its sisters
 * (`requirements-dev.txt`) by name, then `pyproject.toml`. The nearest folder upwards that names the package wins.
 */
export function pickRequirementFiles(names: readonly string[]): string[] {
  const sisters = names.filter(name => /^requirements.*\.txt$/i.test(name) && name !== 'requirements.txt').sort();
  return [
    ...names.filter(name => name === 'requirements.txt'),
    ...sisters,
    ...names.filter(name => name === 'pyproject.toml')
  ];
}

/** Reads a file of either kind, by its name. */
export function readRequirementFile(text: string, uri: string): Declared {
  return uri.endsWith('.toml') ? readPyproject(text, uri) : readRequirements(text, uri);
}

/** All files of one folder together: where they disagree about a package, the range that holds what all ask for. */
export function mergeDeclared(files: readonly Declared[]): ReadonlyMap<string, VersionRange> {
  const merged = new Map<string, VersionRange>();
  for (const { packages } of files) {
    for (const [name, range] of packages) {
      const before = merged.get(name);
      merged.set(name, before ? mergeRanges(before, range) : range);
    }
  }
  return merged;
}
