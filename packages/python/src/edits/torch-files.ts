import { bindArguments, type BoundArgument } from '../bind-arguments.js';
import { filePaths } from '../flow/file-path.js';
import { functionOf } from '../flow/file-event.js';
import type { PythonProgram } from '../program.js';
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
  const all = callsOf(program, callee).flatMap(call => torchFile(program, call, callee) ?? []);
  return all.filter(other => namesSameFile(one, other));
}

/** Where the path is known by names of a function, these only mean the same within it. */
function namesSameFile(one: TorchFile, other: TorchFile): boolean {
  const others = filePaths(other.file.value);
  const sameFunction = functionOf(one.call.where.scope) === functionOf(other.call.where.scope);
  return filePaths(one.file.value).some(({ path, local }) =>
    others.some(also => also.path === path && ((!local && !also.local) || sameFunction))
  );
}
