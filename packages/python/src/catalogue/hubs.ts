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
const OPTIMUM = 'https://huggingface.co/docs/optimum-onnx/onnxruntime/package_reference/modeling';
const TRL = 'https://huggingface.co/docs/trl/models';
const SETFIT = 'https://huggingface.co/docs/setfit/reference/main';
const ADAPTERS = 'https://docs.adapterhub.ml/classes/model_mixins.html';
const GPTQ = 'https://github.com/AutoGPTQ/AutoGPTQ#quantization-and-inference';
const AWQ = 'https://casper-hansen.github.io/AutoAWQ/reference/';
const LORA = 'https://huggingface.co/docs/diffusers/api/loaders/lora';
const PYANNOTE = 'https://github.com/pyannote/pyannote-audio#readme';
const FLAG = 'https://bge-model.com/API/inference/embedder.html';
const WHISPER = 'https://github.com/SYSTRAN/faster-whisper#usage';
const NEMO = 'https://docs.nvidia.com/nemo-framework/user-guide/latest/nemotoolkit/core/core.html';
const UNSLOTH = 'https://docs.unsloth.ai/';
const MLX = 'https://github.com/ml-explore/mlx-lm#readme';
const SGLANG = 'https://docs.sglang.ai/basic_usage/offline_engine_api.html';
const CTRANSFORMERS = 'https://github.com/marella/ctransformers#readme';
const MODELSCOPE = 'https://modelscope.cn/docs/models/download';
const MIXINS = 'https://huggingface.co/docs/huggingface_hub/package_reference/mixins';
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
  // optimum-onnx 0.1, optimum-intel 2.2: each class has a name of its own for it (`modeling.py`, `modeling_diffusion.py`).
  {
    ...named('optimum.**.from_pretrained', 'model_id', true, OPTIMUM),
    also: ['pretrained_model_name_or_path', 'model_name_or_path', 'pretrained_model_or_path', 'model_or_path', 'model']
  },
  // Models with a value head, of trl before 1.0 (`models/modeling_base.py`).
  fromPretrained('trl.**.from_pretrained', true, TRL),
  // 1.2: `SetFitModel` takes the hub mixin's name, `AbsaModel` one of its own.
  { ...fromPretrained('setfit.**.from_pretrained', true, SETFIT), also: ['model_id'] },
  fromPretrained('adapters.**.from_pretrained', true, ADAPTERS),
  // 1.3: adapters are pinned by `version`, on their own hub only.
  { ...named('adapters.**.load_adapter', 'adapter_name_or_path', false, ADAPTERS), form: 'named', pinnedBy: 'nothing' },
  // 0.7 (`modeling/auto.py`): `revision` is among the keywords that go on.
  {
    ...fromPretrained('auto_gptq.**.from_pretrained', true, GPTQ),
    parameters: ['pretrained_model_name_or_path', 'quantize_config', 'max_memory', 'trust_remote_code']
  },
  named('auto_gptq.**.from_quantized', 'model_name_or_path', true, GPTQ),
  // 0.2 (`models/auto.py`): code is trusted by default, and the configuration is always that of the main branch.
  {
    ...named('awq.**.from_pretrained', 'model_path', 'by-default', AWQ),
    parameters: ['model_path', 'trust_remote_code'],
    pinnedBy: 'nothing'
  },
  {
    ...named('awq.**.from_quantized', 'quant_path', 'by-default', AWQ),
    parameters: ['quant_path', 'quant_filename', 'max_seq_len', 'trust_remote_code'],
    pinnedBy: 'nothing'
  },
  // diffusers 0.42 (`loaders/`): weights of adapters, which are read as tensors only.
  ...['load_lora_weights', 'load_ip_adapter', 'load_lora_adapter', 'load_attn_procs'].map(name =>
    named(`diffusers.**.${name}`, 'pretrained_model_name_or_path_or_dict', false, LORA)
  ),
  named('diffusers.**.load_textual_inversion', 'pretrained_model_name_or_path', false, LORA),
  // peft 0.21 (`peft_model.py`).
  named('peft.**.load_adapter', 'model_id', false, PEFT),
  // pyannote.audio 4.0 (`core/pipeline.py`, `core/model.py`).
  named('pyannote.audio.**.from_pretrained', 'checkpoint', false, PYANNOTE),
  // FlagEmbedding 1.3 (`inference/`): there is no way to pin.
  ...['FlagModel', 'BGEM3FlagModel', 'FlagLLMModel', 'FlagICLModel', 'FlagReranker', 'FlagLLMReranker']
    .concat(['FlagAutoModel.from_finetuned', 'FlagAutoReranker.from_finetuned'])
    .map((name): HubRow => ({
      ...named(`FlagEmbedding.${name}`, 'model_name_or_path', true, FLAG),
      pinnedBy: 'nothing'
    })),
  // 1.2 (`transcribe.py`): a size, which stands for a repository of the library's own, or a repository.
  { ...named('faster_whisper.WhisperModel', 'model_size_or_path', false, WHISPER), form: 'named' },
  // 3.0 (`core/classes/common.py`): a name of the library's own, or a repository.
  { ...named('nemo.**.from_pretrained', 'model_name', false, NEMO), form: 'named', pinnedBy: 'nothing' },
  // huggingface_hub 2.4 (`fastai_utils.py`).
  named('huggingface_hub.from_pretrained_fastai', 'repo_id', false, HUB),
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
  // 2026.10 (`models/loader.py`).
  ...['FastLanguageModel', 'FastModel', 'FastVisionModel', 'FastTextModel'].map(name =>
    named(`unsloth.${name}.from_pretrained`, 'model_name', true, UNSLOTH)
  ),
  // 0.32 (`utils.py`): a model may bring a file of its own with its layers.
  named('mlx_lm.load', 'path_or_hf_repo', true, MLX),
  // 0.5 (`entrypoints/engine.py`, `server_args.py`): by keywords only.
  ...['sglang.Engine', 'sglang.srt.entrypoints.engine.Engine'].map((name): HubRow => ({
    ...named(name, 'model_path', true, SGLANG),
    parameters: []
  })),
  // 0.2 (`hub.py`): GGML and GGUF, which are data.
  named('ctransformers.**.from_pretrained', 'model_path_or_repo_id', false, CTRANSFORMERS),
  // 1.40: a hub of its own, and the names of transformers' classes for it.
  {
    ...named('modelscope.**.from_pretrained', 'model_name_or_path', true, MODELSCOPE),
    also: ['pretrained_model_name_or_path'],
    parameters: ['model_name_or_path', 'revision']
  },
  {
    ...named('modelscope.pipelines.pipeline', 'model', true, MODELSCOPE),
    parameters: ['task', 'model'],
    pinnedBy: 'nothing'
  },
  named('modelscope.snapshot_download', 'model_id', false, MODELSCOPE),
  // Models of one's own that are kept on the hub (`hub_mixin.py`): safetensors, or what `torch.load` reads with weights_only=True.
  ...['ModelHubMixin', 'PyTorchModelHubMixin'].map(name =>
    fromPretrained(`huggingface_hub.${name}.from_pretrained`, false, MIXINS)
  ),
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

function fromPretrained(pattern: string, remoteCode: HubRow['remoteCode'], documentation: string): HubRow {
  return named(pattern, 'pretrained_model_name_or_path', remoteCode, documentation);
}

function named(pattern: string, repository: string, remoteCode: HubRow['remoteCode'], documentation: string): HubRow {
  return { pattern, kind: 'model-ref', parameters: [repository], repository, remoteCode, documentation };
}
