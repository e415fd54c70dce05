import { UNKNOWN, type Value } from '@loadlight/facts/value';
import type { BoundArgument, BoundArguments } from '../bind-arguments.js';
import { copier, fetcher, writer } from '../catalogue/names.js';
import type { CopyRow, FetchRow, WriteRow } from '../catalogue/row.js';
import { COLAB_UPLOADS, GRADIO_CALLS, GRADIO_FILES } from '../catalogue/uploads.js';
import { WRITING_METHODS } from '../catalogue/transfers.js';
import { sourceOf, sourcesOf, type Source } from '../origin.js';
import type { CallSite } from '../scope.js';
import type { Syntax } from '../syntax.js';
import { siteOf, type Site, type Unit } from '../unit.js';
import { stemOf } from '@loadlight/shell/paths';
import { addressOf } from './address.js';
import { functionOf, type FileEvent, type FilePoint } from './file-event.js';
import { stopsAtOther } from './checksum-guard.js';
import { fileIn, filePath, filePaths, type FilePath } from './file-path.js';
import type { SeenFetch } from './seen-fetch.js';

/** A download that a call makes, with the call's arguments. */
export interface CalledFetch extends SeenFetch {
  readonly bound: BoundArguments;
}

/** What one call does to files. */
export interface CallFlow {
  readonly events: readonly FileEvent[];
  readonly fetch: CalledFetch | undefined;
  /** An archive that is unpacked without a filter, where one can be given. */
  readonly unpacked?: { readonly sources: readonly Source[]; readonly bound: BoundArguments };
}

const NOTHING: CallFlow = { events: [], fetch: undefined };
const WRITTEN: Source = { origin: { kind: 'written-here' }, subject: undefined };
const OPENERS = new Set(['open', 'io.open', 'codecs.open', 'aiofiles.open']);
const HASHES = /^hashlib\.\w+(\(\)\.update)?$/;
const writingMethods = new Map(WRITING_METHODS.map(row => [row.name, row]));

/** A function of the program: where it stands, and its parameters in order. */
export interface Definition {
  readonly site: Site;
  readonly parameters: readonly string[];
}

/** What a call of that qualified name does to files; undefined where it is not known to do anything. */
export function flowOfCall(
  name: string,
  receiver: Value | undefined,
  unit: Unit,
  call: CallSite,
  bind: (parameters: readonly string[]) => BoundArguments,
  definition: (argument: BoundArgument) => Definition | undefined,
  resolve: (node: Syntax) => Value
): CallFlow | undefined {
  const reader = new FlowReader(unit, call, receiver, bind);
  const fetch = fetcher(name);
  if (fetch) return reader.fetches(fetch, name);
  const write = writer(name);
  if (write) return reader.writes(write);
  const copy = copier(name);
  if (copy) return reader.copies(copy);
  if (OPENERS.has(name)) return reader.opens();
  if (name === 'os.chdir') return reader.changesFolder();
  if (COLAB_UPLOADS.has(name)) return reader.takesUploads();
  if (GRADIO_CALLS.test(name)) return reader.givesUploads(definition);
  if (HASHES.test(name)) return reader.verifies(resolve);
  return undefined;
}

/** False promises that `flowOfCall` knows nothing of a function of that qualified name. */
export function hasFlow(name: string): boolean {
  return (
    Boolean(fetcher(name) ?? writer(name) ?? copier(name)) ||
    OPENERS.has(name) ||
    name === 'os.chdir' ||
    COLAB_UPLOADS.has(name) ||
    GRADIO_CALLS.test(name) ||
    HASHES.test(name)
  );
}

/** False promises that a method of that name does nothing to files, whatever it is called on. */
export function mayWrite(name: string): boolean {
  return name === 'open' || writingMethods.has(name);
}

/** What a method of that name does to files, whatever object it is called on. */
export function flowOfMethod(
  name: string,
  receiver: Value,
  unit: Unit,
  call: CallSite,
  bind: (parameters: readonly string[]) => BoundArguments
): CallFlow | undefined {
  const reader = new FlowReader(unit, call, receiver, bind);
  // `Path("m.pt").open("wb")`
  if (name === 'open') return reader.opens(receiver);
  const write = writingMethods.get(name);
  return write && reader.writes(write);
}

class FlowReader {
  private readonly point: FilePoint;

