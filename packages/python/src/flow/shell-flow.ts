import type { Value } from '@loadlight/facts/value';
import { stemOf } from '@loadlight/shell/paths';
import type { Download, Effect } from '@loadlight/shell/effect';
import type { Source } from '../origin.js';
import { isCommit } from './address.js';
import type { FileEvent, FilePoint } from './file-event.js';
import { normalise } from './file-path.js';
import type { SeenFetch } from './seen-fetch.js';

/** What shell commands do to files, as the program sees it. */
export interface ShellFlow {
  readonly events: readonly FileEvent[];
  readonly fetches: readonly { readonly fetch: SeenFetch; readonly point: FilePoint }[];
}

/** Effects of a script, each at the point of the program that `at` gives for it. */
export function flowOfShell(
  effects: readonly Effect[],
  at: (effect: Effect) => FilePoint,
  conditional: boolean
): ShellFlow {
  const events: FileEvent[] = [];
  const fetches: { fetch: SeenFetch; point: FilePoint }[] = [];
  const brought: Download[] = [];
  for (const effect of effects) {
    const point = at(effect);
    const holds = (path: string, folder: boolean, source: Source): void => {
      // A name that is not known at all is no name to find a file by.
      if (isUnknown(path)) return;
      const uncertain = conditional || effect.conditional;
      events.push({
        kind: 'holds',
        ...point,
        path: normalise(path),
        folder,
        local: false,
        sources: [source],
        conditional: uncertain
      });
    };
    switch (effect.kind) {
      case 'download': {
        const source = sourceOfDownload(effect.download);
        const { tool, revision, checksum, tls, runsCode } = effect.download;
        // Servers of models are given folders as well.
        if (source.origin.kind === 'file') break;
        if (effect.path !== undefined) holds(effect.path, effect.folder, source);
        const destination = effect.path === '…' ? undefined : effect.path;
        // What goes through a pipe was brought before it.
        const before = fetches.findIndex((_, i) => brought[i] === effect.download);
        const known = fetches[before];
        if (known)
          fetches[before] = {
            ...known,
            fetch: { ...known.fetch, destination: known.fetch.destination ?? destination }
          };
        else {
          brought.push(effect.download);
          fetches.push({ fetch: { tool, source, revision, destination, checksum, tls, runsCode }, point });
        }
        break;
      }
      case 'copy':
        holds(effect.to, true, fileSource(effect.from));
        break;
      case 'unpack': {
        // Of the folder it started in, only what is called as the archive is counts as its contents.
        const folder = effect.folder === '' ? stemOf(effect.archive) : effect.folder;
        if (folder !== undefined) holds(folder, true, fileSource(effect.archive));
        break;
      }
      case 'write':
        holds(effect.path, false, { origin: { kind: 'written-here' }, subject: undefined });
        break;
      case 'checkout':
        events.push({ kind: 'checkout', ...point, folder: normalise(effect.folder), revision: effect.revision });
        break;
      case 'verify':
        events.push({ kind: 'verify', ...point, path: effect.path === undefined ? undefined : normalise(effect.path) });
        break;
    }
  }
  return { events, fetches };
}

/** A value as the text of a shell line; undefined where nothing of it is known. */
export function shellText(value: Value): string | undefined {
  if (value.kind === 'literal') return value.value === null ? undefined : String(value.value);
  return value.kind === 'text' ? `${value.prefix}…${value.suffix}` : undefined;
}

function sourceOfDownload({ url, hub, revision }: Extract<Effect, { kind: 'download' }>['download']): Source {
  const known = url === '…' ? '' : url;
  if (hub === undefined) return { origin: { kind: 'http', url: known }, subject: known || undefined };
  if (isFolder(known)) return fileSource(known);
  return {
    origin: { kind: 'hub', repository: known || undefined, pinned: isCommit(revision) },
    subject: known || undefined
  };
}

/** A path, and no `org/name`. */
function isFolder(name: string): boolean {
  return /^[./~]|\/.*\//.test(name);
}

function isUnknown(path: string): boolean {
  return /(^|\/)…$/.test(path);
}

function fileSource(path: string): Source {
  if (isUnknown(path)) return { origin: { kind: 'unknown' }, subject: undefined };
  const normal = normalise(path);
  return { origin: { kind: 'file', path: normal }, subject: path, path: { path: normal, local: false } };
}
