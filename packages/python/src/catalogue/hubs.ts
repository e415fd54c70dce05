import type { HubRow } from './row.js';

const TRANSFORMERS = 'https://huggingface.co/docs/transformers/main_classes/model';
const SENTENCE_TRANSFORMERS = 'https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html';
const HUB = 'https://huggingface.co/docs/huggingface_hub/package_reference/file_download';

/** Calls that name a repository of a model hub. */
export const HUBS: readonly HubRow[] = [
  fromPretrained('transformers.**.from_pretrained', true, TRANSFORMERS),
  fromPretrained('diffusers.**.from_pretrained', true, 'https://huggingface.co/docs/diffusers/api/pipelines/overview'),
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
    documentation: 'https://huggingface.co/docs/transformers/main_classes/pipelines'
  },
  named('sentence_transformers.SentenceTransformer', 'model_name_or_path', true, SENTENCE_TRANSFORMERS),
  named('sentence_transformers.CrossEncoder', 'model_name_or_path', true, SENTENCE_TRANSFORMERS),
  named('sentence_transformers.SparseEncoder', 'model_name_or_path', true, SENTENCE_TRANSFORMERS),
  named('huggingface_hub.hf_hub_download', 'repo_id', false, HUB),
  named('huggingface_hub.snapshot_download', 'repo_id', false, HUB),
  {
    pattern: 'datasets.load_dataset',
    kind: 'dataset-ref',
    parameters: ['path', 'name', 'data_dir', 'data_files', 'split'],
    repository: 'path',
    remoteCode: true,
    documentation: 'https://huggingface.co/docs/datasets/package_reference/loading_methods'
  }
];

function fromPretrained(pattern: string, remoteCode: boolean, documentation: string): HubRow {
  return named(pattern, 'pretrained_model_name_or_path', remoteCode, documentation);
}

function named(pattern: string, repository: string, remoteCode: boolean, documentation: string): HubRow {
  return { pattern, kind: 'model-ref', parameters: [repository], repository, remoteCode, documentation };
}
