import { alternatives } from '../abstract.js';
import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import { child } from '../syntax.js';
import { Trace } from '../where.js';
import type { Change } from './change.js';
import { fileCall, sameFile, type FileCall } from './file-calls.js';
import type { FoundCall } from './find-call.js';
import { moduleName } from './imports.js';
import { renamedCall } from './rename-call.js';
import { renamedFile } from './rename-file.js';

/** What frames that pandas pickled are usually called. */
const SUFFIX = /\.(?:pkl|pickle|pck|p)$/;

/** What makes a frame, and no Series. */
const FRAMES = /^pandas\.(?:DataFrame|read_(?!pickle)\w+|concat|merge|json_normalize)$/;

/** Names that frames have. */
const FRAME_NAME = /^(?:df|frame|data_?frame)\d*$|_(?:df|frame)\d*$|^df_/i;

/**
 * Saves and loads frames of pandas as Parquet, all over the program, under a name that ends in `.parquet`. Undefined where it is not seen
 * that they are frames, where another place names the file too, or where an argument has no counterpart.
 */
export function saveAndLoadParquet(program: PythonProgram, call: FoundCall): Change[] | undefined {
  const load = fileCall(program, call, 'pandas.read_pickle');
  if (!load) return undefined;
  const saves = sameFile(program, load, '.to_pickle');
  const loads = sameFile(program, load, 'pandas.read_pickle');
  const all = [...saves, ...loads];
  const units = program.units();
  const [first] = loads.map(one => one.call.unit).sort((a, b) => units.indexOf(a) - units.indexOf(b));
  const renamed = renamedFile(program, all, SUFFIX, '.parquet');
  if (saves.length === 0 || !first || !renamed || !saves.every(one => isFrame(program, one))) return undefined;
  const pandas = moduleName(program, 'pandas', first, namesOf(first).module);
  const rewritten = [
    ...saves.map(one => renamedCall(one, `${objectOf(one)}.to_parquet`, { path: 'path' })),
    ...loads.map(one => renamedCall(one, `${pandas.name}.read_parquet`, { filepath_or_buffer: 'path' }))
  ];
  if (rewritten.some(changes => changes === undefined)) return undefined;
  return [...pandas.changes, ...renamed, ...rewritten.flatMap(changes => changes ?? [])];
}

function objectOf({ call }: FileCall): string {
  const object = child(call.callee, 'object');
  return object ? call.unit.text.slice(object.start, object.end) : '';
}

function isFrame(program: PythonProgram, save: FileCall): boolean {
  const object = child(save.call.callee, 'object');
  if (!object) return false;
  const made = alternatives(program.resolver.resolve(object, save.call.where, new Trace()));
  if (made.every(one => one.kind === 'result' && FRAMES.test(one.of))) return true;
  return (
    made.every(one => one.kind !== 'result' || !one.of.startsWith('pandas.Series')) && FRAME_NAME.test(objectOf(save))
  );
}
