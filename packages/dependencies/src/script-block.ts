import type { Part } from '@loadlight/facts/place';
import { versionWords } from '@loadlight/facts/version-wording';
import { DeclaredPackages, LONGEST_FILE, type Packages } from './declared.js';
import { PlacesInText } from './places-in-text.js';
import { PYTHON_3 } from './marker.js';
import { addRequirementText } from './pyproject-file.js';
import { parseSpecifier } from './specifier.js';
import { parseToml, texts } from './toml-table.js';

const BLOCK = /^# \/\/\/ script[ \t]*\r?\n((?:#(?: .*)?\r?\n)+?)# \/\/\/[ \t]*$/m;

/**
 * What the block of inline metadata (PEP 723) in a script, or in a notebook's cell, asks for. Undefined where there is
 * none. Evidence points at the requirement's text.
 */
export function readScriptBlock(text: string, uri: string, part: Part): Packages | undefined {
  if (!text.includes('# /// script')) return undefined;
  const comments = BLOCK.exec(text.length > LONGEST_FILE ? text.slice(0, LONGEST_FILE) : text)?.[1];
  if (comments === undefined) return undefined;
  const block = parseToml(comments.replace(/^# ?/gm, ''), LONGEST_FILE);
  const header = versionWords(part.kind === 'file' ? 'script-header' : 'notebook-header');
  const declared = new DeclaredPackages(uri, part, header);
  const places = new PlacesInText(text);
  const python = block['requires-python'];
  const known = typeof python === 'string' ? { python: parseSpecifier(python) } : PYTHON_3;
  for (const requirement of texts(block['dependencies']))
    addRequirementText(declared, requirement, places.ofQuoted(requirement), known);
  return declared.packages;
}
