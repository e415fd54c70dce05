import type { Range } from '@loadlight/facts/place';
import { parseCondaSpec } from './conda-spec.js';
import type { Declared, Include } from './declared.js';
import { DeclaredPackages, LONGEST_FILE, NOTHING_DECLARED } from './declared.js';
import { parseRequirement } from './requirement.js';

interface Item {
  readonly indent: number;
  readonly text: string;
  readonly range: Range;
}

/**
 * What an environment.yml of conda says: the items below `dependencies:`, and those below `pip:` among them. A list of
 * texts, two levels deep, is all that conda takes there, so that is all that is read of YAML: items with `- `, quotes and
 * comments; `dependencies: [a, b]` on one line too. Other keys are passed over, and nothing of it can be broken.
 */
export function readEnvironmentFile(text: string, uri: string): Declared {
  if (text.length > LONGEST_FILE) return NOTHING_DECLARED;
  const declared = new DeclaredPackages(uri);
  const includes: Include[] = [];
  let pipIndent: number | undefined;
  for (const item of dependencyItems(text)) {
    if (declared.isFull) break;
    if (pipIndent !== undefined && item.indent <= pipIndent) pipIndent = undefined;
    if (pipIndent !== undefined) addPip(declared, includes, item);
    else if (/^pip\s*:$/.test(item.text)) pipIndent = item.indent;
    else addConda(declared, item);
  }
  return { packages: declared.packages, includes };
}

function dependencyItems(text: string): Item[] {
  const items: Item[] = [];
  let inside = false;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((line, number) => {
      const bare = line.replace(/(^|\s)#.*$/, '').trimEnd();
      if (bare === '') return;
      const key = /^([\w-]+)\s*:\s*(.*)$/.exec(bare);
      if (key) {
        inside = key[1] === 'dependencies';
        const flow = inside ? /^\[(.*)\]$/.exec(key[2] ?? '')?.[1] : undefined;
        for (const one of flow === undefined ? [] : flow.split(/,(?![<>=!~])/))
          items.push(itemAt(one, 0, number, bare));
        return;
      }
      const [, indent, written] = inside ? (/^(\s*)-\s+(.*)$/.exec(bare) ?? []) : [];
      if (indent !== undefined && written !== undefined) items.push(itemAt(written, indent.length, number, bare));
    });
  return items;
}

function itemAt(written: string, indent: number, line: number, bare: string): Item {
  const text = written.trim().replace(/^(["'])(.*)\1$/, '$2');
  const start = { line, character: Math.max(0, bare.indexOf(text)) };
  return { indent, text, range: { start, end: { line, character: start.character + text.length } } };
}

function addConda(declared: DeclaredPackages, { text, range }: Item): void {
  const spec = parseCondaSpec(text);
  if (spec) declared.add(spec.name, spec.bounds, spec.specifier.replace(/^=+/, ''), text, range);
}

function addPip(declared: DeclaredPackages, includes: Include[], { text, range }: Item): void {
  const include = /^(-r|-c|--requirement|--constraint)[\s=]+(\S+)$/.exec(text);
  if (include) {
    includes.push({ kind: /^--?r/.test(include[1] ?? '') ? 'requirements' : 'constraints', path: include[2] ?? '' });
    return;
  }
  const requirement = parseRequirement(text);
  if (!requirement) return;
  const { name, bounds, specifier, fromUrl } = requirement;
  declared.add(name, bounds, specifier, text, range, fromUrl);
}
