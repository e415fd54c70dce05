import type { Load } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import { isOwnFile } from './origin-wording.js';

/**
 * How bad it is that this load can run code, by where the bytes come from and what the loader is: the two columns of the table of
 * severities, one step lower where a file of the kind rarely holds code, or its checksum is compared.
 */
export function severityOf({ origin, subject, call, traits }: Load): Severity {
  const { sometimes, published, checksum } = traits;
  if (isOwnFile(origin)) {
    const isPublished = published !== undefined && subject !== undefined && new RegExp(published).test(subject);
    return sometimes || (isPublished && origin.kind === 'file') ? 'information' : 'warning';
  }
  const compared = checksum === undefined ? undefined : call.arguments.get(checksum)?.value;
  if (compared?.kind === 'literal' && compared.value === true) return 'warning';
  return sometimes && (origin.kind === 'unknown' || origin.kind === 'argument') ? 'warning' : 'error';
}
