import type { Origin } from '@loadlight/facts/fact';
import type { Value } from '@loadlight/facts/value';
import { REQUEST_ATTRIBUTES, UPLOADS } from './catalogue/uploads.js';
import { fetcher, hub } from './catalogue/names.js';
import { CONTAINERS } from './catalogue/transfers.js';
import { addressOf } from './flow/address.js';
import { filePath, normalise, type FilePath } from './flow/file-path.js';

/** Where a value's bytes come from, with the path or address as the reader knows it. */
export interface Source {
  readonly origin: Origin;
  readonly subject: string | undefined;
  /** What the program does to this file decides, where it does anything. */
  readonly path?: FilePath;
}

const UNKNOWN_SOURCE: Source = { origin: { kind: 'unknown' }, subject: undefined };
const MAX_DEPTH = 8;
const ADDRESS = /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i;

/** Values that whoever starts the program chooses. */
const GIVEN_BY_CALLER: ReadonlyMap<string, string> = new Map([
  ['sys.argv[]', 'sys.argv'],
  ['os.environ[]', 'the environment'],
  ['os.environ.get', 'the environment'],
  ['os.getenv', 'the environment'],
  ['dotenv.dotenv_values', 'the environment'],
  ['dotenv.get_key', 'the environment'],
  ['decouple.config', 'the environment'],
  ['input', 'input()']
]);
const STANDARD_INPUT = /^sys\.stdin\b/;
const COMMAND_LINE = /^argparse\.ArgumentParser\(\)\.parse_(?:known_)?args\(\)/;

/** Files and folders that the program makes for itself: what is in them, it put there. */
const TEMPORARY = /^tempfile\.(?:mkdtemp|mkstemp|mktemp|TemporaryDirectory|NamedTemporaryFile|TemporaryFile)\b/;
/** The same, as pytest gives them to tests by these names. */
const TEMPORARY_FIXTURE = /^tmp(?:_path|dir)(?:_factory)?$/;
const OWN_TEMPORARY: Source = { origin: { kind: 'file', path: '…' }, subject: undefined };

const UPLOAD = new RegExp(
  `^(${UPLOADS.map(row => row.name.replace(/[.()]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!\\w)`
);
const UPLOADED_BY: ReadonlyMap<string, string> = new Map(UPLOADS.map(row => [row.name, row.by]));

/** The source of a loader's file argument. Of several values the least trusted counts. */
export function sourceOf(value: Value, depth = 0): Source {
  return sourcesOf(value, depth).reduce(lessTrusted);
}

/** The sources of each value that it can be; at least one. */
export function sourcesOf(value: Value, depth = 0): readonly Source[] {
  if (depth > MAX_DEPTH) return [UNKNOWN_SOURCE];
  if (value.kind === 'any') return value.values.flatMap(v => sourcesOf(v, depth + 1)).slice(0, 16);
  const source = sourceOfOne(value, depth);
  const path = source.origin.kind === 'http' || source.origin.kind === 'upload' ? undefined : filePath(value);
  return [path ? { ...source, path } : source];
}

function sourceOfOne(value: Value, depth: number): Source {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? ofText(value.value) : UNKNOWN_SOURCE;
    case 'text': {
      const url = `${value.prefix}…${value.suffix}`;
      if (ADDRESS.test(value.prefix)) return { origin: { kind: 'http', url }, subject: url };
      const slash = value.suffix.lastIndexOf('/');
      const name = slash < 0 ? '' : value.suffix.slice(slash + 1);
      const { origin } = value.base ? sourceOf(value.base, depth + 1) : startingWith(value.prefix, url);
      return { origin, subject: name ? `…/${name}` : undefined };
    }
    case 'parameter': {
      const [request = '', ...attributes] = value.name.split('.');
      if (TEMPORARY_FIXTURE.test(request)) return OWN_TEMPORARY;
      const sent = /^req(uest)?$/.test(request) && attributes.find(name => REQUEST_ATTRIBUTES.has(name));
      if (sent) return { origin: { kind: 'upload', by: `${request}.${sent}` }, subject: undefined };
      return { origin: { kind: 'argument', name: value.name }, subject: undefined };
    }
    case 'result':
    case 'symbol':
      return ofCall(value, depth);
    default:
      return UNKNOWN_SOURCE;
  }
}

/** A path whose beginning stands in the code is in a folder of the user's own, whatever is chosen below it. */
function startingWith(prefix: string, path: string): Source {
  return prefix === '' ? UNKNOWN_SOURCE : { origin: { kind: 'file', path }, subject: undefined };
}

function ofText(text: string): Source {
  if (ADDRESS.test(text)) return { origin: { kind: 'http', url: text }, subject: text };
  return { origin: { kind: 'file', path: normalise(text) }, subject: text };
}

/** Follows a chain of calls and attributes back to the call that brought the bytes. */
function ofCall(value: Value, depth: number): Source {
  let at: Value | undefined = value;
  for (let steps = 0; at && steps < 20; steps++) {
    if (at.kind !== 'result' && at.kind !== 'symbol') return sourceOf(at, depth + 1);
    const name = at.kind === 'result' ? at.of : at.name;
    const upload = UPLOAD.exec(name)?.[1];
    if (upload !== undefined)
      return { origin: { kind: 'upload', by: UPLOADED_BY.get(upload) ?? 'the request' }, subject: undefined };
    if (STANDARD_INPUT.test(name)) return { origin: { kind: 'argument', name: 'sys.stdin' }, subject: undefined };
    if (TEMPORARY.test(name)) return OWN_TEMPORARY;
    if (COMMAND_LINE.test(name)) return { origin: { kind: 'argument', name: 'the command line' }, subject: undefined };
    if (at.kind === 'result') {
      const given = GIVEN_BY_CALLER.get(name);
      if (given) return { origin: { kind: 'argument', name: given }, subject: undefined };
      const made = madeBy(at, depth, steps === 0);
      if (made) return made;
    }
    at = at.receiver;
  }
  return UNKNOWN_SOURCE;
}

/** `isItself`: it is asked for what the call gives back, and not for what a method of that does. */
function madeBy(result: Extract<Value, { kind: 'result' }>, depth: number, isItself: boolean): Source | undefined {
  const { of, argument, given, receiver } = result;
  const container = CONTAINERS.get(of);
  if (container) {
    const inner = container.map(name => given?.get(name)).find(v => v !== undefined) ?? argument;
    return inner && sourceOf(inner, depth + 1);
  }
  const fetch = fetcher(of);
  if (fetch) {
    const of = (name: string): Value | undefined =>
      given?.get(name) ?? given?.get(String(fetch.parameters.indexOf(name)));
    return addressOf(fetch, of, receiver, inner => sourceOf(inner, depth + 1));
  }
  const reference = hub(of);
  // What a model answers is not what its repository holds.
  if (reference && (isItself || reference.kind === 'dataset-ref')) {
    const repository = argument?.kind === 'literal' && typeof argument.value === 'string' ? argument.value : undefined;
    return { origin: { kind: 'hub', repository, pinned: false }, subject: repository };
  }
  return undefined;
}

const TRUST: readonly Origin['kind'][] = ['written-here', 'file', 'unknown', 'argument', 'hub', 'http', 'upload'];

/** Of two, the one whose bytes deserve less trust; the first where both are alike. */
export function lessTrusted<S extends { readonly origin: Origin }>(a: S, b: S): S {
  return TRUST.indexOf(b.origin.kind) > TRUST.indexOf(a.origin.kind) ? b : a;
}
