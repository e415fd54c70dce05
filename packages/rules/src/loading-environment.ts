import type { Environment } from '@loadlight/facts/fact';
import type { Context } from './rule.js';

/** With this a bare `torch.load` unpickles whatever it is given, whichever version runs it (`torch/serialization.py`). */
export const NO_WEIGHTS_ONLY = 'TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD';

/** Whether the program sets the variable so that it counts; its value may not be known. */
export function turnsWeightsOnlyOff({ name, value }: Environment): 'yes' | 'no' | 'unknown' {
  if (name !== NO_WEIGHTS_ONLY) return 'no';
  if (value.kind !== 'literal') return 'unknown';
  return ['1', 'y', 'yes', 'true'].includes(String(value.value).toLowerCase()) ? 'yes' : 'no';
}

/** The default of `torch.load` is off somewhere in the document. */
export function isWeightsOnlyOff(context: Context): boolean {
  return context.factsOf('environment').some(fact => turnsWeightsOnlyOff(fact) === 'yes');
}
