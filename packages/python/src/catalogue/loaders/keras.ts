import type { Guard, Safety } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';

/**
 * Files can get past `safe_mode` in older versions (CVE-2025-1550, CVE-2025-8747, CVE-2025-9906, CVE-2025-12058), and HDF5 files
 * were not under it at first; hardened up to 3.12.3.
 */
const HARDENED: Safety = { package: 'keras', safeFrom: '3.12.3' };

const SAFE_MODE: Guard = { parameter: 'safe_mode', safe: true, default: HARDENED };

/** Under the names of Keras itself, of TensorFlow's and of the Keras 2 that lives on as a package. */
const ROOTS = ['tensorflow.keras', 'tf_keras', 'tensorflow.compat.v1.keras', 'tensorflow.compat.v2.keras'];

/** Keras, whose models hold the bytecode of Lambda layers. */
export const KERAS_LOADERS: readonly LoaderRow[] = [
  {
    name: 'keras.models.load_model',
    aliases: [
      ...['keras', ...ROOTS].map(root => `${root}.saving.load_model`),
      ...ROOTS.map(root => `${root}.models.load_model`),
      'keras.src.models.load_model',
      'keras.src.saving.load_model',
      'keras.src.saving.saving_api.load_model',
      'keras.saving.saving_api.load_model',
      'keras.saving.save.load_model',
      'keras.engine.saving.load_model',
      'keras.api.models.load_model',
      'tf_keras.src.saving.saving_api.load_model',
      'tensorflow.python.keras.models.load_model',
      'tensorflow.python.keras.saving.save.load_model'
    ],
    parameters: ['filepath', 'custom_objects', 'compile', 'safe_mode'],
    keywordOnly: ['options'],
    source: 'filepath',
    family: 'keras',
    guard: SAFE_MODE,
    documentation: 'https://keras.io/api/models/model_saving_apis/model_saving_and_loading/'
  },
  {
    name: 'keras.models.model_from_json',
    aliases: [
      ...ROOTS.map(root => `${root}.models.model_from_json`),
      'keras.src.models.model_from_json',
      'keras.src.models.model.model_from_json',
      'tensorflow.python.keras.models.model_from_json'
    ],
    parameters: ['json_string', 'custom_objects'],
    keywordOnly: [],
    source: 'json_string',
    family: 'keras',
    takesBytes: true,
    safety: HARDENED,
    documentation: 'https://keras.io/api/models/model_saving_apis/model_config_serialization/'
  },
  {
    name: 'keras.models.model_from_yaml',
    aliases: [...ROOTS.map(root => `${root}.models.model_from_yaml`), 'tensorflow.python.keras.models.model_from_yaml'],
    parameters: ['yaml_string', 'custom_objects'],
    keywordOnly: [],
    source: 'yaml_string',
    family: 'keras',
    takesBytes: true,
    // Removed in TensorFlow 2.6, where Keras became a package of its own again (CVE-2021-37678).
    safety: { package: 'tensorflow', safeFrom: '2.6' },
    documentation: 'https://www.tensorflow.org/api_docs/python/tf/keras/models/model_from_yaml'
  },
  {
    name: 'keras.saving.deserialize_keras_object',
    aliases: [
      ...ROOTS.map(root => `${root}.saving.deserialize_keras_object`),
      'keras.utils.deserialize_keras_object',
      ...ROOTS.map(root => `${root}.utils.deserialize_keras_object`),
      'keras.src.saving.deserialize_keras_object',
      'keras.src.saving.serialization_lib.deserialize_keras_object',
      'keras.saving.serialization_lib.deserialize_keras_object'
    ],
    parameters: ['config', 'custom_objects', 'safe_mode'],
    keywordOnly: [],
    source: 'config',
    family: 'keras',
    takesBytes: true,
    // The configuration of a layer at hand is the rule.
    guard: { parameter: 'safe_mode', safe: true, default: 'safe' },
    documentation: 'https://keras.io/api/models/model_saving_apis/serialization_utils/'
  }
];
