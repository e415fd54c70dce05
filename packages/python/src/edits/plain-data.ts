import type { PythonProgram } from '../program.js';
import type { FoundCall } from './find-call.js';
import { resultUse } from './result-use.js';

/** What dictionaries, lists, sets and texts can do. */
const OF_PLAIN_DATA = new Set(
  'items keys values get update copy pop popitem setdefault append extend insert remove sort reverse index count add discard union difference intersection decode encode split strip join lower upper startswith endswith format replace most_common'.split(
    ' '
  )
);

/** What objects of classes are usually called. */
const OBJECT_NAME =
  /model|learner|estimator|predictor|classif|clf|regress|tokeniz|vocab|process|pipeline|scaler|encoder|transform|policy|agent|(?:^|_|\.)env$|posterior|prior|func|callback|trainer|optimizer|module|network|(?:^|_|\.)net$|vector|embedding|array|(?:^|_)df$|frame|dataset|graph|object|(?:^|_|\.)obj$/i;

/** What is loaded may be plain data: nothing shows that it is an object of some class, or an array. */
export function mayBePlainData(program: PythonProgram, call: FoundCall): boolean {
  const { taken, names } = resultUse(program, call);
  return [...taken].every(name => OF_PLAIN_DATA.has(name)) && !names.some(name => OBJECT_NAME.test(name));
}

/** An array of numbers may be loaded: nothing shows that it is an object in an array (`.item()`, `[()]`). */
export function mayBeNumbers(program: PythonProgram, call: FoundCall): boolean {
  const { taken } = resultUse(program, call);
  return !taken.has('item') && !taken.has('[()]');
}
