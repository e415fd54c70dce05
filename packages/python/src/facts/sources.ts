import type { Evidence, Origin } from '@loadlight/facts/fact';
import type { Value } from '@loadlight/facts/value';
import type { LoaderRow } from '../catalogue/row.js';
import { isCommit } from '../flow/address.js';
import type { FilePoint } from '../flow/file-event.js';
import { normalise } from '../flow/file-path.js';
import { flowEvidence } from '../flow/flow-evidence.js';
import { lessTrusted, sourceOf, sourcesOf, type Source } from '../origin.js';
import type { Arm } from '../scope.js';
import type { Publishing } from './draft.js';

/** `pickle.loads(pickle.dumps(x))`, whoever's `dumps` it is: the bytes never leave the program. */
export function isCopyInMemory(source: Value): boolean {
  return source.kind === 'result' && /(?:^|[._])dumps(?:_\w+)?$|^jsonpickle\.encode$/.test(source.of);
}

const WRITTEN_OUT: Source = { origin: { kind: 'written-here' }, subject: undefined };

/** `pickle.loads(b"…")`: the literal is the data, not the path of a file. */
function isWrittenOut(row: LoaderRow, source: Value): boolean {
  return row.takesBytes === true && source.kind === 'literal';
}

/** Where what a loader is given comes from. */
export function loadedSources(row: LoaderRow, source: Value, revision: Value | undefined): readonly Source[] {
  if (isWrittenOut(row, source) || isCopyInMemory(source)) return [WRITTEN_OUT];
  if (source.kind === 'list' && source.items.length > 0)
    return source.items.flatMap(one => loadedSources(row, one, revision));
  const name = row.fromHub && source.kind === 'literal' ? String(source.value) : '';
  if (!/^[\w-][\w.-]*\/[\w.-]+$/.test(name)) return sourcesOf(source);
  return hubSources(source, revision).map(one => ({ ...one, subject: name }));
}

/** A path that the program writes or downloads itself has that origin, whatever its name; of several the least trusted. */
export function settle(
  sources: readonly Source[],
  point: FilePoint,
  publishing: Publishing
): { origin: Origin; evidence: Evidence[] } {
  return sources
    .map(source => {
      const settled = publishing.file(source, point);
      if (!settled) return { origin: source.origin, evidence: [] };
      return { origin: settled.origin, evidence: flowEvidence(source, settled, publishing) };
    })
    .reduce(lessTrusted);
}

/** Each is a file, or bytes of an address, whose checksum is compared just before that point. */
export function areChecked(
  sources: readonly Source[],
  point: FilePoint,
  arms: readonly Arm[],
  publishing: Publishing
): boolean {
  return sources.every(({ path, origin }) => {
    const file = path?.path ?? (origin.kind === 'http' && origin.url !== '' ? origin.url : undefined);
    return file !== undefined && publishing.checked(file, point, arms) !== undefined;
  });
}

/** The path of the one file that it is, where the program names it whole. */
export function wholePath([source, ...others]: readonly Source[]): string | undefined {
  const path = source?.path?.path;
  return path === undefined || path.startsWith('‹') || others.length > 0 ? undefined : path;
}

/** Where what the hub has under each of the names that it can be comes from. */
export function hubSources(repository: Value, revision: Value | undefined): readonly Source[] {
  const names = repository.kind === 'any' ? repository.values : [repository];
  return names.map(name => hubSource(name, revision));
}

/** The origin that all of them share, as the first has it; unknown where they differ. */
export function settleAlike(sources: readonly Source[], point: FilePoint, publishing: Publishing): Origin {
  const [first, ...others] = sources.map(source => publishing.file(source, point)?.origin ?? source.origin);
  return first && others.every(({ kind }) => kind === first.kind) ? first : { kind: 'unknown' };
}

/** No repository is called so. */
const FILE = /\.(?:gguf|safetensors|bin|pth?|ckpt|onnx|pkl|h5|json|yaml)$/i;

/** What is no name of a repository is a path. */
function hubSource(repository: Value, revision: Value | undefined): Source {
  const subject = undefined;
  if (repository.kind !== 'literal' || typeof repository.value !== 'string') {
    const source = sourceOf(repository);
    return source.origin.kind === 'file' ? { ...source, origin: { kind: 'unknown' } } : source;
  }
  const text = repository.value;
  const path = { path: normalise(text), local: false };
  if (repository.path || !/^[\w.-]+(\/[\w.-]+)?$/.test(text) || text.startsWith('.') || FILE.test(text))
    return { origin: { kind: 'file', path: path.path }, subject, path };
  const pinned = revision?.kind === 'literal' && isCommit(String(revision.value));
  return { origin: { kind: 'hub', repository: text, pinned }, subject, path };
}

/** Whoever it comes from is not the user. */
export function isForeign({ kind }: Origin): boolean {
  return kind === 'http' || kind === 'hub' || kind === 'upload';
}
