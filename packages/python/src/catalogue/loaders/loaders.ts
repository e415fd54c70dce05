import type { LoaderRow } from '../row.js';
import { CHECKPOINT_LOADERS } from './checkpoints.js';
import { FRAMEWORK_LOADERS } from './frameworks.js';
import { JOBLIB_LOADERS } from './joblib.js';
import { KERAS_LOADERS } from './keras.js';
import { MODEL_LIBRARY_LOADERS } from './model-libraries.js';
import { NUMPY_LOADERS } from './numpy.js';
import { PICKLE_LOADERS } from './pickle.js';
import { PROGRAM_LOADERS } from './programs.js';
import { HARMLESS_LOADERS } from './harmless.js';
import { STORED_OBJECT_LOADERS } from './stored-objects.js';
import { TEXT_AND_SPEECH_LOADERS } from './text-and-speech.js';
import { TORCH_LOADERS } from './torch.js';
import { YAML_LOADERS } from './yaml.js';

/** Loaders that can run code, and well-known ones that cannot. */
export const LOADERS: readonly LoaderRow[] = [
  ...TORCH_LOADERS,
  ...PICKLE_LOADERS,
  ...STORED_OBJECT_LOADERS,
  ...CHECKPOINT_LOADERS,
  ...MODEL_LIBRARY_LOADERS,
  ...TEXT_AND_SPEECH_LOADERS,
  ...FRAMEWORK_LOADERS,
  ...PROGRAM_LOADERS,
  ...JOBLIB_LOADERS,
  ...NUMPY_LOADERS,
  ...KERAS_LOADERS,
  ...YAML_LOADERS,
  ...HARMLESS_LOADERS
];
