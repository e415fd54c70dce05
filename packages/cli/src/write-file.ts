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

/**
 * Puts `text` (UTF-8) in the place of a file's content: all of it or nothing, with the mode that the file has. A link stays,
 * what it leads to is written. Throws RefusedError where the file no longer holds `before`, or cannot be written.
 */
export function replaceFile(path: string, before: Buffer, text: string, command = 'loadlight fix'): void {
  asRefused(() => {
    const target = realpathSync(path);
    accessSync(target, constants.W_OK);
    if (!readFileSync(target).equals(before)) throw new RefusedError(`it changed meanwhile; run ${command} again`);
    putInPlace(target, text, statSync(target).mode);
  });
}

/** Writes a new file, or another content of the one that is there: all of it or nothing. Throws RefusedError. */
export function writeWhole(path: string, text: string): void {
  asRefused(() => {
    if (existsSync(path)) putInPlace(realpathSync(path), text, statSync(path).mode);
    else putInPlace(path, text, undefined);
  });
}

/** Without a mode, the file gets that of a new one. */
function putInPlace(target: string, text: string, mode: number | undefined): void {
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
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function asRefused(write: () => void): void {
  try {
    write();
  } catch (error) {
    throw error instanceof RefusedError ? error : new RefusedError(reasonOf(error));
  }
}

function writeAll(file: number, bytes: Buffer): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}
