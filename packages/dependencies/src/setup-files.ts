import type { Range } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import type { Declared } from './declared.js';
import { DeclaredPackages, LONGEST_FILE, NOTHING_DECLARED } from './declared.js';
import { PYTHON_3 } from './marker.js';
import { PlacesInText } from './places-in-text.js';
import { addRequirementText } from './pyproject-file.js';
import { parseSpecifier } from './specifier.js';

/** What a setup.cfg says: `install_requires` of `[options]`, and the lists of `[options.extras_require]`. */
export function readSetupCfg(text: string, uri: string): Declared {
  if (text.length > LONGEST_FILE) return NOTHING_DECLARED;
  const declared = new DeclaredPackages(uri);
  const lines = new TextLines(text);
  const python = /^python_requires\s*=\s*(.+)$/m.exec(text)?.[1];
  const known = python === undefined ? PYTHON_3 : { python: parseSpecifier(python) };
  let section = '';
  let key = '';
  for (let number = 0; number < lines.count && !declared.isFull; number++) {
    const line = lines.line(number).replace(/^\uFEFF/, '');
    if (/^\s*([#;]|$)/.test(line)) continue;
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    const [, name, first] = /^([^\s=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (header !== undefined) [section, key] = [header.trim(), ''];
    else if (/^\S/.test(line) && name !== undefined) key = name;
    const counts = section === 'options.extras_require' || (section === 'options' && key === 'install_requires');
    const value = /^\s/.test(line) ? line : (first ?? '');
    if (header !== undefined || !counts || key === '') continue;
    const written = value.replace(/\s#.*$/, '').trim();
    if (written !== '') addRequirementText(declared, written, rangeIn(lines, number, written), known);
  }
  return { packages: declared.packages, includes: [] };
}

function rangeIn(lines: TextLines, number: number, written: string): Range {
  const start = lines.lineStart(number) + Math.max(0, lines.line(number).indexOf(written));
  return lines.range(start, start + written.length);
}

const PIECE = /\s*(?:#[^\r\n]*|(["'])((?:(?!\1)[^\\\r\n])*)\1\s*(,|(?=\])|(?=#)|(?=[\r\n])))/y;

/**
 * What a setup.py says, where `install_requires` is given a list of plain texts right there. The file is never run, and a
 * list that is made in any other way says nothing.
 */
export function readSetupPy(text: string, uri: string): Declared {
  if (text.length > LONGEST_FILE) return NOTHING_DECLARED;
  const declared = new DeclaredPackages(uri);
  const given = /^[^#\r\n]*\binstall_requires\s*=\s*\[/m.exec(text);
  if (!given) return NOTHING_DECLARED;
  const requirements: string[] = [];
  PIECE.lastIndex = given.index + given[0].length;
  let end = PIECE.lastIndex;
  for (let piece = PIECE.exec(text); piece; piece = PIECE.exec(text)) {
    end = PIECE.lastIndex;
    if (piece[2] !== undefined) requirements.push(piece[2]);
  }
  if (!/^\s*\]\s*[,)]/.test(text.slice(end, end + 2000))) return NOTHING_DECLARED;
  const places = new PlacesInText(text);
  for (const requirement of requirements)
    addRequirementText(declared, requirement, places.ofQuoted(requirement), PYTHON_3);
  return { packages: declared.packages, includes: [] };
}
