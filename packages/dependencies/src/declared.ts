import { say, type Message, type Wording } from '@loadlight/facts/message';
import type { Part, Range } from '@loadlight/facts/place';
import type { VersionRange } from '@loadlight/facts/version-range';
import { unionRanges } from '@loadlight/facts/version-range';
import { versionFrom, versionWords } from '@loadlight/facts/version-wording';
import { DEPENDENCY_MESSAGES } from './messages.js';
import { normaliseName } from './package-name.js';
import type { Bounds } from './specifier.js';
import { specifierBounds } from './specifier.js';

/** Another file that a requirement file names; `path` is relative to the file's folder, or an address. */
export interface Include {
  readonly kind: 'requirements' | 'constraints';
  readonly path: string;
}

/** Versions by normalised name. */
export type Packages = ReadonlyMap<string, VersionRange>;

/** What a file says about packages, by normalised name. Packages without ends are there, with a version nobody knows. */
export interface Declared {
  readonly packages: Packages;
  readonly includes: readonly Include[];
}

/** Longer texts are not read; in UTF-16 units. */
export const LONGEST_FILE = 1_000_000;

/** Lock files are longer: they name every package of every platform, with all hashes. */
export const LONGEST_LOCK = 8_000_000;

/** No file says more packages than this; what comes after is not read. */
export const MOST_PACKAGES = 5000;

export const NOTHING_DECLARED: Declared = { packages: new Map(), includes: [] };

/** The range that holds both, unless one of them asks for nothing: then what the other says. */
export function mergeRanges(a: VersionRange, b: VersionRange): VersionRange {
  if (!hasEnds(a)) return b;
  return hasEnds(b) ? unionRanges(a, b) : a;
}

/** True where the range says anything about the version. */
export function hasEnds({ min, max }: VersionRange): boolean {
  return min !== undefined || max !== undefined;
}

/** Collects what one text declares; a package that it names twice gets the range that holds both. */
export class DeclaredPackages {
  readonly packages = new Map<string, VersionRange>();

  constructor(
    private readonly uri: string,
    private readonly part: Part = { kind: 'file' },
    /** What the hover calls the text: `uv.lock`. */
    private readonly file: Wording = fileName(uri)
  ) {}

  get isFull(): boolean {
    return this.packages.size >= MOST_PACKAGES;
  }

  /** `specifier` is what the hover shows; empty where no version is asked for. `requirement` is what stands there. */
  add(name: string, bounds: Bounds, specifier: string, requirement: string, range: Range, fromUrl = false): void {
    const message =
      fromUrl && specifier === ''
        ? say(DEPENDENCY_MESSAGES, 'dependency-from-url', { package: name, file: this.file })
        : say(DEPENDENCY_MESSAGES, 'dependency-declared', { requirement, file: this.file });
    this.put(name, bounds, specifier.replace(/^===?\s*/, '') || versionWords('any'), message, range);
  }

  /** A package that a lock file has settled on one version of, or an environment holds. */
  addExact(name: string, version: string, range: Range, how: 'locked' | 'installed' = 'locked'): void {
    const message = say(DEPENDENCY_MESSAGES, `dependency-${how}`, { package: name, version, file: this.file });
    this.put(name, specifierBounds(`==${version}`), version, message, range);
  }

  private put(name: string, bounds: Bounds, version: Wording, message: Message, range: Range): void {
    const declared: VersionRange = {
      ...bounds,
      written: versionFrom(version, this.file),
      evidence: { place: { document: this.uri, part: this.part, range }, message }
    };
    const key = normaliseName(name);
    const before = this.packages.get(key);
    this.packages.set(key, before ? mergeRanges(before, declared) : declared);
  }
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
