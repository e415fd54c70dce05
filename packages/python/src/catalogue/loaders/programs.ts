import type { LoaderTraits } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';
import { programRow } from './library-row.js';

const TORCH = 'https://docs.pytorch.org/docs/stable/';
const TENSORFLOW_HUB = 'https://www.tensorflow.org/hub/api_docs/python/hub';
const SPEECHBRAIN = 'https://speechbrain.readthedocs.io/en/latest/API/speechbrain.inference.interfaces.html';
/** Models of TensorFlow's own publishers, each version at an address of its own. */
const PUBLISHED: Partial<LoaderTraits> = {
  published: '^https://(?:tfhub\\.dev|(?:www\\.)?kaggle\\.com/models)/(?:google|tensorflow|deepmind)/'
};
const UNCONFINED: Partial<LoaderTraits> = { unconfined: true };

const FROM_SPEECHBRAIN: Partial<LoaderRow> = { ...UNCONFINED, fromHub: true, published: '^speechbrain/' };

/** What is loaded is a program by design. */
export const PROGRAM_LOADERS: readonly LoaderRow[] = [
  programRow('torch.jit.load', ['f', 'map_location'], `${TORCH}generated/torch.jit.load.html`, {
    aliases: ['torch.jit._serialization.load']
  }),
  // It unpickles inside, with weights_only=False.
  programRow('torch.export.load', ['f'], `${TORCH}export.html`, UNCONFINED),
  programRow('torch.package.PackageImporter', ['file_or_buffer', 'module_allowed'], `${TORCH}package.html`, UNCONFINED),
  programRow('torch.ops.load_library', ['path'], `${TORCH}library.html`, UNCONFINED),
  programRow('torch.classes.load_library', ['path'], `${TORCH}library.html`, UNCONFINED),
  programRow('tensorflow.saved_model.load', ['export_dir', 'tags'], 'https://www.tensorflow.org/guide/saved_model', {
    aliases: ['tensorflow.compat.v2.saved_model.load']
  }),
  programRow('tensorflow_hub.load', ['handle', 'tags'], TENSORFLOW_HUB, PUBLISHED),
  programRow('tensorflow_hub.KerasLayer', ['handle', 'trainable'], TENSORFLOW_HUB, PUBLISHED),
  programRow(
    'keras.layers.TFSMLayer',
    ['filepath', 'call_endpoint'],
    'https://keras.io/api/layers/backend_specific_layers/tfsm_layer/',
    {
      aliases: ['tensorflow.keras.layers.TFSMLayer']
    }
  ),
  programRow(
    'tensorflow.load_op_library',
    ['library_filename'],
    'https://www.tensorflow.org/guide/create_op',
    UNCONFINED
  ),
  programRow(
    'onnxruntime.SessionOptions().register_custom_ops_library',
    ['path'],
    'https://onnxruntime.ai/docs/reference/operators/add-custom-op.html',
    UNCONFINED
  ),
  // Compiled, and loaded into the process.
  {
    ...programRow('torch.utils.cpp_extension.load', ['name', 'sources'], `${TORCH}cpp_extension.html`, UNCONFINED),
    source: 'sources'
  },
  programRow(
    'openvino.Core().add_extension',
    ['library_path'],
    'https://docs.openvino.ai/2025/documentation/openvino-extensibility.html',
    { ...UNCONFINED, aliases: ['openvino.runtime.Core().add_extension'] }
  ),
  // The script of a metric; one of a name alone is the library's own (evaluate 0.4, `loading.py`).
  programRow(
    'evaluate.load',
    ['path', 'config_name'],
    'https://huggingface.co/docs/evaluate/package_reference/loading_methods',
    {
      ...UNCONFINED,
      aliases: ['datasets.load_metric'],
      fromHub: true
    }
  ),
  // The settings name whatever functions to call (`inference/interfaces.py`); `foreign_class` runs Python of the source.
  programRow('speechbrain.**.from_hparams', ['source', 'hparams_file'], SPEECHBRAIN, FROM_SPEECHBRAIN),
  programRow('speechbrain.**.foreign_class', ['source', 'hparams_file'], SPEECHBRAIN, FROM_SPEECHBRAIN)
];