  constructor(
    private readonly unit: Unit,
    private readonly call: CallSite,
    private readonly receiver: Value | undefined,
    private readonly bind: (parameters: readonly string[]) => BoundArguments
  ) {
    this.point = { site: siteOf(unit, call.node), scope: functionOf(call.scope) };
  }

  fetches(row: FetchRow, tool: string): CallFlow {
    const bound = this.bind(row.parameters);
    const value = (name: string): Value | undefined => bound.byName.get(name)?.value;
    // What is read from another call's result was brought by that one.
    if (row.opensPaths && row.address.kind === 'url' && value(row.address.parameter)?.kind === 'result') return NOTHING;
    const source = addressOf(row, value, this.receiver, sourceOf);
    if (source.origin.kind !== 'http' && source.origin.kind !== 'hub') return NOTHING;
    const to = row.destination === undefined ? undefined : value(row.destination);
    const name = row.file === undefined ? undefined : value(row.file);
    const paths = (to ? filePaths(to) : []).map(path =>
      name?.kind === 'literal' ? fileIn(path, String(name.value)) : path
    );
    const known = paths.filter(({ path }) => !path.startsWith('‹'));
    const revision =
      row.address.kind === 'hub' && row.address.revision !== undefined ? value(row.address.revision) : undefined;
    const verify = row.verify === undefined ? undefined : value(row.verify);
    const events = this.holds(paths, row.folder === true, [source]);
    const fetch: CalledFetch = {
      tool,
      source,
      revision: revision?.kind === 'literal' && revision.value !== null ? String(revision.value) : undefined,
      destination: known.length === 1 ? known[0]?.path : undefined,
      checksum: (row.checksum ?? []).some(parameter => isGiven(value(parameter))),
      tls: !(verify?.kind === 'literal' && verify.value === false),
      bound
    };
    return { events, fetch };
  }

  writes(row: WriteRow): CallFlow {
    const bound = this.bind(row.parameters);
    const target = row.onReceiver ? this.receiver : bound.byName.get(row.destination)?.value;
    const paths = target ? filePaths(target) : [];
    const data = row.data === undefined ? this.receiver : bound.byName.get(row.data)?.value;
    // A text that is written says nothing of a file, and what has the method may be anything but what came from outside.
    const sources = data
      ? alternativesOf(data)
          .filter(isObject)
          .flatMap(one => sourcesOf(one))
      : [];
    const outside = sources.filter(row.data === undefined ? isFile : isKnown);
    return {
      events: this.holds(paths, row.data === undefined, outside.length > 0 ? outside : [WRITTEN]),
      fetch: undefined
    };
  }

  copies(row: CopyRow): CallFlow {
    const bound = this.bind(row.parameters);
    const from = row.from === undefined ? this.receiver : bound.byName.get(row.from)?.value;
    if (!from) return NOTHING;
    const sources = sourcesOf(from);
    const to = bound.byName.get(row.to)?.value;
    const paths = to ? filePaths(to) : row.unpacks ? [{ path: '', local: false }] : [];
    const events = paths.flatMap(path => {
      if (!row.unpacks || path.path !== '') return this.holds([path], true, sources);
      // Of the folder it started in, only what is called as the archive is counts as its contents.
      const stem = stemOf(sources[0]?.subject ?? '');
      return stem === undefined ? [] : this.holds([{ ...path, path: stem }], true, sources);
    });
    // A member that the program names stays where its name says.
    const member = bound.byName.get('member')?.value;
    const isNamed = member?.kind === 'text' || (member?.kind === 'literal' && !String(member.value).includes('..'));
    const unfiltered = row.filters && !isNamed && !bound.open && !bound.byName.has('filter');
    return { events, fetch: undefined, ...(unfiltered && { unpacked: { sources, bound } }) };
  }

  /** Whoever opens a file to write it makes it, until it shows what is written. */
  opens(path?: Value): CallFlow {
    const { byName } = this.bind(path ? ['mode'] : ['file', 'mode']);
    const mode = byName.get('mode')?.value;
    const file = path ?? byName.get('file')?.value;
    if (!file || mode?.kind !== 'literal' || !/^[^r]*[wx]/.test(String(mode.value))) return NOTHING;
    return { events: this.holds(filePaths(file), false, [WRITTEN]), fetch: undefined };
  }

