import type { Load } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import { isOwnFile } from './origin-wording.js';

/**
 * How bad it is that this load can run code, by where the bytes come from and what the loader is: the two columns of the table of
 * severities, one step lower where a file of the kind rarely holds code, where the library itself may publish it, or where its checksum
 * is compared.
 */
export function severityOf(load: Load): Severity {
  const { origin, call, traits } = load;
  const { sometimes, published, checksum } = traits;
  const isUnknown = origin.kind === 'unknown' || origin.kind === 'argument';
  if (isPublished(load) && (isUnknown || origin.kind === 'file' || origin.kind === 'hub')) return 'information';
  if (isOwnFile(origin)) return sometimes ? 'information' : 'warning';
  const compared = checksum === undefined ? undefined : call.arguments.get(checksum)?.value;
  if (compared?.kind === 'literal' && compared.value === true) return 'warning';
  return isUnknown && (sometimes || published !== undefined) ? 'warning' : 'error';
}

/** It has a name under which the library itself publishes. */
export function isPublished({ origin, subject, traits: { published } }: Load): boolean {
  const isUnknown = origin.kind === 'unknown' || origin.kind === 'argument';
  return published !== undefined && new RegExp(published).test(lastPart(subject ?? '', isUnknown));
}

/** Of a path whose beginning is not known, the name at its end. */
function lastPart(path: string, isUnknown: boolean): string {
  return isUnknown ? path.slice(path.lastIndexOf('/') + 1) : path;
}
