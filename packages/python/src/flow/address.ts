import type { Value } from '@loadlight/facts/value';
import type { FetchRow } from '../catalogue/row.js';
import type { Source } from '../origin.js';

/** So many files of a list are looked at. */
const MAX_FILES = 100;

const NOWHERE: Source = { origin: { kind: 'unknown' }, subject: undefined };

/**
 * What a download brings, by the values of its parameters and the object that it is a method of. `source` says where a
 * value comes from, for an address that is itself the result of a call.
 */
export function addressOf(
  row: FetchRow,
  given: (parameter: string) => Value | undefined,
  receiver: Value | undefined,
  source: (value: Value) => Source
): Source {
  const { address } = row;
  switch (address.kind) {
    case 'url': {
      const value = given(address.parameter);
      const all = value ? partsOf(value).map(source) : [];
      // Of several files, the one that says most of where they come from.
      const [inner] = all
        .filter(({ origin }) => origin.kind === 'http')
        .sort(plainFirst)
        .concat(all);
      if (!inner) return row.opensPaths ? NOWHERE : http('');
      if (inner.origin.kind === 'http') return inner;
      if (address.prefix !== undefined) return http(`${address.prefix}${inner.subject ?? '…'}`);
      // What opens addresses and paths alike is given a path.
      if (row.opensPaths) return inner;
      return http(inner.origin.kind === 'file' ? inner.origin.path : '');
    }
    case 'hub': {
      const repository = literal(given(address.repository));
      const revision = address.revision === undefined ? undefined : literal(given(address.revision));
      const pinned = isCommit(revision);
      return { origin: { kind: 'hub', repository, pinned }, subject: repository };
    }
    case 'bucket': {
      const named = [address.bucket, address.key].flatMap(name => (name === undefined ? [] : [shown(given(name))]));
      return http(`${address.scheme}://${[...received(receiver), ...named].join('/')}`);
    }
  }
}

/** A full commit hash: 40 hexadecimal digits. */
export function isCommit(revision: string | undefined): boolean {
  return revision !== undefined && /^[0-9a-f]{40}$/i.test(revision);
}

/** A file, or those of a list or a dictionary by their kind. */
function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items.slice(0, MAX_FILES).flatMap(partsOf);
  return value.kind === 'dict' ? [...value.entries.values()].slice(0, MAX_FILES).flatMap(partsOf) : [value];
}

function plainFirst(a: Source, b: Source): number {
  return Number(isPlain(b)) - Number(isPlain(a));
}

function isPlain({ origin }: Source): boolean {
  return origin.kind === 'http' && /^http:/i.test(origin.url);
}

function http(url: string): Source {
  return { origin: { kind: 'http', url }, subject: url === '' ? undefined : url };
}

function literal(value: Value | undefined): string | undefined {
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

function shown(value: Value | undefined): string {
  return literal(value) ?? (value?.kind === 'text' ? `${value.prefix}…${value.suffix}` : '…');
}

/** What the calls before were given, from the outermost on: a bucket's name, a blob's. The client's own arguments say no place. */
function received(receiver: Value | undefined): string[] {
  const names: string[] = [];
  let at = receiver;
  for (let steps = 0; at?.kind === 'result' && at.receiver && steps < 10; steps++) {
    if (at.argument) names.unshift(shown(at.argument));
    at = at.receiver;
  }
  return names;
}
