import { UNKNOWN } from '@loadlight/facts/value';
import { either, mapEach, type Abstract, type Given } from './abstract.js';
import { bindArguments } from './bind-arguments.js';
import { canonicalName, isFollowed } from './catalogue/names.js';
import { TEMPORARY_FILES } from './catalogue/transfers.js';
import { inheritedBy } from './classes.js';
import { dictionaryFrom } from './dictionaries.js';
import { elementOf } from './elements.js';
import { foundBy } from './found-files.js';
import { imported } from './modules/imported.js';
import type { Resolver } from './resolver.js';
import { callPathFunction } from './text-methods.js';
import { asPath, joinPath, EMPTY, literal, textOf } from './values.js';
import type { Trace, Where } from './where.js';

/** Calls that give back what they got, as far as its origin and content are concerned. */
const TRANSPARENT = new Set([
  'str',
  'bytes',
  'list',
  'tuple',
  'set',
  'sorted',
  'reversed',
  'io.BytesIO',
  'io.BufferedReader',
  'gzip.open',
  'bz2.open',
  'lzma.open',
  'os.fspath',
  'os.path.abspath',
  'os.path.expanduser',
  'os.path.expandvars',
  'os.path.normpath',
  'os.path.realpath',
  'copy.copy',
  'copy.deepcopy',
  'staticmethod',
  'tqdm.tqdm',
  'tqdm.auto.tqdm',
  'tqdm.notebook.tqdm'
]);

const JOINS = new Set([
  'os.path.join',
  'posixpath.join',
  'pathlib.Path',
  'pathlib.PurePath',
  'pathlib.PosixPath',
  'pathlib.PurePosixPath'
]);

/** Folders that a program stands in, as paths relative to them are written. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['pathlib.Path.home', '~'],
  ['pathlib.Path.cwd', '.'],
  ['os.getcwd', '.']
]);

/** Names that need no import. */
export const BUILTINS = new Set([
  'open',
  'input',
  'getattr',
  'setattr',
  'eval',
  'exec',
  'compile',
  'dict',
  'enumerate',
  'zip',
  'next',
  '__import__',
  'get_ipython',
  'str',
  'bytes',
  'list',
  'tuple',
  'set',
  'sorted',
  'reversed',
  'iter',
  'max',
  'min',
  'staticmethod',
  'super'
]);

const TEMPORARY = new Set(TEMPORARY_FILES);

const POSITIONS = ['0', '1', '2', '3', '4', '5', '6', '7'];

/** What a library's function of that qualified name gives back. */
export function callSymbol(
  symbol: Extract<Abstract, { kind: 'symbol' }>,
  layers: readonly Given[],
  resolver: Resolver,
  trace: Trace
): Abstract {
  const { name } = symbol;
  const { byName, open, rest } = bindArguments(layers, POSITIONS, resolver, trace);
  const given = POSITIONS.flatMap(position => byName.get(position) ?? []);
  const first = given[0]?.abstract;
  const isNew = TEMPORARY.has(name) || (name === 'io.BytesIO' && given.length === 0 && !open);
  if (isNew && layers[0]) return newFile(name, layers[0]);
  if (TRANSPARENT.has(name)) return first ?? (name === 'list' ? { kind: 'list', items: [] } : UNKNOWN);
  if (JOINS.has(name)) {
    const parts = [...given.map(g => g.abstract), ...rest].reduce(joinPath, EMPTY);
    if (open) return joinPath(parts, UNKNOWN);
    return name.startsWith('pathlib.') ? asPath(parts) : parts;
  }
  const folder = FOLDERS.get(name);
  if (folder !== undefined) return literal(folder);
  const ofPath = first && callPathFunction(name, first);
  if (ofPath) return ofPath;
  const found = first && foundBy(name, first);
  if (found) return found;
  const result: Abstract = {
    kind: 'result',
    of: name,
    ...(first && { argument: first }),
    ...(isFollowed(name) && { given: new Map([...byName].map(([key, { abstract }]) => [key, abstract])) }),
    ...(symbol.receiver && { receiver: symbol.receiver })
  };
  switch (name) {
    case 'super': {
      const where = layers[0]?.where;
      return where && !first ? inheritedBy(where, resolver, trace) : UNKNOWN;
    }
    case 'dict':
      return dictionaryFrom(layers, resolver, trace);
    case 'next':
      return first && first.kind !== 'result' && first.kind !== 'symbol' ? elementOf(first) : result;
    case 'enumerate':
      if (first?.kind === 'result' || first?.kind === 'symbol') return result;
      return {
        kind: 'list',
        items: [{ kind: 'list', items: [UNKNOWN, first ? elementOf(first) : UNKNOWN] }],
        loose: true
      };
    case 'zip':
      return { kind: 'list', items: [{ kind: 'list', items: given.map(g => elementOf(g.abstract)) }], loose: true };
    case 'getattr': {
      const key = given[1]?.abstract;
      return first && key ? mapEach(key, one => attributeNamed(first, textOf(one), resolver, trace)) : UNKNOWN;
    }
    case 'importlib.import_module':
    case '__import__':
      return first
        ? mapEach(first, one => moduleNamed(textOf(one), name === '__import__', layers[0]?.where, resolver, trace))
        : UNKNOWN;
    case 'functools.partial': {
      const callee = layers[0];
      return first && callee && layers.length === 1
        ? mapEach(first, of => ({ kind: 'partial', of, given: [{ ...callee, skip: 1 }] }))
        : UNKNOWN;
    }
    case 'os.getenv':
    case 'os.environ.get': {
      const otherwise = given[1]?.abstract ?? byName.get('default')?.abstract;
      return otherwise ? either([otherwise, result]) : result;
    }
    default:
      return result;
  }
}

/** A buffer in memory or a temporary file is a file of its own, told from others by where it is made. */
function newFile(of: string, { call, where }: Given): Abstract {
  const made = `‹${where.unit.text.length}.${call.start} ${where.unit.text.slice(0, 40)}›`;
  return { kind: 'result', of, argument: { kind: 'result', of: made } };
}

function attributeNamed(of: Abstract, name: string | undefined, resolver: Resolver, trace: Trace): Abstract {
  return name === undefined ? UNKNOWN : resolver.attributeOf(of, name, trace);
}

/** `__import__("a.b")` gives `a`. */
function moduleNamed(
  name: string | undefined,
  top: boolean,
  where: Where | undefined,
  resolver: Resolver,
  trace: Trace
): Abstract {
  if (name === undefined || !/^\w[\w.]*$/.test(name)) return UNKNOWN;
  const module = top ? (name.split('.')[0] ?? name) : name;
  const own = where && imported(module, where, resolver, trace);
  return own ?? { kind: 'symbol', name: canonicalName(module) };
}
