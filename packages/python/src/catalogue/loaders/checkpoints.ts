import type { Guard, Since } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';

const TORCH_2_6: Since = { package: 'torch', safeFrom: '2.6' };
const LIGHTNING = 'https://lightning.ai/docs/pytorch/stable/';
const DISTRIBUTED = 'https://docs.pytorch.org/docs/stable/distributed.checkpoint.html';

const DEEPSPEED = 'https://deepspeed.readthedocs.io/en/latest/model-checkpointing.html';
const HUB = 'https://huggingface.co/docs/huggingface_hub/package_reference/serialization';
const HUB_GUARD: Guard = {
  parameter: 'weights_only',
  safe: true,
  default: { package: 'huggingface-hub', safeFrom: '2.0' }
};

/** What Lightning 2.6 hands on to `torch.load`; before, and for addresses, it said False itself. */
const LIGHTNING_GUARD: Guard = {
  parameter: 'weights_only',
  safe: true,
  default: { package: 'lightning', alsoAs: 'pytorch-lightning', safeFrom: '2.6', and: TORCH_2_6 },
  unsafeFromAddress: true
};

/** PyTorch and Lightning: loaders around `torch.load`. */
export const CHECKPOINT_LOADERS: readonly LoaderRow[] = [
  {
    name: 'torch.hub.load_state_dict_from_url',
    aliases: [
      'torch.utils.model_zoo.load_url',
      'torchvision.models.utils.load_state_dict_from_url',
      'torchvision._internally_replaced_utils.load_state_dict_from_url'
    ],
    parameters: ['url', 'model_dir', 'map_location', 'progress', 'check_hash', 'file_name', 'weights_only'],
    keywordOnly: [],
    source: 'url',
    family: 'checkpoint',
    guard: { parameter: 'weights_only', safe: true, default: 'unsafe' },
    checksum: 'check_hash',
    documentation: 'https://docs.pytorch.org/docs/stable/hub.html'
  },
  distributed('torch.distributed.checkpoint.format_utils.torch_save_to_dcp', 'torch_save_path'),
  distributed('torch.distributed.checkpoint.format_utils.BroadcastingTorchSaveReader', 'checkpoint_id'),
  // 2.13: the file .metadata is unpickled (`filesystem.py`), and what is no tensor with weights_only=False (`default_planner.py`).
  {
    ...distributed('torch.distributed.checkpoint.load', 'checkpoint_id'),
    aliases: ['torch.distributed.checkpoint.state_dict_loader.load'],
    parameters: ['state_dict'],
    keywordOnly: ['checkpoint_id', 'storage_reader', 'planner']
  },
  {
    ...distributed('torch.distributed.checkpoint.FileSystemReader', 'path'),
    aliases: ['torch.distributed.checkpoint.filesystem.FileSystemReader']
  },
  {
    ...distributed('torch.distributed.checkpoint.format_utils.dcp_to_torch_save', 'dcp_checkpoint_dir'),
    parameters: ['dcp_checkpoint_dir', 'torch_save_path']
  },
  // https://github.com/deepspeedai/DeepSpeed, `utils/zero_to_fp32.py`: weights_only=False.
  ...['get_fp32_state_dict_from_zero_checkpoint', 'convert_zero_checkpoint_to_fp32_state_dict'].map(name => ({
    ...distributed(`deepspeed.utils.zero_to_fp32.${name}`, 'checkpoint_dir'),
    aliases: name.startsWith('convert') ? [`lightning.pytorch.utilities.deepspeed.${name}`] : [],
    parameters: ['checkpoint_dir', name.startsWith('convert') ? 'output_file' : 'tag'],
    documentation: DEEPSPEED
  })),
  {
    ...distributed('deepspeed.utils.zero_to_fp32.load_state_dict_from_zero_checkpoint', 'checkpoint_dir'),
    parameters: ['model', 'checkpoint_dir', 'tag'],
    documentation: DEEPSPEED
  },
  // From 2.0 on the default is True (`serialization/_torch.py`).
  {
    ...distributed('huggingface_hub.load_torch_model', 'checkpoint_path'),
    parameters: ['model', 'checkpoint_path'],
    keywordOnly: ['strict', 'safe', 'weights_only'],
    endings: ['bin', 'pt', 'pth'],
    // Of a folder it reads safetensors unless it is told `safe=False`.
    sometimes: true,
    guard: HUB_GUARD,
    documentation: HUB
  },
  {
    ...distributed('huggingface_hub.load_state_dict_from_file', 'checkpoint_file'),
    parameters: ['checkpoint_file', 'map_location', 'weights_only'],
    endings: ['bin', 'pt', 'pth'],
    guard: HUB_GUARD,
    documentation: HUB
  },
  lightning('load_from_checkpoint', ['checkpoint_path', 'map_location', 'hparams_file', 'strict']),
  fabric('load', 'state'),
  fabric('load_raw', 'obj'),
  trainer('fit', ['model', 'train_dataloaders', 'val_dataloaders', 'datamodule', 'ckpt_path']),
  trainer('validate', ['model', 'dataloaders', 'ckpt_path']),
  trainer('test', ['model', 'dataloaders', 'ckpt_path']),
  trainer('predict', ['model', 'dataloaders', 'datamodule', 'return_predictions', 'ckpt_path'])
];

function distributed(name: string, source: string): LoaderRow {
  const parameters = [source, ...(name.endsWith('dcp') ? ['dcp_checkpoint_dir'] : ['coordinator_rank'])];
  const row = { name, aliases: [], parameters, keywordOnly: [], source, documentation: DISTRIBUTED };
  return { ...row, family: 'checkpoint', optional: true };
}

function lightning(method: string, parameters: readonly string[]): LoaderRow {
  return {
    name: `lightning.**.${method}`,
    aliases: [],
    parameters,
    keywordOnly: ['weights_only'],
    source: parameters[0] ?? '',
    family: 'checkpoint',
    guard: LIGHTNING_GUARD,
    documentation: `${LIGHTNING}common/lightning_module.html`
  };
}

/** Fabric hands the argument on as the rest of Lightning does. */
function fabric(method: string, state: string): LoaderRow {
  return {
    ...lightning(method, ['path', state, 'strict']),
    name: `lightning.Fabric().${method}`,
    aliases: [`lightning.fabric.Fabric().${method}`],
    documentation: 'https://lightning.ai/docs/fabric/stable/guide/checkpoint/checkpoint.html'
  };
}

/** A run that goes on from a checkpoint; the words name checkpoints of its own. */
function trainer(method: string, parameters: readonly string[]): LoaderRow {
  return {
    ...lightning(method, parameters),
    name: `lightning.**.${method}`,
    source: 'ckpt_path',
    optional: true,
    words: ['best', 'last', 'hpc'],
    documentation: `${LIGHTNING}common/trainer.html`
  };
}
