import { bindArguments, type BoundArgument } from '../bind-arguments.js';
import { filePaths } from '../flow/file-path.js';
import { functionOf } from '../flow/file-event.js';
import type { PythonProgram } from '../program.js';
import type { Scope } from '../scope.js';
import { Trace } from '../where.js';
import { callsOf, type FoundCall } from './find-call.js';

/** A call that loads or saves a file, with its arguments by name. */
export interface FileCall {
  readonly call: FoundCall;
  readonly arguments: ReadonlyMap<string, BoundArgument>;
  /** Arguments beside those listed may be passed. */
  readonly open: boolean;
  /** The file or file name that it is given. */
  readonly file: BoundArgument;
}

interface Row {
  readonly parameters: readonly string[];
  /** The parameter that names the file. */
  readonly file: string;
}

/** By qualified name; of a method, whatever the object is, with a dot before it. */
const ROWS = {
  'torch.load': { parameters: ['f', 'map_location', 'pickle_module'], file: 'f' },
  'torch.save': {
    parameters: ['obj', 'f', 'pickle_module', 'pickle_protocol', '_use_new_zipfile_serialization'],
    file: 'f'
  },
  'joblib.load': { parameters: ['filename', 'mmap_mode'], file: 'filename' },
  'joblib.dump': { parameters: ['value', 'filename', 'compress', 'protocol'], file: 'filename' },
  'pickle.load': { parameters: ['file'], file: 'file' },
  'pickle.dump': { parameters: ['obj', 'file', 'protocol'], file: 'file' },
  'pandas.read_pickle': { parameters: ['filepath_or_buffer', 'compression'], file: 'filepath_or_buffer' },
  '.to_pickle': { parameters: ['path', 'compression', 'protocol'], file: 'path' }
} as const satisfies Readonly<Record<string, Row>>;

/** The call's arguments; undefined where it names no file that can be told. */
export function fileCall(program: PythonProgram, call: FoundCall, callee: keyof typeof ROWS): FileCall | undefined {
  const row: Row = ROWS[callee];
  const bound = bindArguments(call.layers, row.parameters, program.resolver, new Trace());
  const file = bound.byName.get(row.file);
  return file && { call, arguments: bound.byName, open: bound.open, file };
}

/** The program's calls of that function that name the same file as that one, or may do so. */
export function sameFile(program: PythonProgram, one: FileCall, callee: keyof typeof ROWS): FileCall[] {
  const known = program.once(`files of ${callee}`, () => byPath(program, callee));
  const scope = functionOf(one.call.where.scope);
  const found = filePaths(one.file.value).flatMap(({ path, local }) =>
    (known.get(path) ?? []).filter(other => (!local && !other.local) || other.scope === scope)
  );
  return [...new Set(found.map(({ file }) => file))];
}

interface Named {
  readonly file: FileCall;
  /** The path is known by names of a function, which only mean the same within it. */
  readonly local: boolean;
  readonly scope: Scope | undefined;
}

function byPath(program: PythonProgram, callee: keyof typeof ROWS): ReadonlyMap<string, readonly Named[]> {
  const known = new Map<string, Named[]>();
  for (const call of callsOf(program, callee)) {
    const name = `file of ${callee} at ${String(call.node.start)}`;
    for (const { path, ...named } of program.onceOf(call.unit, name, () => namedBy(program, call, callee)))
      known.set(path, [...(known.get(path) ?? []), named]);
  }
  return known;
}

function namedBy(
  program: PythonProgram,
  call: FoundCall,
  callee: keyof typeof ROWS
): (Named & { readonly path: string })[] {
  const file = fileCall(program, call, callee);
  const scope = functionOf(call.where.scope);
  return file ? filePaths(file.file.value).map(({ path, local }) => ({ path, file, local, scope })) : [];
}
