import type { VersionRange } from '@loadlight/facts/version-range';
import { unionRanges } from '@loadlight/facts/version-range';
import { normaliseName } from './package-name.js';
import type { Bounds } from './specifier.js';
import { specifierBounds } from './specifier.js';

/** What conda calls otherwise than PyPI. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['pytorch', 'torch'],
  ['pytorch-cpu', 'torch'],
  ['pytorch-gpu', 'torch'],
  ['tensorflow-cpu', 'tensorflow'],
  ['tensorflow-gpu', 'tensorflow']
]);

/** The name that PyPI knows a conda package by, as far as the two differ for what Loadlight asks about. */
export function pypiName(conda: string): string {
  const name = normaliseName(conda);
  return NAMES.get(name) ?? name;
}

export interface CondaSpec {
  readonly name: string;
  /** As written; empty where any version will do. */
  readonly specifier: string;
  readonly bounds: Bounds;
}

const SPEC = /^(?:[^\s:]*::)?([A-Za-z0-9_.-]+)\s*($|[=<>!~[\d].*$)/;
const LONGEST = 512;

/**
 * A match specification of conda: `pytorch=2.4.*`, `conda-forge::pytorch>=2.4,<3`, `pytorch=2.4.1=py3.12_cpu_0`,
 * `pytorch 2.4.*`, `pytorch[version='>=2.4']`. One `=` asks for any version that begins so, two for exactly that one.
 */
export function parseCondaSpec(text: string): CondaSpec | undefined {
  const [, name, rest = ''] = text.length > LONGEST ? [] : (SPEC.exec(text.trim()) ?? []);
  if (name === undefined) return undefined;
  const bracketed = /\bversion\s*=\s*["']?([^"'\]]+)/.exec(/\[(.*)\]$/.exec(rest)?.[1] ?? '')?.[1];
  const specifier = (bracketed ?? versionPart(rest.replace(/\[.*$/, ''))).trim();
  return { name: pypiName(name), specifier, bounds: condaBounds(specifier) };
}

/** Without the build string: `=2.4.1=py3.12_cpu_0` and `2.4.1 py3.12_cpu_0` are 2.4.1. */
function versionPart(rest: string): string {
  const compact = rest.trim().replace(/\s*([<>=!~|,]+)\s*/g, '$1');
  const [version = ''] = compact.split(/\s/);
  return /^(=?[^=<>!~,|]+)=[^=]+$/.exec(version)?.[1] ?? version;
}

function condaBounds(specifier: string): Bounds {
  const ways: VersionRange[] = specifier.split('|').map(way => ({ ...allOf(way), written: '', evidence: undefined }));
  const { min, max } = ways.reduce(unionRanges);
  return { ...(min && { min }), ...(max && { max }) };
}

function allOf(way: string): Bounds {
  const clauses = way.split(',').map(clause => clause.trim().replace(/^=(?!=)/, ''));
  return specifierBounds(clauses.map(clause => (/^\d/.test(clause) ? `==${begins(clause)}` : clause)).join(','));
}

/** `2.4` and `2.4*` are every version that begins so, as is `2.4.1`, which may be built several times. */
function begins(version: string): string {
  return `${version.replace(/\.?\*$/, '')}.*`;
}
