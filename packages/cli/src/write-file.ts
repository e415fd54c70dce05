import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from './find-files.js';

/** A file that is not written; the message says why. */
export class RefusedError extends Error {}

/** What a file is to hold. */
export interface Replacement {
  readonly path: string;
  /** What it holds now; undefined: there is none. */
  readonly before: Buffer | undefined;
  readonly text: string;
  /** Of a new file, instead of the usual one. */
  readonly mode?: number;
}

/**
 * Puts `text` (UTF-8) in the place of a file's content: all of it or nothing, with the mode that the file has. A link stays,
 * what it leads to is written. Throws RefusedError where the file no longer holds `before`, or cannot be written.
 */
export function replaceFile(path: string, before: Buffer, text: string, command = 'loadlight fix'): void {
  replaceFiles([{ path, before, text }], command);
}

/** The same for files that belong together: each is put in its place, in that order, once all are written beside theirs. */
export function replaceFiles(files: readonly Replacement[], command = 'loadlight fix'): void {
  const written: Written[] = [];
  try {
    for (const file of files) written.push(about(file, files, () => writeBeside(file, command)));
    for (const { temporary, target } of written) renameSync(temporary, target);
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw error instanceof RefusedError ? error : new RefusedError(refusalOf(error));
  }
}

function about<T>({ path }: Replacement, files: readonly Replacement[], write: () => T): T {
  try {
    return write();
  } catch (error) {
    const reason = error instanceof RefusedError ? error.message : refusalOf(error);
    throw new RefusedError(files.length > 1 ? `${basename(path)}: ${reason}` : reason);
  }
}

function writeBeside({ path, before, text, mode }: Replacement, command: string): Written {
  const changed = new RefusedError(`it changed meanwhile; run ${command} again`);
  if (before === undefined) {
    if (existsSync(path)) throw changed;
    return writeTemporary(path, text, mode);
  }
  const target = realpathSync(path);
  accessSync(target, constants.W_OK);
  if (!readFileSync(target).equals(before)) throw changed;
  return writeTemporary(target, text, statSync(target).mode);
}

/** Writes a new file, or another content of the one that is there: all of it or nothing. Throws RefusedError. */
export function writeWhole(path: string, text: string): void {
  asRefused(() => {
    if (existsSync(path)) putInPlace(realpathSync(path), text, statSync(path).mode);
    else putInPlace(path, text, undefined);
  });
}

/** A new content that is not yet in its place. */
interface Written {
  readonly temporary: string;
  readonly target: string;
}

function putInPlace(target: string, text: string, mode: number | undefined): void {
  const { temporary } = writeTemporary(target, text, mode);
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Without a mode, the file gets that of a new one. */
function writeTemporary(target: string, text: string, mode: number | undefined): Written {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'wx', mode ?? 0o666);
    try {
      writeAll(file, Buffer.from(text, 'utf8'));
      if (mode !== undefined) fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return { temporary, target };
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function asRefused(write: () => void): void {
  try {
    write();
  } catch (error) {
    throw error instanceof RefusedError ? error : new RefusedError(refusalOf(error));
  }
}

/** Why the system does not write, in words. */
function refusalOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'nothing may be written there';
  return code === 'ENOSPC' ? 'the disk is full' : reasonOf(error);
}

function writeAll(file: number, bytes: Buffer): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}
