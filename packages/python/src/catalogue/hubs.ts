import type { HubRow } from './row.js';

const TRANSFORMERS = 'https://huggingface.co/docs/transformers/main_classes/model';
const DIFFUSERS = 'https://huggingface.co/docs/diffusers/api/pipelines/overview';
const SENTENCE_TRANSFORMERS = 'https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html';
const PEFT = 'https://huggingface.co/docs/peft/package_reference/peft_model';
const HUB = 'https://huggingface.co/docs/huggingface_hub/package_reference/file_download';
const DATASETS = 'https://huggingface.co/docs/datasets/package_reference/loading_methods';
const TORCH_HUB = 'https://docs.pytorch.org/docs/stable/hub.html';
const VLLM = 'https://docs.vllm.ai/en/latest/api/vllm/#vllm.LLM';
const TIMM = 'https://huggingface.co/docs/timm/models';
const OPEN_CLIP = 'https://github.com/mlfoundations/open_clip#pretrained-model-interface';
const LANGCHAIN = 'https://reference.langchain.com/python/integrations/langchain_huggingface';

/** Dictionaries that sentence-transformers hands on to transformers; `tokenizer_kwargs` is the older name. */
const HANDED_ON = ['model_kwargs', 'processor_kwargs', 'tokenizer_kwargs', 'config_kwargs', 'automodel_args'];

/** Calls that name a repository of a model hub. */
export const HUBS: readonly HubRow[] = [
  fromPretrained('transformers.**.from_pretrained', true, TRANSFORMERS),
  // The configuration says which repository the code is of.
  named('transformers.**.from_config', 'config', true, 'https://huggingface.co/docs/transformers/model_doc/auto'),
  fromPretrained('diffusers.**.from_pretrained', true, DIFFUSERS),
  fromPretrained('tokenizers.Tokenizer.from_pretrained', false, 'https://huggingface.co/docs/tokenizers/api/tokenizer'),
  {
    pattern: 'transformers.pipeline',
    kind: 'model-ref',
    parameters: [
      'task',
      'model',
      'config',
      'tokenizer',
      'feature_extractor',
      'image_processor',
      'processor',
      'revision'
    ],
    repository: 'model',
    remoteCode: true,
    packed: ['model_kwargs'],
    documentation: 'https://huggingface.co/docs/transformers/main_classes/pipelines'
  },
  ...['SentenceTransformer', 'CrossEncoder', 'SparseEncoder', 'MultiVectorEncoder'].flatMap(name =>
    ['sentence_transformers', 'sentence_transformers.**'].map((module): HubRow => ({
      ...named(`${module}.${name}`, 'model_name_or_path', true, SENTENCE_TRANSFORMERS),
      packed: HANDED_ON
    }))
  ),
  fromPretrained('peft.AutoPeftModel.from_pretrained', true, PEFT),
  ...[
    'CausalLM',
    'Seq2SeqLM',
    'SequenceClassification',
    'TokenClassification',
    'QuestionAnswering',
    'FeatureExtraction'
  ]
    .map(task => `peft.AutoPeftModelFor${task}.from_pretrained`)
    .map(pattern => fromPretrained(pattern, true, PEFT)),
  ...['PeftConfig', 'LoraConfig'].map(name => fromPretrained(`peft.${name}.from_pretrained`, false, PEFT)),
  {
    ...named('peft.**.from_pretrained', 'model_id', false, PEFT),
    parameters: ['model', 'model_id']
  },
  ...['optimum', 'trl', 'setfit', 'adapters', 'auto_gptq', 'awq'].map(library =>
    fromPretrained(`${library}.**.from_pretrained`, true, `https://huggingface.co/docs/${library}`)
  ),
  ...['vllm.LLM', 'vllm.EngineArgs', 'vllm.AsyncEngineArgs', 'vllm.engine.arg_utils.EngineArgs'].map(name =>
    named(name, 'model', true, VLLM)
  ),
  {
    ...named('timm.create_model', 'model_name', false, TIMM),
    parameters: ['model_name', 'pretrained'],
    form: 'prefixed',
    pinnedBy: 'name',
    onlyWith: 'pretrained'
  },
  ...['create_model', 'create_model_and_transforms', 'create_model_from_pretrained'].map((name): HubRow => ({
    ...named(`open_clip.${name}`, 'model_name', false, OPEN_CLIP),
    parameters: ['model_name', 'pretrained'],
    form: 'prefixed',
    pinnedBy: 'nothing'
  })),
  ...['SequenceTagger', 'TextClassifier', 'TARSClassifier'].map((name): HubRow => ({
    ...named(`flair.models.${name}.load`, 'model_path', false, 'https://flairnlp.github.io/docs/intro'),
    form: 'named',
    pinnedBy: 'nothing'
  })),
  ...['langchain_huggingface', 'langchain_community.embeddings', 'langchain.embeddings'].map((module): HubRow => ({
    ...named(`${module}.HuggingFaceEmbeddings`, 'model_name', true, LANGCHAIN),
    parameters: [],
    packed: ['model_kwargs'],
    pinnedBy: 'dictionary'
  })),
  ...['langchain_huggingface', 'langchain_community.llms'].map((module): HubRow => ({
    ...named(`${module}.HuggingFacePipeline.from_model_id`, 'model_id', true, LANGCHAIN),
    packed: ['model_kwargs'],
    pinnedBy: 'dictionary'
  })),
  named('huggingface_hub.hf_hub_download', 'repo_id', false, HUB),
  named('huggingface_hub.snapshot_download', 'repo_id', false, HUB),
  ...['hf_hub_download', 'snapshot_download'].map(name =>
    named(`huggingface_hub.HfApi().${name}`, 'repo_id', false, HUB)
  ),
  ...['load_dataset', 'load_dataset_builder'].map((name): HubRow => ({
    pattern: `datasets.${name}`,
    kind: 'dataset-ref',
    parameters: ['path', 'name', 'data_dir', 'data_files', ...(name === 'load_dataset' ? ['split'] : [])],
    repository: 'path',
    remoteCode: true,
    documentation: DATASETS
  })),
  ...['get_dataset_config_names', 'get_dataset_split_names', 'get_dataset_infos'].map((name): HubRow => ({
    ...named(`datasets.${name}`, 'path', true, DATASETS),
    kind: 'dataset-ref'
  })),
  ...['load', 'list', 'help'].map((name): HubRow => ({
    ...named(`torch.hub.${name}`, name === 'load' ? 'repo_or_dir' : 'github', false, TORCH_HUB),
    form: 'torch-hub',
    pinnedBy: 'name'
  }))
];

function fromPretrained(pattern: string, remoteCode: boolean, documentation: string): HubRow {
  return named(pattern, 'pretrained_model_name_or_path', remoteCode, documentation);
}

function named(pattern: string, repository: string, remoteCode: boolean, documentation: string): HubRow {
  return { pattern, kind: 'model-ref', parameters: [repository], repository, remoteCode, documentation };
}
