import { partKey, type Part } from '@loadlight/facts/place';

/** A name for the part that is the same for all types in which one output is shown, and for the metadata of all cells. */
export function inOneOutput(part: Part): string {
  if (part.kind === 'metadata') return 'metadata';
  return partKey(part.kind === 'output' ? { ...part, mime: '' } : part);
}
