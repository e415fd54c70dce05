import type { LoaderRow } from '../row.js';
import { libraryRow } from './library-row.js';

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
