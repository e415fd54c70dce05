import type { HubRef } from '@loadlight/facts/fact';
import { mayBe, UNKNOWN, type Value } from '@loadlight/facts/value';
import type { BoundArguments } from '../bind-arguments.js';
import type { HubRow } from '../catalogue/row.js';
import type { Source } from '../origin.js';
import { hubSources } from './sources.js';

/** What a call says of a repository, before it is known whether the program made a folder of that name. */
export type SeenReference = Pick<
  HubRef,
  'hub' | 'named' | 'repository' | 'revision' | 'pinnedBy' | 'trustRemoteCode' | 'trustsByDefault' | 'packed'
> & { readonly sources: readonly Source[] };

/** Undefined where the call loads nothing. */
export function seenReference(row: HubRow, bound: BoundArguments): SeenReference | undefined {
  const value = (name: string): Value | undefined => bound.byName.get(name)?.value;
  if (row.onlyWith !== undefined && !bound.open && !isPossible(value(row.onlyWith))) return undefined;
  const packed = (row.packed ?? []).filter(name => bound.byName.has(name));
  const found = (name: string): Value | undefined => value(name) ?? packedValue(name, packed, value);
  const parameter = [row.repository, ...(row.also ?? [])].find(name => bound.byName.has(name)) ?? row.repository;
  const written = writtenRepository(row, value(parameter) ?? UNKNOWN, value('source'));
  const revision = row.pinnedBy === 'name' ? written.revision : found('revision');
  return {
    hub: row.form === 'torch-hub' ? 'torch-hub' : 'hugging-face',
    named: bound.byName.has(parameter) && written.named,
    repository: written.repository,
    revision,
    pinnedBy: row.pinnedBy ?? 'revision',
    ...(row.remoteCode === 'by-default' && { trustsByDefault: true as const }),
    trustRemoteCode: row.remoteCode ? (found('trust_remote_code') ?? byDefault(row, bound.open)) : undefined,
    packed,
    sources: written.source ? [written.source] : hubSources(written.repository, revision)
  };
}

/** What a library passes on that trusts code where it is not told; it may be told by arguments that are not known. */
function byDefault({ remoteCode }: HubRow, open: boolean): Value | undefined {
  if (remoteCode !== 'by-default') return undefined;
  return open ? UNKNOWN : literal(true);
}

interface Written {
  readonly repository: Value;
  /** It says which; else the library chooses. */
  readonly named: boolean;
  readonly revision?: Value;
  readonly source?: Source;
}

const UNKNOWN_SOURCE: Source = { origin: { kind: 'unknown' }, subject: undefined };

/** The repository's own name, told apart from what stands around it. */
function writtenRepository(row: HubRow, repository: Value, from: Value | undefined): Written {
  const text = repository.kind === 'literal' && typeof repository.value === 'string' ? repository.value : undefined;
  switch (row.form) {
    case undefined:
      return { repository, named: true };
    case 'named':
      return { repository, named: text === undefined || text.includes('/') };
    case 'prefixed': {
      const [, name, revision] = /^hf[_-]hub:([^@]+)(?:@(.+))?$/.exec(text ?? '') ?? [];
      if (name !== undefined)
        return { repository: literal(name), named: true, ...(revision && { revision: literal(revision) }) };
      return { repository, named: false, source: UNKNOWN_SOURCE };
    }
    case 'torch-hub': {
      if (from && !mayBe(from, 'github') && from.kind === 'literal')
        return { repository, named: true, source: { origin: { kind: 'file', path: text ?? '' }, subject: text } };
      const [, name, ref] = /^([\w.-]+\/[\w.-]+)(?::(.+))?$/.exec(text ?? '') ?? [];
      if (name === undefined) return { repository: UNKNOWN, named: true, source: UNKNOWN_SOURCE };
      const source = from && from.kind !== 'literal' ? { source: UNKNOWN_SOURCE } : {};
      return { repository: literal(name), named: true, ...(ref && { revision: literal(ref) }), ...source };
    }
  }
}

/** An entry of one of those dictionaries; unknown where it may be among entries that are not known. */
function packedValue(
  name: string,
  packed: readonly string[],
  value: (name: string) => Value | undefined
): Value | undefined {
  let open = false;
  for (const each of packed) {
    const dictionary = value(each);
    if (dictionary?.kind === 'dict') {
      const entry = dictionary.entries.get(name);
      if (entry) return entry;
      open ||= dictionary.open;
    } else open ||= dictionary?.kind !== 'literal';
  }
  return open ? UNKNOWN : undefined;
}

function isPossible(value: Value | undefined): boolean {
  return value !== undefined && !(value.kind === 'literal' && !value.value);
}

function literal(value: string | boolean): Value {
  return { kind: 'literal', value };
}
