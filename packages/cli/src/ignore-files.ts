import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What the .gitignore files from the repository's root down to a folder leave out. */
export class IgnoreFiles {
  private constructor(
    private readonly folder: string,
    private readonly patterns: Ignore | undefined,
    private readonly above: IgnoreFiles | undefined
  ) {}

  /** The rules that hold in `folder`: those of every folder above it in its repository, and its own. */
  static of(folder: string): IgnoreFiles {
    const root = repositoryRoot(folder);
    const chain: string[] = [];
    for (let at = folder; ; at = dirname(at)) {
      chain.unshift(at);
      if (root === undefined || at === root) break;
    }
    let rules: IgnoreFiles | undefined;
    for (const at of chain) rules = new IgnoreFiles(at, patternsIn(at, at === root), rules);
    return rules ?? new IgnoreFiles(folder, undefined, undefined);
  }

  /** Only what stands in `folder` and below: for a folder that is left out itself, but was asked for by name. */
  static only(folder: string): IgnoreFiles {
    return new IgnoreFiles(folder, patternsIn(folder, false), undefined);
  }

  /** The rules in a folder right under this one. */
  under(folder: string): IgnoreFiles {
    return new IgnoreFiles(folder, patternsIn(folder, false), this);
  }

  /** The nearest .gitignore that says something about the path decides. */
  ignores(path: string, kind: 'file' | 'directory'): boolean {
    if (this.patterns) {
      const inside = relative(this.folder, path).split(sep).join('/');
      if (inside !== '' && !inside.startsWith('..')) {
        const { ignored, unignored } = this.patterns.test(kind === 'directory' ? `${inside}/` : inside);
        if (ignored || unignored) return ignored;
      }
    }
    return this.above?.ignores(path, kind) ?? false;
  }
}

function patternsIn(folder: string, isRoot: boolean): Ignore | undefined {
  const texts = [readText(join(folder, '.gitignore'))];
  if (isRoot) texts.unshift(readText(join(folder, '.git', 'info', 'exclude')));
  const written = texts.filter(text => text !== undefined);
  return written.length > 0 ? ignore().add(written.join('\n')) : undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The folder above (or here) that holds `.git`. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isThere(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}
