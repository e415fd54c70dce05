import type { Environment } from '@loadlight/facts/fact';
import type { LoaderTraits } from '@loadlight/facts/loader';
import type { Value } from '@loadlight/facts/value';
import type { Context } from './rule.js';

/** With this a bare `torch.load` unpickles whatever it is given, whichever version runs it (`torch/serialization.py`). */
export const NO_WEIGHTS_ONLY = 'TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD';

/** With this every `torch.load` reads tensors and plain data only, whatever its arguments say. */
export const WEIGHTS_ONLY = 'TORCH_FORCE_WEIGHTS_ONLY_LOAD';

/** Whether the program sets the variable so that it counts; its value may not be known. */
export function turnsWeightsOnlyOff({ name, value }: Environment): 'yes' | 'no' | 'unknown' {
  return name === NO_WEIGHTS_ONLY ? isSet(value) : 'no';
}

/** Whether PyTorch takes the value of one of these variables for true. */
export function isSet(value: Value): 'yes' | 'no' | 'unknown' {
  if (value.kind !== 'literal') return 'unknown';
  return ['1', 'y', 'yes', 'true'].includes(String(value.value).toLowerCase()) ? 'yes' : 'no';
}

/** The default of `torch.load` is off somewhere in the document. */
export function isWeightsOnlyOff(context: Context): boolean {
  return context.factsOf('environment').some(fact => turnsWeightsOnlyOff(fact) === 'yes');
}

/** The program sets what makes every `torch.load` read tensors and plain data only. */
export function isWeightsOnlyForced(context: Context): boolean {
  return context.factsOf('environment').some(({ name, value }) => name === WEIGHTS_ONLY && isSet(value) === 'yes');
}

/** The variable with which recent versions of the library run nothing of the file, where the program sets it so. */
export function refusingVariable({ refusedBy }: LoaderTraits, context: Context): string | undefined {
  if (!refusedBy) return undefined;
  const values = new RegExp(refusedBy.values, 'i');
  const isSetSo = context
    .factsOf('environment')
    .some(
      ({ name, value }) => name === refusedBy.variable && value.kind === 'literal' && values.test(String(value.value))
    );
  return isSetSo ? refusedBy.variable : undefined;
}
