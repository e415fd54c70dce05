import type { Guard, Since } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';
import { libraryRow } from './library-row.js';

const ULTRALYTICS = 'https://docs.ultralytics.com/reference/engine/model/';
const YOLO_CLASSES = ['RTDETR', 'SAM', 'FastSAM', 'NAS', 'YOLOWorld', 'YOLOE'].map(name => `ultralytics.${name}`);
const WEIGHTS: Partial<LoaderRow> = {
  optional: true,
  endings: ['pt', 'pth'],
  // Weights that Ultralytics releases, fetched by their bare name.
  published: '^(?:yolo[\\w-]*|rtdetr-[lx]|(?:mobile_)?sam[\\w.-]*|FastSAM(?:-[sx])?)(?:\\.pt)?$',
  // 8.4 (`utils/__init__.py`).
  refusedBy: { variable: 'ULTRALYTICS_SAFE_LOAD', values: '^(?:1|true|yes|on|y|t)$', value: '1' },
  advice: 'ultralytics'
};
/** Flavours that ask for `MLFLOW_ALLOW_PICKLE_DESERIALIZATION`, or whose files hold pickled estimators (3.18). */
const REGISTRY = ['pytorch', 'pyfunc', 'statsmodels', 'pmdarima', 'paddle', 'langchain', 'dspy', 'tensorflow'];
const MLFLOW = 'https://mlflow.org/docs/latest/api_reference/python_api/index.html';
const LANGCHAIN = 'https://docs.langchain.com/oss/python/langchain/overview';
const INDEX: Guard = { parameter: 'allow_dangerous_deserialization', safe: false, default: 'safe' };
const LEARNER = 'https://docs.fast.ai/learner.html#learner.load';
const SKORCH = 'https://skorch.readthedocs.io/en/stable/user/save_load.html';
const ACCELERATE = 'https://huggingface.co/docs/accelerate/usage_guides/checkpoint';
const TIMM = 'https://huggingface.co/docs/timm/models';
/** Where a library calls `torch.load` and leaves the choice to it. */
const TORCH_2_6: Since = { package: 'torch', safeFrom: '2.6' };
const TIMM_GUARD: Guard = { parameter: 'weights_only', safe: true, default: { package: 'timm', safeFrom: '1.0.26' } };
/** Results of models, which `Results.load` unpickles (`base/model.py`). */
const RESULTS = [
  'base.model.Results',
  'regression.linear_model.OLSResults',
  'regression.linear_model.RegressionResults',
  'discrete.discrete_model.LogitResults',
  'genmod.generalized_linear_model.GLMResults',
  'tsa.arima.model.ARIMAResults',
  'tsa.statespace.sarimax.SARIMAXResults'
].map(name => `statsmodels.${name}.load`);
const STABLE_BASELINES = 'https://stable-baselines3.readthedocs.io/en/master/guide/save_format.html';

