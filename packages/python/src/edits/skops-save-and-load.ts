import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import type { Change } from './change.js';
import { fileCall, sameFile } from './file-calls.js';
import type { FoundCall } from './find-call.js';
import { moduleName } from './imports.js';
import { renamedCall } from './rename-call.js';
import { renamedFile } from './rename-file.js';

/** What estimators that joblib wrote are usually called. */
const SUFFIX = /\.(?:joblib(?:\.(?:gz|z|xz|bz2|lzma|lz4))?|jl|jbl|pkl|pickle|sav|model)$/;

/**
 * Saves and loads estimators of scikit-learn with skops, all over the program, under a name that ends in `.skops`. Undefined where the
 * program imports no scikit-learn, where another place names the file too, or where an argument has no counterpart.
 */
export function saveAndLoadSkops(program: PythonProgram, call: FoundCall): Change[] | undefined {
  const load = fileCall(program, call, 'joblib.load');
  if (!load || !importsSklearn(program)) return undefined;
  const saves = sameFile(program, load, 'joblib.dump');
  const loads = sameFile(program, load, 'joblib.load');
  const all = [...saves, ...loads];
  const units = program.units();
  const [first] = all.map(one => one.call.unit).sort((a, b) => units.indexOf(a) - units.indexOf(b));
  const renamed = renamedFile(program, all, SUFFIX, '.skops');
  if (saves.length === 0 || !first || !renamed) return undefined;
  const skops = moduleName(program, 'skops.io', first, namesOf(first).module);
  const rewritten = [
    ...saves.map(one =>
      renamedCall(one, `${skops.name}.dump`, { value: 'obj', filename: 'file', compress: undefined })
    ),
    ...loads.map(one => renamedCall(one, `${skops.name}.load`, { filename: 'file' }))
  ];
  if (rewritten.some(changes => changes === undefined)) return undefined;
  return [...skops.changes, ...renamed, ...rewritten.flatMap(changes => changes ?? [])];
}

function importsSklearn(program: PythonProgram): boolean {
  return program.units().some(unit => {
    if (unit.command) return false;
    const { module, scopes } = namesOf(unit);
    const bindings = [module, ...scopes.values()].flatMap(scope => [...scope.bindings.values()].flat());
    return bindings.some(({ to }) => to.kind === 'import' && /^sklearn(?:\.|$)/.test(to.symbol));
  });
}