  changesFolder(): CallFlow {
    const to = this.bind(['path']).byName.get('path')?.value ?? UNKNOWN;
    const path = filePath(to);
    const known = path && !path.path.startsWith('‹') ? path.path : undefined;
    return { events: [{ kind: 'folder', ...this.point, path: known }], fetch: undefined };
  }

  /** Gradio hands what visitors sent to the function, as the parameters that stand for file components. */
  givesUploads(definition: (argument: BoundArgument) => Definition | undefined): CallFlow | undefined {
    const { byName } = this.bind(['fn', 'inputs']);
    const fn = byName.get('fn');
    const inputs = byName.get('inputs')?.value;
    const called = fn && definition(fn);
    if (!called || !inputs) return undefined;
    const components = inputs.kind === 'list' ? inputs.items : [inputs];
    const events = components.flatMap((component, i): FileEvent[] => {
      const parameter = called.parameters[i];
      if (parameter === undefined || !isFileComponent(component)) return [];
      return [{ kind: 'upload', ...this.point, parameter, within: called.site, by: 'the Gradio app' }];
    });
    return { events, fetch: undefined };
  }

  /** Colab puts what is uploaded into the folder, under the name given or under its own. */
  takesUploads(): CallFlow {
    const by = 'files.upload';
    const to = this.bind(['filename']).byName.get('filename')?.value;
    if (!to) return { events: [{ kind: 'arrives', ...this.point, by }], fetch: undefined };
    const source: Source = { origin: { kind: 'upload', by }, subject: undefined };
    return { events: this.holds(filePaths(to), false, [source]), fetch: undefined };
  }

  verifies(resolve: (node: Syntax) => Value): CallFlow | undefined {
    const data = this.bind(['data']).byName.get('data')?.value;
    const paths = data ? alternativesOf(data).flatMap(one => hashedFiles(one)) : [];
    if (paths.length === 0) return undefined;
    const stops = stopsAtOther(this.unit, this.call.node, resolve) && { stops: this.call.branches };
    return { events: paths.map(path => ({ kind: 'verify', ...this.point, path, ...stops })), fetch: undefined };
  }

  /** One event for each path that it can be: of several none is certain. */
  private holds(paths: readonly FilePath[], folder: boolean, sources: readonly Source[]): FileEvent[] {
    const conditional = this.call.branches.length > 0 || paths.length > 1;
    return paths.map(({ path, local }) => ({
      kind: 'holds',
      ...this.point,
      path,
      local,
      folder,
      sources,
      conditional
    }));
  }
}

function alternativesOf(value: Value): readonly Value[] {
  return value.kind === 'any' ? value.values : [value];
}

/** It is no text and no number, which say nothing of a file. */
function isObject({ kind }: Value): boolean {
  return kind === 'result' || kind === 'symbol' || kind === 'parameter';
}

function isForeign({ origin }: Source): boolean {
  return origin.kind === 'http' || origin.kind === 'hub' || origin.kind === 'upload';
}

/** What came from outside and is a file still: a model of a hub is an object, and what that saves is made here. */
function isFile(source: Source): boolean {
  return isForeign(source) && source.origin.kind !== 'hub';
}

function isKnown(source: Source): boolean {
  return isForeign(source) || source.origin.kind === 'file';
}

/** `gr.File()`, or its short form `"file"`. */
function isFileComponent(value: Value): boolean {
  if (value.kind === 'literal') return value.value === 'file' || value.value === 'files';
  return value.kind === 'result' && GRADIO_FILES.has(value.of);
}

function isGiven(value: Value | undefined): boolean {
  return value !== undefined && !(value.kind === 'literal' && (value.value === null || value.value === false));
}

/** The files that what is hashed may be read from; the address where it is read from none. */
export function hashedFiles(data: Value): readonly string[] {
  // `Path(hf_hub_download(…)).read_bytes()` is of the file that was downloaded.
  const isRead = data.kind === 'result' && /\(\)\.read(?:_bytes)?$/.test(data.of);
  const paths = filePaths((isRead ? data.receiver : undefined) ?? data);
  return paths.length > 0 ? paths.map(({ path }) => path) : [urlOf(data) ?? []].flat();
}

function urlOf(value: Value): string | undefined {
  const { origin } = sourceOf(value);
  return origin.kind === 'http' && origin.url !== '' ? origin.url : undefined;
}
