import type { Range } from '@loadlight/facts/place';
import type { Declared, Include } from './declared.js';
import { DeclaredPackages, LONGEST_FILE } from './declared.js';
import type { LogicalLine } from './logical-lines.js';
import { logicalLines } from './logical-lines.js';
import { isAddress, parseAddress, parseRequirement } from './requirement.js';

const INCLUDE = /^(-r|--requirement|-c|--constraint)(?:\s+|=|(?<=^-[rc]))(.+)$/;
/** Options of pip that stand behind a requirement. */
const OPTIONS = /\s--(?:hash|global-option|config-settings?|install-option)[=\s].*$/;

/**
 * What a requirements file of pip says: versions by package, and the files that it includes (`-r`, `-c`), which the
 * caller reads. Options and local paths are passed over. Evidence points at the requirement's own lines.
 */
export function readRequirements(text: string, uri: string): Declared {
  const declared = new DeclaredPackages(uri);
  const includes: Include[] = [];
  if (text.length > LONGEST_FILE) return { packages: declared.packages, includes };
  for (const line of logicalLines(text)) {
    if (declared.isFull) break;
    const include = readInclude(line.text);
    if (include) includes.push(include);
    else addRequirement(declared, line);
  }
  return { packages: declared.packages, includes };
}

function readInclude(text: string): Include | undefined {
  const match = INCLUDE.exec(text);
  if (!match) return undefined;
  const path = (match[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
  return { kind: /^-(r|-requirement)/.test(match[1] ?? '') ? 'requirements' : 'constraints', path };
}

function addRequirement(declared: DeclaredPackages, line: LogicalLine): void {
  const range: Range = {
    start: { line: line.startLine, character: line.startCharacter },
    end: { line: line.endLine, character: line.endCharacter }
  };
  const bare = line.text
    .replace(/^(?:-e|--editable)(?:\s+|=)/, '')
    .replace(OPTIONS, '')
    .trimEnd();
  const requirement = isAddress(bare)
    ? parseAddress(bare.replace(/\s;.*$/, ''))
    : bare.startsWith('-')
      ? undefined
      : parseRequirement(bare);
  if (!requirement) return;
  const { name, bounds, specifier, fromUrl } = requirement;
  declared.add(name, bounds, specifier, bare, range, fromUrl);
}
