import { bindArguments, type BoundArgument } from '../bind-arguments.js';
import { filePaths } from '../flow/file-path.js';
import { functionOf } from '../flow/file-event.js';
import type { PythonProgram } from '../program.js';
import type { Scope } from '../scope.js';
import { Trace } from '../where.js';
import { callsOf, type FoundCall } from './find-call.js';

/** A call of `torch.load` or `torch.save`, with its arguments by name. */
export interface TorchFile {
  readonly call: FoundCall;
  readonly arguments: ReadonlyMap<string, BoundArgument>;
  /** Arguments beside those listed may be passed. */
  readonly open: boolean;
  /** The file or file name that it is given. */
  readonly file: BoundArgument;
}

const PARAMETERS = {
  'torch.load': ['f', 'map_location', 'pickle_module'],
  'torch.save': ['obj', 'f', 'pickle_module', 'pickle_protocol', '_use_new_zipfile_serialization']
} as const;

/** The call's arguments; undefined where it names no file that can be told. */
export function torchFile(
  program: PythonProgram,
  call: FoundCall,
  callee: keyof typeof PARAMETERS
): TorchFile | undefined {
  const bound = bindArguments(call.layers, PARAMETERS[callee], program.resolver, new Trace());
  const file = bound.byName.get('f');
  return file && { call, arguments: bound.byName, open: bound.open, file };
}

/** The program's calls of `torch.load` or `torch.save` that name the same file as that one, or may do so. */
export function sameFile(program: PythonProgram, one: TorchFile, callee: keyof typeof PARAMETERS): TorchFile[] {
  const known = program.once(`files of ${callee}`, () => byPath(program, callee));
  const scope = functionOf(one.call.where.scope);
  const found = filePaths(one.file.value).flatMap(({ path, local }) =>
    (known.get(path) ?? []).filter(other => (!local && !other.local) || other.scope === scope)
  );
  return [...new Set(found.map(({ file }) => file))];
}

interface Named {
  readonly file: TorchFile;
  /** The path is known by names of a function, which only mean the same within it. */
  readonly local: boolean;
  readonly scope: Scope | undefined;
}

function byPath(program: PythonProgram, callee: keyof typeof PARAMETERS): ReadonlyMap<string, readonly Named[]> {
  const known = new Map<string, Named[]>();
  for (const call of callsOf(program, callee)) {
    const file = torchFile(program, call, callee);
    for (const { path, local } of file ? filePaths(file.file.value) : []) {
      const named = known.get(path) ?? [];
      if (file) named.push({ file, local, scope: functionOf(call.where.scope) });
      known.set(path, named);
    }
  }
  return known;
}
