import { UNKNOWN } from '@loadlight/facts/value';
import { either, type Abstract } from './abstract.js';
import { foundIn } from './found-files.js';
import { baseName, concatenate, folderOf, joinPath, literal, splitExtension, textOf } from './values.js';

/** Attributes of paths that are values, not methods. */
export function pathAttribute(value: Abstract, name: string): Abstract | undefined {
  switch (name) {
    case 'parent':
      return folderOf(value);
    case 'name':
      return baseName(value);
    case 'stem':
      return part(baseName(value), 0);
    case 'suffix':
      return part(baseName(value), 1);
    default:
      return undefined;
  }
}

/** Methods of texts and paths that give them back, as far as what they name is concerned. */
const SAME = new Set([
  'resolve',
  'absolute',
  'expanduser',
  'as_posix',
  'as_uri',
  'encode',
  'decode',
  'joinpath',
  '__str__',
  '__fspath__'
]);

/** What `path.read_bytes()` gives. */
export function readFrom(path: Abstract): Abstract {
  return { kind: 'result', of: 'open().read', receiver: { kind: 'result', of: 'open', argument: path } };
}

/** What `value.name(given…)` gives, for a text or path that is known at least in part. */
export function callTextMethod(value: Abstract, name: string, given: readonly Abstract[]): Abstract {
  if (name === 'joinpath') return given.reduce(joinPath, value);
  if (SAME.has(name)) return value;
  const [first, second] = given;
  const found = foundIn(value, name, first);
  if (found) return found;
  switch (name) {
    case 'open':
      return { kind: 'result', of: 'open', argument: value };
    case 'read_bytes':
    case 'read_text':
      return readFrom(value);
    case 'with_suffix':
      return first ? replaceName(value, file => joinTexts(splitExtension(file)[0], first)) : UNKNOWN;
    case 'with_name':
      return first ? joinPath(folderOf(value), first) : UNKNOWN;
    case 'with_stem':
      return first ? joinPath(folderOf(value), concatenate(first, part(baseName(value), 1))) : UNKNOWN;
    case 'join':
      return first?.kind === 'list' && !first.loose ? joined(value, first.items) : UNKNOWN;
  }
  const text = textOf(value);
  const from = textOf(first);
  if (text === undefined) return UNKNOWN;
  switch (name) {
    case 'replace': {
      const to = textOf(second);
      return from && to !== undefined ? literal(text.replaceAll(from, () => to)) : UNKNOWN;
    }
    case 'strip':
      return given.length === 0 ? literal(text.trim()) : UNKNOWN;
    case 'lstrip':
      return given.length === 0 ? literal(text.trimStart()) : UNKNOWN;
    case 'rstrip':
      if (given.length === 0) return literal(text.trimEnd());
      return from?.length === 1 ? literal(withoutEnd(text, from)) : UNKNOWN;
    case 'lower':
      return literal(text.toLowerCase());
    case 'upper':
      return literal(text.toUpperCase());
    case 'removesuffix':
      return from !== undefined
        ? literal(text.endsWith(from) ? text.slice(0, text.length - from.length) : text)
        : UNKNOWN;
    case 'removeprefix':
      return from !== undefined ? literal(text.startsWith(from) ? text.slice(from.length) : text) : UNKNOWN;
    case 'split':
      return from ? { kind: 'list', items: text.split(from).map(literal) } : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** `os.path.splitext` and the like, as a list of their parts. */
export function callPathFunction(name: string, value: Abstract): Abstract | undefined {
  switch (name) {
    case 'os.path.dirname': {
      const path = textOf(value);
      return path !== undefined && !path.includes('/') ? literal('') : folderOf(value);
    }
    case 'os.path.basename':
      return baseName(value);
    case 'os.path.split':
      return { kind: 'list', items: [folderOf(value), baseName(value)] };
    case 'os.path.splitext': {
      if (value.kind === 'any') return either(value.values.map(one => callPathFunction(name, one) ?? UNKNOWN));
      const path = textOf(value);
      return path === undefined ? UNKNOWN : { kind: 'list', items: splitExtension(path).map(literal) };
    }
    default:
      return undefined;
  }
}

function part(name: Abstract, index: 0 | 1): Abstract {
  const text = textOf(name);
  return text === undefined ? UNKNOWN : literal(splitExtension(text)[index]);
}

/** The path with another name in the same folder. */
function replaceName(path: Abstract, change: (file: string) => Abstract): Abstract {
  if (path.kind === 'text') {
    const made = textOf(change(path.suffix));
    return made === undefined ? UNKNOWN : { kind: 'text', prefix: path.prefix, suffix: made };
  }
  const text = textOf(path);
  return text === undefined ? UNKNOWN : change(text);
}

function joinTexts(a: string | Abstract, b: string | Abstract): Abstract {
  const [one, other] = [a, b].map(side => (typeof side === 'string' ? side : textOf(side)));
  return one !== undefined && other !== undefined ? literal(one + other) : UNKNOWN;
}

function joined(separator: Abstract, items: readonly Abstract[]): Abstract {
  const between = textOf(separator);
  const texts = items.map(textOf);
  return between !== undefined && texts.every(t => t !== undefined) ? literal(texts.join(between)) : UNKNOWN;
}

function withoutEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end--;
  return text.slice(0, end);
}
