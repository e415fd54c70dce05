import type { ChecksumPort } from '@loadlight/engine/ports';

/** The browser's own function wants all bytes at once, so no more than this is held; in bytes. */
const MOST = 256 * 1024 ** 2;

/** Checksums by the browser's own function; undefined where it has none: pages that came over http. */
export const WORKER_CHECKSUMS: ChecksumPort | undefined =
  'subtle' in crypto
    ? {
        most: MOST,
        sha256: async (chunks, size) => {
          const all = new Uint8Array(size);
          let filled = 0;
          for await (const bytes of chunks) {
            all.set(bytes, filled);
            filled += bytes.length;
          }
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
          return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
        }
      }
    : undefined;
