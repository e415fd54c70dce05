import type { LoaderTraits } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';

type Rest = Partial<LoaderRow> & Partial<LoaderTraits>;

const ULTRALYTICS = 'https://docs.ultralytics.com/reference/engine/model/';
const YOLO_CLASSES = ['RTDETR', 'SAM', 'FastSAM', 'NAS', 'YOLOWorld', 'YOLOE'].map(name => `ultralytics.${name}`);
const WEIGHTS: Rest = {
  optional: true,
  endings: ['pt', 'pth'],
  // Weights that Ultralytics releases, fetched by their bare name.
  published: '^(?:yolo[\\w-]*|rtdetr-[lx]|(?:mobile_)?sam[\\w.-]*|FastSAM(?:-[sx])?)(?:\\.pt)?$',
  advice: 'ultralytics'
};
const REGISTRY = ['pytorch', 'pyfunc', 'statsmodels', 'pmdarima', 'paddle', 'langchain', 'dspy', 'tensorflow', 'keras'];
const STABLE_BASELINES = 'https://stable-baselines3.readthedocs.io/en/master/guide/save_format.html';

/** Libraries of models that unpickle inside. */
export const MODEL_LIBRARY_LOADERS: readonly LoaderRow[] = [
  row('ultralytics.YOLO', ['model', 'task', 'verbose'], ULTRALYTICS, {
    aliases: [...YOLO_CLASSES, 'ultralytics.models.YOLO', 'ultralytics.models.yolo.YOLO'],
    ...WEIGHTS
  }),
  row('ultralytics.YOLO().load', ['weights'], ULTRALYTICS, {
    aliases: YOLO_CLASSES.map(name => `${name}().load`),
    ...WEIGHTS
  }),
  row('fastai.**.load_learner', ['fname', 'cpu', 'pickle_module'], 'https://docs.fast.ai/learner.html#load_learner', {
    advice: 'fastai'
  }),
  row('flair.**.load', ['model_path'], 'https://flairnlp.github.io/docs/tutorial-training/how-model-training-works', {
    published: '^(?:flair/)?[\\w-]+$'
  }),
  row(
    'nemo.**.restore_from',
    ['restore_path', 'override_config_path', 'map_location'],
    'https://docs.nvidia.com/nemo',
    {
      safety: { package: 'nemo-toolkit', safeFrom: '3.0', and: { package: 'torch', safeFrom: '2.6' } }
    }
  ),
  ...['models', 'corpora', 'similarities', 'utils'].map(module =>
    row(`gensim.${module}.**.load`, ['fname', 'mmap'], 'https://radimrehurek.com/gensim/utils.html', {})
  ),
  row('gensim.utils.unpickle', ['fname'], 'https://radimrehurek.com/gensim/utils.html', {}),
  row(
    'mlflow.sklearn.load_model',
    ['model_uri'],
    'https://mlflow.org/docs/latest/api_reference/python_api/index.html',
    {
      aliases: REGISTRY.map(flavour => `mlflow.${flavour}.load_model`),
      sometimes: true,
      advice: 'mlflow'
    }
  ),
  row(
    'langchain_community.**.load_local',
    ['folder_path'],
    'https://docs.langchain.com/oss/python/langchain/overview',
    {
      keywordOnly: ['allow_dangerous_deserialization'],
      guard: { parameter: 'allow_dangerous_deserialization', safe: false, default: 'safe' },
      advice: 'index'
    }
  ),
  row('stable_baselines3.**.load', ['path', 'env', 'device'], STABLE_BASELINES, {}),
  row('stable_baselines3.**.VecNormalize.load', ['load_path', 'venv'], STABLE_BASELINES, {}),
  row('stable_baselines3.**.load_replay_buffer', ['path'], STABLE_BASELINES, {}),
  row(
    'autogluon.tabular.**.load',
    ['path'],
    'https://auto.gluon.ai/stable/api/autogluon.tabular.TabularPredictor.html',
    {}
  ),
  row('pycaret.**.load_model', ['model_name'], 'https://pycaret.readthedocs.io/en/latest/api/classification.html', {}),
  row('statsmodels.iolib.smpickle.load_pickle', ['fname'], 'https://www.statsmodels.org/stable/iolib.html', {
    aliases: ['statsmodels.api.load_pickle', 'statsmodels.api.load', 'statsmodels.iolib.api.load_pickle']
  }),
  row('surprise.dump.load', ['file_name'], 'https://surprise.readthedocs.io/en/stable/dump.html', {}),
  row('skops.io.load', ['file', 'trusted'], 'https://skops.readthedocs.io/en/stable/persistence.html', {
    guard: { parameter: 'trusted', safe: false, default: 'safe', orOther: true },
    safety: { package: 'skops', safeFrom: '0.10' },
    advice: 'skops'
  })
];

function row(name: string, parameters: readonly [string, ...string[]], documentation: string, rest: Rest): LoaderRow {
  const always = { name, aliases: [], parameters, keywordOnly: [], source: parameters[0], documentation };
  return { ...always, family: 'checkpoint', ...rest };
}
