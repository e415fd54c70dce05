import type { Range } from '@loadlight/facts/place';
import { addConstraintEntry } from './constraint-entry.js';
import type { Declared } from './declared.js';
import { DeclaredPackages, LONGEST_FILE } from './declared.js';
import type { Known } from './marker.js';
import { PYTHON_3 } from './marker.js';
import { PlacesInText } from './places-in-text.js';
import { poetryBounds } from './poetry-constraint.js';
import { parseRequirement } from './requirement.js';
import { parseSpecifier, specifierBounds } from './specifier.js';
import { parseToml, table, texts, type Table } from './toml-table.js';

/**
 * What a pyproject.toml says: `project.dependencies` and `optional-dependencies`, `dependency-groups`, the tables of
 * Poetry, PDM and uv, and the Python of `requires-python`. TOML that does not parse says nothing. Evidence points at the requirement's text.
 */
export function readPyproject(text: string, uri: string): Declared {
  const declared = new DeclaredPackages(uri);
  const file = parseToml(text, LONGEST_FILE);
  const places = new PlacesInText(text);
  const known = knownOf(file);
  for (const requirement of requirementTexts(file))
    addRequirementText(declared, requirement, places.ofQuoted(requirement), known);
  for (const [name, constraint] of poetryConstraints(file))
    addConstraintEntry(declared, name, constraint, places, known);
  const requires = table(file['project'])['requires-python'];
  if (typeof requires === 'string')
    declared.add(
      'python',
      specifierBounds(requires),
      requires,
      `requires-python = "${requires}"`,
      places.ofQuoted(requires)
    );
  return { packages: declared.packages, includes: [] };
}

/** Adds a requirement of PEP 508, if it is one that may be asked for. */
export function addRequirementText(declared: DeclaredPackages, text: string, range: Range, known: Known): void {
  const requirement = declared.isFull ? undefined : parseRequirement(text, known);
  if (!requirement) return;
  const { name, bounds, specifier, fromUrl } = requirement;
  declared.add(name, bounds, specifier, text, range, fromUrl);
}

function knownOf(file: Table): Known {
  const requires = table(file['project'])['requires-python'];
  if (typeof requires === 'string') return { python: parseSpecifier(requires) };
  const python = table(table(table(file['tool'])['poetry'])['dependencies'])['python'];
  if (typeof python !== 'string') return PYTHON_3;
  return { python: { ...poetryBounds(python), written: '', evidence: undefined } };
}

function requirementTexts(file: Table): string[] {
  const project = table(file['project']);
  const tool = table(file['tool']);
  const uv = table(tool['uv']);
  const groups = [project['optional-dependencies'], file['dependency-groups'], table(tool['pdm'])['dev-dependencies']];
  return [
    project['dependencies'],
    ...groups.flatMap(group => Object.values(table(group))),
    uv['dev-dependencies'],
    uv['constraint-dependencies'],
    uv['override-dependencies']
  ].flatMap(texts);
}

function poetryConstraints(file: Table): [string, unknown][] {
  const poetry = table(table(file['tool'])['poetry']);
  const groups = Object.values(table(poetry['group'])).map(group => table(group)['dependencies']);
  return [poetry['dependencies'], poetry['dev-dependencies'], ...groups]
    .flatMap(dependencies => Object.entries(table(dependencies)))
    .filter(([name]) => name !== 'python');
}
