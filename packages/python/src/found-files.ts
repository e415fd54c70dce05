import { UNKNOWN } from '@loadlight/facts/value';
import { either, mapEach, type Abstract } from './abstract.js';
import { elementOf } from './elements.js';
import { joinPath, literal, textOf } from './values.js';

/** Files that a folder is searched for: `glob.glob("data/*.pt")`, `os.walk("data")`; undefined for calls of other names. */
export function foundBy(name: string, first: Abstract): Abstract | undefined {
  switch (name) {
    case 'glob.glob':
    case 'glob.iglob':
      return anyOf(mapEach(first, matching));
    case 'os.walk':
      return anyOf({ kind: 'list', items: [either([first, joinPath(first, UNKNOWN)]), UNKNOWN, UNKNOWN] });
    case 'max':
    case 'min':
      return first.kind === 'list' ? elementOf(first) : undefined;
    default:
      return undefined;
  }
}

/** The same for methods of a path: `folder.glob("*.pt")`. */
export function foundIn(folder: Abstract, method: string, pattern: Abstract | undefined): Abstract | undefined {
  if (method === 'iterdir') return anyOf(joinPath(folder, UNKNOWN));
  if (method !== 'glob' && method !== 'rglob') return undefined;
  const written = pattern ? textOf(pattern) : undefined;
  const files = written === undefined ? UNKNOWN : wildcards(method === 'rglob' ? `**/${written}` : written, '');
  return anyOf(joinPath(folder, files));
}

function anyOf(item: Abstract): Abstract {
  return { kind: 'list', items: [item], loose: true };
}

/** The files that a pattern stands for. */
function matching(pattern: Abstract): Abstract {
  if (pattern.kind === 'text') {
    const prefix = /^[^*?[]*/.exec(pattern.prefix)?.[0] ?? '';
    return { ...pattern, prefix, suffix: /[^*?\]]*$/.exec(pattern.suffix)?.[0] ?? '' };
  }
  const written = textOf(pattern);
  return written === undefined ? UNKNOWN : wildcards(written, './');
}

/** A text with wildcards as one with known ends; `here` stands for the folder where it names none. */
function wildcards(pattern: string, here: string): Abstract {
  const [, prefix, suffix = ''] = /^([^*?[]*)[*?[].*?([^*?\]]*)$/s.exec(pattern) ?? [];
  return prefix === undefined ? literal(pattern) : { kind: 'text', prefix: prefix || here, suffix };
}
