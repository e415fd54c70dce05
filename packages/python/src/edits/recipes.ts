import type { NewValue } from '@loadlight/facts/fix';
import type { PythonProgram } from '../program.js';
import { useAllowListUnpickler } from './allow-list-unpickler.js';
import { needsNoCode, usesAnswer } from './asked-for.js';
import type { Change } from './change.js';
import { checkChecksum } from './check-checksum.js';
import type { FoundCall } from './find-call.js';
import { saveAndLoadParquet } from './parquet-save-and-load.js';
import { loadsTensors, refusePickle, takesArgument } from './refuse-pickle.js';
import { trustSavedClasses } from './safe-globals.js';
import { saveAndLoadStateDict, saveStateDict } from './save-state-dict.js';
import { convertToSafetensors } from './safetensors-convert.js';
import { saveAndLoadSafetensors } from './safetensors-save-and-load.js';
import { useSafeYamlLoad } from './safe-yaml-load.js';
import { setEnvironment } from './set-environment.js';
import { saveAndLoadSkops } from './skops-save-and-load.js';

/** What the catalogue says of the function that is called: its qualified name and its parameters in order. */
export interface KnownCallee {
  readonly callee: string;
  readonly parameters: readonly string[];
}

/**
 * Rewrites a call, and what has to change with it. Undefined where the call is not one that the recipe can rewrite: then
 * the whole fix is refused.
 */
export type Recipe = (
  program: PythonProgram,
  call: FoundCall,
  known: KnownCallee,
  options: Readonly<Record<string, string>>,
  value: NewValue | undefined
) => Change[] | undefined;

/** The recipes by the name that rules give in a `rewriteCall`. */
export const RECIPES: ReadonlyMap<string, Recipe> = new Map([
  ['allow-list-unpickler', useAllowListUnpickler],
  ['check-checksum', checkChecksum],
  ['loads-tensors', loadsTensors],
  ['needs-no-code', needsNoCode],
  ['parquet-save-and-load', saveAndLoadParquet],
  ['refuse-pickle', refusePickle],
  ['safe-globals', trustSavedClasses],
  ['safe-yaml-load', useSafeYamlLoad],
  ['safetensors-convert', convertToSafetensors],
  ['safetensors-save-and-load', saveAndLoadSafetensors],
  ['save-state-dict', saveStateDict],
  ['save-state-dict-and-load', saveAndLoadStateDict],
  ['set-environment', setEnvironment],
  ['skops-save-and-load', saveAndLoadSkops],
  ['takes-argument', takesArgument],
  ['uses-answer', usesAnswer]
]);
