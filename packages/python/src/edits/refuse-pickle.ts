import type { PythonProgram } from '../program.js';
import { setArgument } from './arguments.js';
import type { Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { mayBeNumbers, mayBeTensors } from './plain-data.js';
import type { KnownCallee } from './recipes.js';

/** `allow_pickle=True` becomes False; undefined where what is loaded is seen to be an object. */
export function refusePickle(
  program: PythonProgram,
  call: FoundCall,
  { parameters }: KnownCallee
): Change[] | undefined {
  return mayBeNumbers(program, call) ? setArgument(program, call, parameters, 'allow_pickle', 'False') : undefined;
}

/** Changes nothing; undefined, so that the whole fix is refused, where what is loaded is seen to be more than tensors and plain data. */
export function loadsTensors(program: PythonProgram, call: FoundCall): Change[] | undefined {
  return mayBeTensors(program, call) ? [] : undefined;
}
