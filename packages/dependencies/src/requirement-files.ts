import { compareVersions } from '@loadlight/facts/version';
import { intersectRanges, type VersionRange } from '@loadlight/facts/version-range';
import { twoVersions } from '@loadlight/facts/version-wording';
import type { Declared, Packages } from './declared.js';
import { hasEnds, LONGEST_FILE, LONGEST_LOCK, mergeRanges } from './declared.js';
import { readEnvironmentFile } from './environment-file.js';
import { readPipfile, readPipfileLock } from './pipfile.js';
import { readPyproject } from './pyproject-file.js';
import { readRequirements } from './requirements-file.js';
import { readSetupCfg, readSetupPy } from './setup-files.js';
import { readTomlLock } from './toml-lock-file.js';

/** A lock file says what is installed, the others what may be. */
export type Tier = 'lock' | 'range';

interface Kind {
  readonly tier: Tier;
  readonly name: RegExp;
  readonly read: (text: string, uri: string) => Declared;
}

/** In the order in which they are read. */
const KINDS: readonly Kind[] = [
  { tier: 'lock', name: /^(?:uv|poetry|pdm)\.lock$/, read: readTomlLock },
  { tier: 'lock', name: /^pylock(?:\.[^.]+)?\.toml$/, read: readTomlLock },
  { tier: 'lock', name: /^Pipfile\.lock$/, read: readPipfileLock },
  { tier: 'range', name: /^requirements\.txt$/, read: readRequirements },
  { tier: 'range', name: /^requirements.*\.txt$/i, read: readRequirements },
  { tier: 'range', name: /^pyproject\.toml$/, read: readPyproject },
  { tier: 'range', name: /^environment.*\.ya?ml$|^conda(?:[-_.]env.*)?\.ya?ml$/i, read: readEnvironmentFile },
  { tier: 'range', name: /^Pipfile$/, read: readPipfile },
  { tier: 'range', name: /^setup\.cfg$/, read: readSetupCfg },
  { tier: 'range', name: /^setup\.py$/, read: readSetupPy }
];

/** The tier of a file of that name; undefined where it says no versions. */
export function tierOf(name: string): Tier | undefined {
  return kindOf(name)?.tier;
}

/** How many bytes of a file of that name are read at most; longer ones say nothing. */
export function longestOf(name: string): number {
  return tierOf(name) === 'lock' ? LONGEST_LOCK : LONGEST_FILE;
}

/** A folder's names that say versions, in the order in which they are read. */
export function pickRequirementFiles(names: readonly string[]): string[] {
  const rank = (name: string): number => KINDS.findIndex(kind => kind.name.test(name));
  return names.filter(name => rank(name) !== -1).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** What a file says, by its name; an included file of any other name is read as a requirements file. */
export function readRequirementFile(text: string, uri: string): Declared {
  const read = kindOf(uri.slice(uri.lastIndexOf('/') + 1))?.read ?? readRequirements;
  return read(text, uri);
}

/** Files that count alike: where they disagree about a package, the range that holds what all ask for. */
export function mergePackages(files: readonly Packages[]): Packages {
  const merged = new Map<string, VersionRange>();
  for (const packages of files) {
    for (const [name, range] of packages) {
      const before = merged.get(name);
      merged.set(name, before ? mergeRanges(before, range) : range);
    }
  }
  return merged;
}

/** The packages narrowed by what constraints say of them, and of packages that only constraints name. */
export function constrain(packages: Packages, constraints: Packages): Packages {
  const narrowed = new Map(packages);
  for (const [name, constraint] of constraints) {
    const range = narrowed.get(name);
    narrowed.set(name, range ? narrow(range, constraint) : constraint);
  }
  return narrowed;
}

/** The packages that the first to name them says, in order; what has no ends gives way to what has. */
export function firstOf(tiers: readonly Packages[]): Packages {
  const found = new Map<string, VersionRange>();
  for (const packages of tiers) {
    for (const [name, range] of packages) {
      const before = found.get(name);
      if (!before || (!hasEnds(before) && hasEnds(range))) found.set(name, range);
    }
  }
  return found;
}

function narrow(range: VersionRange, constraint: VersionRange): VersionRange {
  if (!hasEnds(range) || !hasEnds(constraint)) return hasEnds(constraint) ? constraint : range;
  const { min, max } = intersectRanges(range, constraint);
  // They contradict one another: pip would refuse, and the constraint is the stricter word.
  if (min && max && (compareVersions(min.version, max.version) ?? 0) > 0) return constraint;
  const exact = constraint.min?.version === constraint.max?.version;
  const written = exact ? constraint.written : twoVersions('both', range.written, constraint.written);
  const { evidence } = exact ? constraint : range;
  return { ...(min && { min }), ...(max && { max }), written, evidence };
}

function kindOf(name: string): Kind | undefined {
  return KINDS.find(kind => kind.name.test(name));
}
