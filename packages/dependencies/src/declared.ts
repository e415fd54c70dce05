import { say } from '@loadlight/facts/message';
import type { Range } from '@loadlight/facts/place';
import type { VersionRange } from '@loadlight/facts/version-range';
import { unionRanges } from '@loadlight/facts/version-range';
import { DEPENDENCY_MESSAGES } from './messages.js';
import { normaliseName } from './package-name.js';
import type { Bounds } from './specifier.js';

/** Another file that a requirement file names; `path` is relative to the file's folder, or an address. */
export interface Include {
  readonly kind: 'requirements' | 'constraints';
  readonly path: string;
}

/** What a file says about packages, by normalised name. Packages without ends are there, with a version nobody knows. */
export interface Declared {
  readonly packages: ReadonlyMap<string, VersionRange>;
  readonly includes: readonly Include[];
}

/** Longer texts are not read; in UTF-16 units. */
export const LONGEST_FILE = 1_000_000;

/** The range that holds both, unless one of them asks for nothing: then what the other says. */
export function mergeRanges(a: VersionRange, b: VersionRange): VersionRange {
  if (!a.min && !a.max) return b;
  return b.min || b.max ? unionRanges(a, b) : a;
}

/** Collects what one file declares; a package that it names twice gets the range that holds both. */
export class DeclaredPackages {
  readonly packages = new Map<string, VersionRange>();
  private readonly file: string;

  constructor(private readonly uri: string) {
    this.file = fileName(uri);
  }

  /** `specifier` is what the hover shows; empty where no version is asked for. `requirement` is what stands there. */
  add(name: string, bounds: Bounds, specifier: string, requirement: string, range: Range, fromUrl = false): void {
    const message = fromUrl
      ? say(DEPENDENCY_MESSAGES, 'dependency-from-url', { package: name, file: this.file })
      : say(DEPENDENCY_MESSAGES, 'dependency-declared', { requirement, file: this.file });
    const declared: VersionRange = {
      ...bounds,
      written: `${specifier.replace(/^===?\s*/, '') || 'any version'} (${this.file})`,
      evidence: { place: { document: this.uri, part: { kind: 'file' }, range }, message }
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
