import { addConstraintEntry } from './constraint-entry.js';
import type { Declared } from './declared.js';
import { DeclaredPackages, LONGEST_FILE, LONGEST_LOCK, NOTHING_DECLARED } from './declared.js';
import { PYTHON_3 } from './marker.js';
import { PlacesInText } from './places-in-text.js';
import { parseSpecifier } from './specifier.js';
import { parseToml, table, type Table } from './toml-table.js';

/** What a Pipfile says: the packages of all its categories. TOML that does not parse says nothing. */
export function readPipfile(text: string, uri: string): Declared {
  const declared = new DeclaredPackages(uri);
  const file = parseToml(text, LONGEST_FILE);
  const places = new PlacesInText(text);
  const python = table(file['requires'])['python_version'];
  const known = typeof python === 'string' ? { python: parseSpecifier(python) } : PYTHON_3;
  const categories = Object.entries(file).filter(([name]) => !NO_CATEGORIES.has(name));
  for (const [name, constraint] of categories.flatMap(([, category]) => Object.entries(table(category))))
    addConstraintEntry(declared, name, constraint, places, known);
  return { packages: declared.packages, includes: [] };
}

const NO_CATEGORIES = new Set(['source', 'requires', 'scripts', 'pipenv', '_meta']);

/** What a Pipfile.lock says: a version for each package of each category. JSON that does not parse says nothing. */
export function readPipfileLock(text: string, uri: string): Declared {
  if (text.length > LONGEST_LOCK) return NOTHING_DECLARED;
  const declared = new DeclaredPackages(uri);
  const lines = linesOfKeys(text);
  for (const [category, packages] of Object.entries(parseJson(text))) {
    if (NO_CATEGORIES.has(category)) continue;
    for (const [name, entry] of Object.entries(table(packages))) {
      const { version } = table(entry);
      if (declared.isFull || typeof version !== 'string') continue;
      const line = lines.get(name) ?? 0;
      const start = { line, character: 0 };
      declared.addExact(name, version.replace(/^={2,3}/, ''), { start, end: start });
    }
  }
  return { packages: declared.packages, includes: [] };
}

function parseJson(text: string): Table {
  try {
    return table(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return {};
  }
}

/** The first line, 0-based, on which each key opens an object. */
function linesOfKeys(text: string): Map<string, number> {
  const found = new Map<string, number>();
  text.split('\n').forEach((line, number) => {
    const key = /^\s*"([^"\\]+)":\s*\{/.exec(line)?.[1];
    if (key !== undefined && !found.has(key)) found.set(key, number);
  });
  return found;
}
