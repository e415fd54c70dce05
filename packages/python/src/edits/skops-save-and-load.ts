import { alternatives } from '../abstract.js';
import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import type { Change } from './change.js';
import { fileCall, sameFile, type FileCall } from './file-calls.js';
import type { FoundCall } from './find-call.js';
import { moduleName } from './imports.js';
import type { KnownCallee } from './recipes.js';
import { renamedCall } from './rename-call.js';
import { renamedFile } from './rename-file.js';

/** What estimators that joblib wrote are usually called. */
const SUFFIX = /\.(?:joblib(?:\.(?:gz|z|xz|bz2|lzma|lz4))?|jl|jbl|pkl|pickle|sav|model)$/;

/**
 * Saves and loads estimators of scikit-learn with skops, all over the program, under a name that ends in `.skops`. Undefined where the
 * program imports no scikit-learn, where another place names the file too, or where an argument has no counterpart.
 */
export function saveAndLoadSkops(
  program: PythonProgram,
  call: FoundCall,
  { callee }: KnownCallee
): Change[] | undefined {
  const [loader, saver] = callee === 'pickle.load' ? (['pickle.load', 'pickle.dump'] as const) : JOBLIB;
  const load = fileCall(program, call, loader);
  if (!load || !importsSklearn(program)) return undefined;
  const saves = sameFile(program, load, saver);
  const loads = sameFile(program, load, loader);
  // joblib is for estimators, and pickle for everything.
  if (loader === 'pickle.load' && !saves.every(one => savesEstimator(program, one))) return undefined;
  const all = [...saves, ...loads];
  const units = program.units();
  const [first] = all.map(one => one.call.unit).sort((a, b) => units.indexOf(a) - units.indexOf(b));
  const renamed = renamedFile(program, all, SUFFIX, '.skops');
  if (saves.length === 0 || !first || !renamed) return undefined;
  const skops = moduleName(program, 'skops.io', first, namesOf(first).module);
  const names: Readonly<Record<string, string | undefined>> =
    loader === 'pickle.load'
      ? { obj: 'obj', file: 'file', protocol: undefined }
      : { value: 'obj', filename: 'file', compress: undefined };
  const rewritten = [
    ...saves.map(one => renamedCall(one, `${skops.name}.dump`, names)),
    ...loads.map(one => renamedCall(one, `${skops.name}.load`, { filename: 'file', file: 'file' }))
  ];
  if (rewritten.some(changes => changes === undefined)) return undefined;
  return [...skops.changes, ...renamed, ...rewritten.flatMap(changes => changes ?? [])];
}

/** What is saved was made by scikit-learn, or is called as its estimators are. */
function savesEstimator(program: PythonProgram, { arguments: given }: FileCall): boolean {
  const object = given.get('obj');
  if (!object) return false;
  const { unit } = object.where;
  const written = unit.text.slice(object.node.start, object.node.end);
  const isMade = alternatives(object.abstract).some(
    one =>
      (one.kind === 'result' || one.kind === 'symbol') &&
      (one.kind === 'result' ? one.of : one.name).startsWith('sklearn.')
  );
  return isMade || (/^[\w.]+$/.test(written) && ESTIMATOR.test(written));
}

const ESTIMATOR =
  /(?:^|[_.])(?:clf|classifier|estimator|regressor|pipe|pipeline|scaler|encoder|vectorizer|forest|svm|knn)$/i;
const JOBLIB = ['joblib.load', 'joblib.dump'] as const;

function importsSklearn(program: PythonProgram): boolean {
  return program.units().some(unit => {
    if (unit.command) return false;
    const { module, scopes } = namesOf(unit);
    const bindings = [module, ...scopes.values()].flatMap(scope => [...scope.bindings.values()].flat());
    return bindings.some(({ to }) => to.kind === 'import' && /^sklearn(?:\.|$)/.test(to.symbol));
  });
}
