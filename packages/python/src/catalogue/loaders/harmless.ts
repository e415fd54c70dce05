import type { LoaderRow } from '../row.js';
import { libraryRow } from './library-row.js';

const PYYAML = 'https://pyyaml.org/wiki/PyYAMLDocumentation';
const MLFLOW = 'https://mlflow.org/docs/latest/api_reference/python_api/index.html';
const FLAX = 'https://flax.readthedocs.io/en/stable/api_reference/flax.serialization.html';
const DATASETS = 'https://huggingface.co/docs/datasets/package_reference/loading_methods';
const OPENVINO = 'https://docs.openvino.ai/2025/api/ie_python_api/_autosummary/openvino.Core.html';
const SAFETENSORS = 'https://huggingface.co/docs/safetensors/index';
const XGBOOST = 'https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html';
const LIGHTGBM = 'https://lightgbm.readthedocs.io/en/latest/pythonapi/lightgbm.Booster.html';
const CATBOOST = 'https://catboost.ai/docs/en/concepts/python-reference_catboost_load_model';
const ONNX = 'https://onnx.ai/onnx/api/serialization.html';
const RUNTIME = 'https://onnxruntime.ai/docs/api/python/api_summary.html';

const BOOSTERS = [
  'Booster',
  'XGBModel',
  'XGBClassifier',
  'XGBRegressor',
  'XGBRanker',
  'XGBRFClassifier',
  'XGBRFRegressor'
];

/** Loaders of data and nothing else: no rule speaks of them, the hover does. */
export const HARMLESS_LOADERS: readonly LoaderRow[] = [
  ...['torch', 'numpy', 'flax', 'tensorflow', 'mlx', 'paddle'].map(framework =>
    harmless(`safetensors.${framework}.load_file`, ['filename'], SAFETENSORS)
  ),
  { ...harmless('safetensors.torch.load_model', ['model', 'filename'], SAFETENSORS), source: 'filename' },
  harmless('safetensors.safe_open', ['filename', 'framework', 'device'], SAFETENSORS),
  // JSON or UBJSON.
  harmless(
    'xgboost.Booster().load_model',
    ['fname'],
    XGBOOST,
    BOOSTERS.slice(1).map(name => `xgboost.${name}().load_model`)
  ),
  // Text; what scikit-learn's classes of LightGBM are kept in is a pickle of its own.
  {
    ...harmless('lightgbm.Booster', ['params', 'train_set', 'model_file'], LIGHTGBM),
    source: 'model_file',
    optional: true
  },
  harmless(
    'catboost.CatBoost().load_model',
    ['fname', 'format'],
    CATBOOST,
    ['CatBoostClassifier', 'CatBoostRegressor', 'CatBoostRanker'].map(name => `catboost.${name}().load_model`)
  ),
  // What parses here names no functions.
  ...['SafeLoader', 'CSafeLoader', 'BaseLoader', 'CBaseLoader'].flatMap(name =>
    ['get_single_data', 'get_data'].map(method => ({
      ...harmless(`yaml.${name}().${method}`, ['stream'], PYYAML, [
        `yaml.${name.startsWith('C') ? 'cyaml' : 'loader'}.${name}().${method}`
      ]),
      parameters: []
    }))
  ),
  // 3.18: the model is read by the library that it is named after, from that library's own format.
  ...['onnx', 'xgboost', 'catboost'].map(flavour =>
    harmless(`mlflow.${flavour}.load_model`, ['model_uri', 'dst_path'], MLFLOW)
  ),
  // 0.12 (`serialization.py`): msgpack.
  { ...harmless('flax.serialization.from_bytes', ['target', 'encoded_bytes'], FLAX), source: 'encoded_bytes' },
  harmless('flax.serialization.msgpack_restore', ['encoded_pytree'], FLAX),
  harmless('flax.training.checkpoints.restore_checkpoint', ['ckpt_dir', 'target', 'step', 'prefix'], FLAX),
  // Arrow and JSON.
  harmless('datasets.load_from_disk', ['dataset_path', 'keep_in_memory', 'storage_options'], DATASETS),
  // Operators of its own only: others come by `add_extension`.
  harmless('openvino.Core().read_model', ['model', 'weights', 'config'], OPENVINO),
  harmless('h5py.File', ['name', 'mode', 'driver'], 'https://docs.h5py.org/en/stable/high/file.html'),
  harmless(
    'scipy.io.loadmat',
    ['file_name', 'mdict', 'appendmat'],
    'https://docs.scipy.org/doc/scipy/reference/generated/scipy.io.loadmat.html'
  ),
  harmless('onnx.load', ['f', 'format'], ONNX, ['onnx.load_model']),
  // Operators of its own only: others come by `register_custom_ops_library`.
  harmless('onnxruntime.InferenceSession', ['path_or_bytes', 'sess_options'], RUNTIME)
];

function harmless(
  name: string,
  parameters: readonly [string, ...string[]],
  documentation: string,
  aliases: readonly string[] = []
): LoaderRow {
  return libraryRow(name, parameters, documentation, { aliases, safety: 'safe' });
}
