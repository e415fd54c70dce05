import type { Value } from '@loadlight/facts/value';
import { joinPaths } from '@loadlight/shell/paths';
import { CONTAINERS } from '../catalogue/transfers.js';

/** What a value names on disk: a path, or a key for one that is not known as a text but can be recognised. */
export interface FilePath {
  readonly path: string;
  /** The key speaks of names of one function only. */
  readonly local: boolean;
}

const MAX_DEPTH = 6;
/** Keys stand in these, so that they are no path. */
const OPEN = '‹';

/** Where hosted notebooks start: an absolute path below it is a relative one. */
const HOME_FOLDERS = /^\/(?:content|kaggle\/working)\/(?=.)/;

/** One spelling for one path, so that what is saved is found when it is loaded. */
export function normalise(path: string): string {
  return joinPaths('', path.replace(/^file:\/\//i, '')).replace(HOME_FOLDERS, '');
}

/** The path seen from that folder; keys and absolute paths stay. */
export function seenFrom(folder: string, path: string): string {
  return path.startsWith(OPEN) || folder === '' ? path : normalise(joinPaths(folder, path));
}

/** The file of that name in a folder; in one that is known by a key as an expression has it that joins the two. */
export function fileIn(folder: FilePath, name: string): FilePath {
  const path = folder.path.startsWith(OPEN) ? `${OPEN}${folder.path}…/${name}` : seenFrom(folder.path, name);
  return { ...folder, path };
}

/** The files that the value can name or be opened from. */
export function filePaths(value: Value): readonly FilePath[] {
  const values = value.kind === 'any' ? value.values : [value];
  return values.flatMap(opened).flatMap(one => filePath(one) ?? []);
}

/** What is opened from one of several files may be any of them. */
function opened(value: Value): readonly Value[] {
  if (value.kind !== 'result' || !CONTAINERS.has(value.of) || value.argument?.kind !== 'any') return [value];
  return value.argument.values.map(argument => ({ ...value, argument }));
}

/** The file that the value names or is opened from; undefined where that cannot be told. */
export function filePath(value: Value, depth = 0): FilePath | undefined {
  if (depth > MAX_DEPTH) return undefined;
  switch (value.kind) {
    case 'literal':
      if (typeof value.value !== 'string' || value.value === '') return undefined;
      return /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(value.value)
        ? undefined
        : { path: normalise(value.value), local: false };
    case 'text': {
      if (/^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(value.prefix)) return undefined;
      const base = value.base && filePath(value.base, depth + 1);
      const local = base ? base.local : value.prefix === '';
      if (!base && value.prefix === '' && !/\w/.test(value.suffix)) return undefined;
      return { path: `${OPEN}${base?.path ?? ''}${value.prefix}…${value.suffix}`, local };
    }
    case 'parameter':
      return { path: `${OPEN}${value.name}`, local: true };
    case 'result': {
      const inner = value.argument ?? value.given?.get(CONTAINERS.get(value.of)?.[0] ?? '');
      if (CONTAINERS.has(value.of)) return inner && filePath(inner, depth + 1);
      // What is read from an open file or archive is the file's.
      if (isContainer(value.receiver)) return filePath(value.receiver, depth + 1);
      const receiver = value.receiver && filePath(value.receiver, depth + 1);
      const argument = inner && filePath(inner, depth + 1);
      if ((inner && !argument) || (value.receiver && !receiver)) return undefined;
      const local = (receiver?.local ?? false) || (argument?.local ?? false);
      return { path: `${OPEN}${value.of}(${receiver?.path ?? ''},${argument?.path ?? ''})`, local };
    }
    case 'symbol': {
      if (isContainer(value.receiver)) return filePath(value.receiver, depth + 1);
      const receiver = value.receiver && filePath(value.receiver, depth + 1);
      return receiver && { path: `${OPEN}${value.name}(${receiver.path})`, local: receiver.local };
    }
    default:
      return undefined;
  }
}

function isContainer(value: Value | undefined): value is Extract<Value, { kind: 'result' }> {
  return value?.kind === 'result' && (CONTAINERS.has(value.of) || isContainer(value.receiver));
}
