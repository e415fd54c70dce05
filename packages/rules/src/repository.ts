import type { HubRef } from '@loadlight/facts/fact';

/** `org/name` where it is known. */
export function repositoryOf(reference: HubRef): string | undefined {
  const { repository } = reference;
  return repository.kind === 'literal' && typeof repository.value === 'string' ? repository.value : undefined;
}

/** The repositories that it can be, where all of them are known by name; else none. */
export function repositoriesOf({ repository }: HubRef): readonly string[] {
  const names = repository.kind === 'any' ? repository.values : [repository];
  const known = names.flatMap(one => (one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : []));
  return known.length === names.length ? known : [];
}

/** `pinned`: a full commit hash. `moving`: a branch or tag, or nothing. `unknown`: decided at run time. */
export function pinOf(reference: HubRef): 'pinned' | 'moving' | 'none' | 'unknown' {
  const { revision } = reference;
  if (!revision) return reference.call.open && reference.pinnedBy !== 'name' ? 'unknown' : 'none';
  if (revision.kind !== 'literal') return 'unknown';
  if (revision.value === null) return 'none';
  return /^[0-9a-f]{40}$/i.test(String(revision.value)) ? 'pinned' : 'moving';
}

/** It is said here and not in the module that loads it, because this call decides one of these arguments. */
export function isToldHere({ through, told = [] }: HubRef, ...names: readonly string[]): boolean {
  return through === undefined || names.some(name => told.includes(name));
}

/** Data sets that `load_dataset` builds from the user's own files, with nothing from a hub. */
const OWN_FILES: ReadonlySet<string> = new Set([
  'csv',
  'json',
  'parquet',
  'arrow',
  'text',
  'xml',
  'pandas',
  'sql',
  'spark',
  'generator',
  'imagefolder',
  'audiofolder',
  'videofolder',
  'pdffolder',
  'webdataset',
  'hdf5',
  'lance'
]);

/** Names a repository of a hub for certain, or several: not a folder, not a builder of the library's own. */
export function isHubRepository(reference: HubRef): boolean {
  const names = repositoriesOf(reference);
  if (names.length === 0 || reference.origin.kind !== 'hub') return false;
  return !(reference.kind === 'dataset-ref' && names.some(name => OWN_FILES.has(name)));
}
