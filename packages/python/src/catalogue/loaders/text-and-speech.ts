import type { Since } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';
import { libraryRow } from './library-row.js';

/** Where a library calls `torch.load` and leaves the choice to it. */
const TORCH_2_6: Since = { package: 'torch', safeFrom: '2.6' };
const SPACY = 'https://spacy.io/api/top-level#spacy.load';
const FLAIR = 'https://flairnlp.github.io/docs/tutorial-embeddings/flair-embeddings';

const LARGE = ['large-v1', 'large-v2', 'large-v3', 'large-v3-turbo'];

/** Libraries for text and speech that unpickle when they load a model. */
export const TEXT_AND_SPEECH_LOADERS: readonly LoaderRow[] = [
  libraryRow(
    'flair.**.load',
    ['model_path'],
    'https://flairnlp.github.io/docs/tutorial-training/how-model-training-works',
    {
      fromHub: true,
      published: '^(?:flair/)?[\\w-]+$'
    }
  ),
  // 0.15 (`models/language_model.py`): weights_only=False. Names without an ending are its own.
  libraryRow('flair.embeddings.FlairEmbeddings', ['model', 'fine_tune'], FLAIR, {
    aliases: ['flair.embeddings.token.FlairEmbeddings'],
    published: '^[\\w-]+$'
  }),
  ...['load_language_model', 'load_checkpoint'].map(name =>
    libraryRow(`flair.models.LanguageModel.${name}`, ['model_file'], FLAIR, {
      aliases: [`flair.models.language_model.LanguageModel.${name}`]
    })
  ),
  // thinc 8.3 (`shims/pytorch.py`): parts made with PyTorch hold what `torch.save` writes. All else is msgpack and JSON.
  libraryRow('spacy.load', ['name'], SPACY, {
    aliases: ['spacy.util.load_model', 'spacy.util.load_model_from_path'],
    installed: '^(?:blank:.*|[a-z]{2,3}_\\w+_(?:sm|md|lg|trf))$',
    safety: TORCH_2_6,
    sometimes: true
  }),
  libraryRow('spacy.blank().from_disk', ['path'], 'https://spacy.io/usage/saving-loading', {
    // Vocabularies and documents have a method of that name too, which reads data only.
    aliases: ['spacy.load().from_disk', 'spacy.Language().from_disk', 'spacy.language.Language().from_disk'].concat(
      ['en.English', 'de.German', 'fr.French', 'es.Spanish', 'zh.Chinese'].map(name => `spacy.lang.${name}().from_disk`)
    ),
    safety: TORCH_2_6,
    sometimes: true
  }),
  // From 3.9 on with classes of its own only (`data.py`, CVE-2024-39705).
  libraryRow('nltk.data.load', ['resource_url', 'format'], 'https://www.nltk.org/api/nltk.data.html', {
    endings: ['pickle', 'pkl'],
    published: '^(?:nltk:)?(?:tokenizers/punkt|taggers|chunkers)/',
    safety: { package: 'nltk', safeFrom: '3.9' }
  }),
  // 0.17 (`_bertopic.py`): joblib unpickles a file; a folder or a repository holds safetensors, or what `torch.load` reads by default.
  libraryRow(
    'bertopic.BERTopic.load',
    ['path', 'embedding_model'],
    'https://maartengr.github.io/BERTopic/api/bertopic.html',
    {
      sometimes: true
    }
  ),
  // 1.2 (`modeling.py`): the head of the classifier is model_head.pkl, which joblib unpickles.
  libraryRow(
    'setfit.SetFitModel.from_pretrained',
    ['pretrained_model_name_or_path'],
    'https://huggingface.co/docs/setfit/reference/main',
    { fromHub: true }
  ),
  // 4.0 (`core/model.py`): weights_only=False.
  libraryRow(
    'pyannote.audio.Model.from_pretrained',
    ['checkpoint', 'map_location'],
    'https://github.com/pyannote/pyannote-audio#readme',
    {
      aliases: ['pyannote.audio.core.model.Model.from_pretrained'],
      fromHub: true,
      published: '^pyannote/'
    }
  ),
  // From 3.0 on `torch.load` decides; before, NeMo said weights_only=False (`save_restore_connector.py`).
  libraryRow(
    'nemo.**.restore_from',
    ['restore_path', 'override_config_path', 'map_location'],
    'https://docs.nvidia.com/nemo',
    { safety: { package: 'nemo-toolkit', safeFrom: '3.0', and: TORCH_2_6 } }
  ),
  libraryRow('nemo.**.from_pretrained', ['model_name', 'refresh_cache'], 'https://docs.nvidia.com/nemo', {
    fromHub: true,
    published: '^(?:nvidia/)?[\\w.-]+$',
    safety: { package: 'nemo-toolkit', safeFrom: '3.0', and: TORCH_2_6 }
  }),
  // 2.4 (`fastai_utils.py`): it ends in `load_learner`.
  libraryRow(
    'huggingface_hub.from_pretrained_fastai',
    ['repo_id', 'revision'],
    'https://huggingface.co/docs/huggingface_hub/package_reference/mixins',
    { fromHub: true, advice: 'fastai' }
  ),
  // `whisper/__init__.py`: models of its own have a checksum, all else is a path.
  libraryRow(
    'whisper.load_model',
    ['name', 'device', 'download_root'],
    'https://github.com/openai/whisper#python-usage',
    {
      words: ['tiny', 'base', 'small', 'medium', 'large', 'turbo'].flatMap(size => [size, `${size}.en`]).concat(LARGE),
      safety: TORCH_2_6
    }
  ),
  ...['models', 'corpora', 'similarities', 'utils'].map(module =>
    libraryRow(`gensim.${module}.**.load`, ['fname', 'mmap'], 'https://radimrehurek.com/gensim/utils.html')
  ),
  libraryRow('gensim.utils.unpickle', ['fname'], 'https://radimrehurek.com/gensim/utils.html')
];
