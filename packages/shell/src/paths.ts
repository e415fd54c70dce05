import { UNKNOWN_TEXT } from './effect.js';

const ARCHIVE = /\.(zip|tar|tgz|tbz2?|txz|tar\.(gz|bz2|xz|zst)|7z|rar|gz|bz2|xz)$/i;

/** `b` seen from the folder `a`; an absolute `b` stands alone. `.` and `..` are worked out as far as names are known. */
export function joinPaths(a: string, b: string): string {
  const whole = /^([/~]|[A-Za-z]:|[a-z][a-z0-9+.-]*:\/\/)/.test(b) || a === '' ? b : `${a}/${b}`;
  const root = whole.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of whole.replace(/\\/g, '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return root + parts.join('/');
}

/** The last name of a path or address without its query; undefined where it has none. */
export function lastName(address: string): string | undefined {
  const path = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const name = path.replace(/\/+$/, '').split('/').at(-1);
  return name === undefined || name === '' || name === UNKNOWN_TEXT ? undefined : name;
}

/** An archive's name without its ending: what its own folder is mostly called. */
export function stemOf(archive: string): string | undefined {
  return lastName(archive)?.replace(ARCHIVE, '');
}
