import type { Origin } from '@loadlight/facts/fact';
import type { Value } from '@loadlight/facts/value';
import { fetcher, hub } from './catalogue/names.js';

/** Where a value's bytes come from, with the path or address as the reader knows it. */
export interface Source {
  readonly origin: Origin;
  readonly subject: string | undefined;
}

const UNKNOWN_SOURCE: Source = { origin: { kind: 'unknown' }, subject: undefined };

/** Values that whoever starts the program chooses. */
const GIVEN_BY_CALLER: ReadonlyMap<string, string> = new Map([
  ['sys.argv[]', 'sys.argv'],
  ['os.environ[]', 'the environment'],
  ['os.environ.get', 'the environment'],
  ['os.getenv', 'the environment'],
  ['input', 'input()']
]);

/** The source of a loader's file argument. Of several values the least trusted counts. */
export function sourceOf(value: Value, depth = 0): Source {
  if (depth > 6) return UNKNOWN_SOURCE;
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? ofText(value.value) : UNKNOWN_SOURCE;
    case 'text': {
      if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value.prefix))
        return { origin: { kind: 'http', url: `${value.prefix}…` }, subject: `${value.prefix}…` };
      const slash = value.suffix.lastIndexOf('/');
      const name = slash < 0 ? '' : value.suffix.slice(slash + 1);
      return { origin: { kind: 'unknown' }, subject: name ? `…/${name}` : undefined };
    }
    case 'parameter':
      return { origin: { kind: 'argument', name: value.name }, subject: undefined };
    case 'any':
      return value.values.map(v => sourceOf(v, depth + 1)).reduce(lessTrusted);
    case 'result':
    case 'symbol':
      return ofCall(value.kind === 'result' ? value.of : value.name, value.argument, depth);
    default:
      return UNKNOWN_SOURCE;
  }
}

function ofText(text: string): Source {
  if (/^file:\/\//i.test(text))
    return { origin: { kind: 'file', path: text.replace(/^file:\/\//i, '') }, subject: text };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { origin: { kind: 'http', url: text }, subject: text };
  return { origin: { kind: 'file', path: normalise(text) }, subject: text };
}

function ofCall(name: string, argument: Value | undefined, depth: number): Source {
  const given = GIVEN_BY_CALLER.get(name);
  if (given) return { origin: { kind: 'argument', name: given }, subject: undefined };
  const parsed = /^argparse\.ArgumentParser\(\)\.parse_(?:known_)?args\(\)/.test(name);
  if (parsed) return { origin: { kind: 'argument', name: 'the command line' }, subject: undefined };
  const root = name.replace(/\(\)\..*$/, '');
  const inner = argument ? sourceOf(argument, depth + 1) : UNKNOWN_SOURCE;
  if (root === 'open' || root === 'pathlib.Path') return inner;
  const fetch = fetcher(root);
  if (fetch && argument) {
    const url = inner.subject ?? '';
    return { origin: { kind: 'http', url }, subject: inner.subject };
  }
  if (hub(root)) {
    const repository = argument?.kind === 'literal' && typeof argument.value === 'string' ? argument.value : undefined;
    return { origin: { kind: 'hub', repository, pinned: false }, subject: repository };
  }
  return UNKNOWN_SOURCE;
}

const TRUST: readonly Origin['kind'][] = ['written-here', 'file', 'unknown', 'argument', 'hub', 'http'];

function lessTrusted(a: Source, b: Source): Source {
  return TRUST.indexOf(b.origin.kind) > TRUST.indexOf(a.origin.kind) ? b : a;
}

/** One spelling for one path, so that what is saved is found when it is loaded. */
export function normalise(path: string): string {
  return path
    .replace(/\\/g, '/')
    .replace(/\/+/g, '/')
    .replace(/^(\.\/)+/, '');
}
