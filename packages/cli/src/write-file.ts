import {
  accessSync,
  closeSync,
  constants,
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
export function replaceFile(path: string, before: Buffer, text: string): void {
  let temporary: string | undefined;
  try {
    const target = realpathSync(path);
    accessSync(target, constants.W_OK);
    if (!readFileSync(target).equals(before)) throw new RefusedError('it changed meanwhile; run loadlight fix again');
    const { mode } = statSync(target);
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const file = openSync(temporary, 'wx', mode);
    try {
      writeAll(file, Buffer.from(text, 'utf8'));
      fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw error instanceof RefusedError ? error : new RefusedError(reasonOf(error));
  }
}

function writeAll(file: number, bytes: Buffer): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}