/** Libraries of models that unpickle inside. */
export const MODEL_LIBRARY_LOADERS: readonly LoaderRow[] = [
  libraryRow('ultralytics.YOLO', ['model', 'task', 'verbose'], ULTRALYTICS, {
    aliases: [...YOLO_CLASSES, 'ultralytics.models.YOLO', 'ultralytics.models.yolo.YOLO'],
    ...WEIGHTS
  }),
  libraryRow('ultralytics.YOLO().load', ['weights'], ULTRALYTICS, {
    aliases: YOLO_CLASSES.map(name => `${name}().load`),
    ...WEIGHTS
  }),
  libraryRow(
    'fastai.**.load_learner',
    ['fname', 'cpu', 'pickle_module'],
    'https://docs.fast.ai/learner.html#load_learner',
    {
      advice: 'fastai'
    }
  ),
  // 2.7.19 and newer (`learner.py`) pass weights_only=True on.
  libraryRow('fastai.**.load', ['file', 'device'], LEARNER, {
    keywordOnly: ['weights_only', 'with_opt', 'strict'],
    guard: {
      parameter: 'weights_only',
      safe: true,
      default: { package: 'fastai', safeFrom: '2.7.19', and: { package: 'torch', safeFrom: '2.5' } }
    }
  }),
  // 2.8.12 (`text/learner.py`): learners for text say weights_only=False themselves.
  libraryRow('fastai.text.**.load', ['file', 'with_opt', 'device'], LEARNER, {
    keywordOnly: ['weights_only', 'strict'],
    guard: { parameter: 'weights_only', safe: true, default: 'unsafe' }
  }),
  libraryRow('fastai.text.**.load_encoder', ['file', 'device'], LEARNER),
  libraryRow('mlflow.sklearn.load_model', ['model_uri'], MLFLOW, {
    aliases: [
      ...REGISTRY.map(flavour => `mlflow.${flavour}.load_model`),
      'mlflow.shap.load_explainer',
      'mlflow.lightgbm.load_model'
    ],
    sometimes: true,
    refusedBy: { variable: 'MLFLOW_ALLOW_PICKLE_DESERIALIZATION', values: '^(?:false|0)$', value: 'false' },
    advice: 'mlflow'
  }),
  // The flavour of Keras 3 (`keras/load.py`) reads what Keras reads; with Keras 2 it is that of TensorFlow.
  libraryRow('mlflow.keras.load_model', ['model_uri', 'dst_path'], MLFLOW, {
    safety: { package: 'mlflow', safeFrom: '2.11', and: { package: 'keras', safeFrom: '3' } },
    sometimes: true
  }),
  ...['langchain_community', 'langchain_classic', 'langchain'].map(module =>
    libraryRow(`${module}.**.load_local`, ['folder_path'], LANGCHAIN, {
      keywordOnly: ['allow_dangerous_deserialization'],
      guard: INDEX,
      advice: 'index'
    })
  ),
  libraryRow('langchain_community.vectorstores.TileDB.load', ['index_uri', 'embedding'], LANGCHAIN, {
    keywordOnly: ['allow_dangerous_deserialization'],
    guard: INDEX,
    advice: 'index'
  }),
  // 1.4 (`net.py`); 1.1 and newer do as torch does.
  libraryRow('skorch.**.load_params', ['f_params', 'f_optimizer', 'f_criterion', 'f_history'], SKORCH, {
    keywordOnly: ['checkpoint', 'use_safetensors'],
    optional: true,
    guard: {
      parameter: 'use_safetensors',
      safe: { names: { true: 'safe' }, others: 'safe' },
      default: { package: 'skorch', safeFrom: '1.1', and: TORCH_2_6 }
    }
  }),
  // 1.15 (`checkpointing.py`): custom_checkpoint_0.pkl and its like are unpickled in every version.
  libraryRow('accelerate.Accelerator().load_state', ['input_dir'], ACCELERATE, { optional: true, sometimes: true }),
  ...['load_checkpoint_in_model', 'load_checkpoint_and_dispatch'].map(name =>
    libraryRow(`accelerate.${name}`, ['model', 'checkpoint'], ACCELERATE, {
      aliases: [`accelerate.utils.${name}`, `accelerate.utils.modeling.${name}`, `accelerate.big_modeling.${name}`],
      source: 'checkpoint',
      endings: ['bin', 'pt', 'pth', 'json'],
      safety: TORCH_2_6
    })
  ),
  // `models/_helpers.py`: False was the default up to 1.0.25.
  libraryRow('timm.models.load_checkpoint', ['model', 'checkpoint_path', 'use_ema', 'device'], TIMM, {
    aliases: ['timm.models.helpers.load_checkpoint', 'timm.models._helpers.load_checkpoint'],
    source: 'checkpoint_path',
    keywordOnly: ['weights_only'],
    guard: TIMM_GUARD
  }),
  libraryRow('timm.create_model', ['model_name', 'pretrained'], TIMM, {
    keywordOnly: ['checkpoint_path'],
    source: 'checkpoint_path',
    optional: true,
    safety: { package: 'timm', safeFrom: '1.0.26' }
  }),
  libraryRow('timm.models.load_state_dict', ['checkpoint_path', 'use_ema', 'device', 'weights_only'], TIMM, {
    aliases: ['timm.models.helpers.load_state_dict', 'timm.models._helpers.load_state_dict'],
    guard: TIMM_GUARD
  }),
  // `rllib/utils/checkpoints.py`: the class and its arguments are a pickle beside the states.
  libraryRow('ray.rllib.**.from_checkpoint', ['path'], 'https://docs.ray.io/en/latest/rllib/checkpoints.html'),
  libraryRow('stable_baselines3.**.load', ['path', 'env', 'device'], STABLE_BASELINES),
  libraryRow('stable_baselines3.**.VecNormalize.load', ['load_path', 'venv'], STABLE_BASELINES),
  libraryRow('stable_baselines3.**.load_replay_buffer', ['path'], STABLE_BASELINES),
  ...['tabular', 'timeseries', 'multimodal'].map(kind =>
    libraryRow(`autogluon.${kind}.**.load`, ['path'], 'https://auto.gluon.ai/stable/api/index.html')
  ),
  libraryRow(
    'pycaret.**.load_model',
    ['model_name'],
    'https://pycaret.readthedocs.io/en/latest/api/classification.html'
  ),
  libraryRow('statsmodels.iolib.smpickle.load_pickle', ['fname'], 'https://www.statsmodels.org/stable/iolib.html', {
    aliases: [
      ...['api.load_pickle', 'api.load', 'iolib.load_pickle', 'iolib.api.load_pickle'].map(
        name => `statsmodels.${name}`
      ),
      ...RESULTS
    ]
  }),
  // 0.51 (`_serializable.py`): pickle and cloudpickle.
  libraryRow('shap.**.load', ['in_file'], 'https://shap.readthedocs.io/en/latest/api.html'),
  // 1.2 (`base/_serialize.py`): an archive of pickles.
  libraryRow('sktime.base.load', ['serial'], 'https://www.sktime.net/en/stable/api_reference/base.html', {
    aliases: ['sktime.base._serialize.load']
  }),
  libraryRow('surprise.dump.load', ['file_name'], 'https://surprise.readthedocs.io/en/stable/dump.html'),
  libraryRow('skops.io.load', ['file', 'trusted'], 'https://skops.readthedocs.io/en/stable/persistence.html', {
    guard: { parameter: 'trusted', safe: false, default: 'safe', orOther: true },
    safety: { package: 'skops', safeFrom: '0.10' },
    advice: 'skops'
  })
];
