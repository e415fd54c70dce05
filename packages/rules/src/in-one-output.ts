import { partKey, type Part } from '@loadlight/facts/place';

/** A name for the part that is the same for all types in which one output is shown. */
export function inOneOutput(part: Part): string {
  return partKey(part.kind === 'output' ? { ...part, mime: '' } : part);
}
