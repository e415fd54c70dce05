import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Part } from '@loadlight/facts/place';
import { partText } from '@loadlight/notebook/file-position';
import { NotebookError } from '@loadlight/notebook/notebook-error';
import type { Notebook } from '@loadlight/notebook/notebook';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { reasonOf, type FoundFile } from './find-files.js';

const MB = 1024 * 1024;
/** The largest file that is read by one of several threads. */
const LARGEST = 64 * MB;
/** The largest notebook that is read alone: it takes three times that in memory. */
export const LARGEST_ALONE = 256 * MB;

/** A file as it was read. */
export interface SourceFile {
  readonly path: string;
  readonly shown: string;
  readonly uri: string;
  readonly bytes: Buffer;
  /** Without the byte order mark. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  /** False where the file declares another encoding than UTF-8: it is read, but never written. */
  readonly utf8: boolean;
  /** Undefined for Python files. */
  readonly notebook: Notebook | undefined;
}

/** A file that is to be written. */
export interface TargetFile extends Omit<SourceFile, 'bytes'> {
  /** Undefined for one that is not there yet. */
  readonly bytes: Buffer | undefined;
}

/** The text that ranges in that part count in. */
export function textOfPart({ notebook, text }: TargetFile, part: Part): string {
  return notebook && part.kind !== 'file' ? (partText(notebook, part)?.text ?? '') : text;
}

/** A file that cannot be read; the message says why and what to do. */
export class UnreadableError extends Error {}

/** A file that is not there yet. */
export function newFile({ path, shown }: FoundFile): TargetFile {
  const uri = pathToFileURL(path).href;
  const nothing = { text: '', byteOrderMark: false, utf8: true, notebook: undefined };
  return { path, shown, uri, bytes: undefined, ...nothing };
}

/** Reads and decodes one file, of at most so many bytes. Throws UnreadableError. */
export function readSource(file: FoundFile, largest = LARGEST): SourceFile {
  return decodeSource(file, readBytes(file.path, largest));
}

/** What the file would be with these bytes. Throws UnreadableError. */
export function decodeSource(file: FoundFile, bytes: Buffer): SourceFile {
  const isNotebook = /\.ipynb$/i.test(file.path);
  const { text, utf8 } = decode(bytes, isNotebook ? undefined : declaredEncoding(bytes));
  const byteOrderMark = text.startsWith('\ufeff');
  const clean = byteOrderMark ? text.slice(1) : text;
  return {
    path: file.path,
    shown: file.shown,
    uri: pathToFileURL(file.path).href,
    bytes,
    text: clean,
    byteOrderMark,
    utf8,
    notebook: isNotebook ? notebookOf(clean) : undefined
  };
}

function readBytes(path: string, largest: number): Buffer {
  try {
    const { size } = statSync(path);
    if (size > largest) {
      throw new UnreadableError(`it is larger than ${largest / MB} MB; clear its outputs or split it`);
    }
    return readFileSync(path);
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError(reasonOf(error));
  }
}

function decode(bytes: Buffer, encoding: string | undefined): { text: string; utf8: boolean } {
  if (bytes.includes(0) && (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))) {
    throw new UnreadableError('it is UTF-16 text; save it as UTF-8');
  }
  const utf8 = encoding === undefined || /^utf-?8/i.test(encoding);
  try {
    return { text: new TextDecoder(utf8 ? 'utf-8' : encoding, { fatal: true, ignoreBOM: true }).decode(bytes), utf8 };
  } catch {
    throw new UnreadableError(`it is not ${utf8 ? 'UTF-8' : encoding} text; save it as UTF-8`);
  }
}

function startsWith(bytes: Buffer, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}

/** The encoding comment in one of the first two lines, as Python's language reference has it. */
function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 400).toString('latin1').split(/\r?\n/, 2);
  for (const line of head) {
    const found = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
    if (found?.[1] !== undefined) return webName(found[1]);
  }
  return undefined;
}

/** Python's name of an encoding as the web's standard, which TextDecoder follows, has it. */
function webName(name: string): string {
  const plain = name.toLowerCase().replaceAll('_', '-');
  if (plain === 'latin-1') return 'latin1';
  return plain.replace(/^cp(125\d)$/, 'windows-$1').replace(/^iso8859-/, 'iso-8859-');
}

function notebookOf(text: string): Notebook {
  try {
    return readNotebook(text);
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error;
    const { line, character } = error.position;
    const where = error.reason === 'empty' ? '' : ` (line ${line + 1}, column ${character + 1})`;
    throw new UnreadableError(`${error.message}${where}. ${error.remedy}`);
  }
}
