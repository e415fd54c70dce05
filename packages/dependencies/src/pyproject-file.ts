import type { Position, Range } from '@loadlight/facts/place';
import { parse } from 'smol-toml';
import type { Declared } from './declared.js';
import { DeclaredPackages, LONGEST_FILE } from './declared.js';
import { poetryBounds } from './poetry-constraint.js';
import { parseRequirement } from './requirement.js';

/**
 * What a pyproject.toml says: `project.dependencies` and `optional-dependencies`, `dependency-groups`, and Poetry's
 * tables. TOML that does not parse says nothing. Evidence points at the requirement's text.
 */
export function readPyproject(text: string, uri: string): Declared {
  const declared = new DeclaredPackages(uri);
  const file = text.length > LONGEST_FILE ? {} : parsed(text);
  for (const requirement of requirementTexts(file)) addRequirement(declared, requirement, text);
  for (const [name, constraint] of poetryConstraints(file)) addPoetry(declared, name, constraint, text);
  return { packages: declared.packages, includes: [] };
}

type Table = Readonly<Record<string, unknown>>;

function parsed(text: string): Table {
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return {};
  }
}

function requirementTexts(file: Table): string[] {
  const project = table(file['project']);
  const groups = [
    ...Object.values(table(project['optional-dependencies'])),
    ...Object.values(table(file['dependency-groups']))
  ];
  return [project['dependencies'], ...groups].flatMap(list).filter(entry => typeof entry === 'string');
}

function poetryConstraints(file: Table): [string, unknown][] {
  const poetry = table(table(file['tool'])['poetry']);
  const groups = Object.values(table(poetry['group'])).map(group => table(group)['dependencies']);
  return [poetry['dependencies'], poetry['dev-dependencies'], ...groups]
    .flatMap(dependencies => Object.entries(table(dependencies)))
    .filter(([name]) => name !== 'python');
}

function addRequirement(declared: DeclaredPackages, text: string, file: string): void {
  const requirement = parseRequirement(text);
  if (!requirement) return;
  const range = rangeOf(file, `"${text}"`) ?? rangeOf(file, `'${text}'`) ?? rangeOf(file, text);
  const { name, bounds, specifier, fromUrl } = requirement;
  declared.add(name, bounds, specifier, text, range ?? START, fromUrl);
}

/** A constraint is a version, a table with one, or a list of those for several platforms. */
function addPoetry(declared: DeclaredPackages, name: string, constraint: unknown, file: string): void {
  const key = new RegExp(`^[ \\t]*["']?${name.replace(/[^\w-]/g, '\\$&')}["']?[ \\t]*=[^\\r\\n]*`, 'm').exec(file);
  const range = key ? rangeAt(file, key.index + key[0].search(/\S/), key.index + key[0].trimEnd().length) : START;
  for (const one of Array.isArray(constraint) ? constraint : [constraint]) {
    const version = typeof one === 'string' ? one : table(one)['version'];
    const known = typeof version === 'string' && version !== '*';
    const specifier = known ? version.trim() : '';
    declared.add(name, known ? poetryBounds(version) : {}, specifier, `${name} ${specifier}`.trim(), range, !version);
  }
}

function table(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function rangeOf(text: string, needle: string): Range | undefined {
  const start = text.indexOf(needle);
  return start === -1 ? undefined : rangeAt(text, start, start + needle.length);
}

function rangeAt(text: string, start: number, end: number): Range {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
