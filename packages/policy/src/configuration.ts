import type { Place } from '@loadlight/facts/place';

/** What `loadlight.toml` says, or `[tool.loadlight]` of a pyproject.toml. Paths are relative to the file's folder. */
export interface Configuration {
  /** Rules or their beginnings (`LL1` is all of LL1xx) that are looked for; undefined: all. */
  readonly select: readonly string[] | undefined;
  /** Rules or their beginnings that are not looked for. */
  readonly ignore: readonly string[];
  /** Paths, as glob patterns, where nothing is looked for. */
  readonly exclude: readonly string[];
  /** Rules that are not looked for below paths, by glob pattern. */
  readonly perPath: ReadonlyMap<string, readonly string[]>;
  /** Installed versions by package name, as version specifiers. */
  readonly versions: ReadonlyMap<string, string>;
  /** Comments of other tools that are honoured as suppressions: `nosec`, `noqa`. */
  readonly honour: readonly ForeignComment[];
}

export type ForeignComment = 'nosec' | 'noqa';

export const EMPTY_CONFIGURATION: Configuration = {
  select: undefined,
  ignore: [],
  exclude: [],
  perPath: new Map(),
  versions: new Map(),
  honour: []
};

/** A mistake in the file: what is wrong and what to do, at its place. */
export interface ConfigurationProblem {
  readonly id: string;
  readonly args: Readonly<Record<string, string>>;
  readonly place: Place;
}

export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}
