import type { Guard, Since } from '@loadlight/facts/loader';
import type { LoaderRow } from '../row.js';
import { libraryRow, programRow } from './library-row.js';

/** Where a library calls `torch.load` and leaves the choice to it. */
const TORCH_2_6: Since = { package: 'torch', safeFrom: '2.6' };
const JAX = 'https://docs.jax.dev/en/latest/export/export.html';
const COMPILED = 'https://docs.jax.dev/en/latest/jax.experimental.serialize_executable.html';
const MMENGINE = 'https://mmengine.readthedocs.io/en/latest/api/runner.html';
const SAM = 'https://github.com/facebookresearch/segment-anything#getting-started';
const DARTS = 'https://unit8co.github.io/darts/userguide/safe_model_loading.html';

/** 0.48 (`forecasting_model.py`): an unpickler with a list, unless it is told `trusted=True`; before, all was unpickled. */
const DARTS_GUARD: Guard = { parameter: 'trusted', safe: false, default: { package: 'darts', safeFrom: '0.48' } };
/** 3.3 (`framework/io.py`): pickle, unless it is told that the file is safetensors. */
const PADDLE_GUARD: Guard = {
  parameter: 'safetensors',
  safe: { names: { true: 'safe' }, others: 'unsafe' },
  default: 'unsafe'
};

/** Frameworks beside PyTorch and Keras, and libraries for vision, graphs and time series. */
export const FRAMEWORK_LOADERS: readonly LoaderRow[] = [
  libraryRow('paddle.load', ['path'], 'https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/load_en.html', {
    aliases: ['paddle.framework.io.load', 'paddle.framework.load'],
    keywordOnly: ['safetensors', 'return_numpy'],
    guard: PADDLE_GUARD
  }),
  // 0.12 (`jax/_src/export`): "must be trusted input".
  programRow('jax.export.deserialize', ['blob'], JAX, { aliases: ['jax.experimental.export.deserialize'] }),
  programRow(
    'jax.experimental.serialize_executable.deserialize_and_load',
    ['serialized', 'in_tree', 'out_tree', 'backend'],
    COMPILED,
    { unconfined: true }
  ),
  // 2.8 (`io/fs.py`): what weights_only=True refuses is loaded again without it.
  libraryRow(
    'torch_geometric.io.fs.torch_load',
    ['path', 'map_location'],
    'https://pytorch-geometric.readthedocs.io/en/latest/modules/io.html'
  ),
  // 0.10 (`runner/checkpoint.py`); the same function was mmcv's before.
  libraryRow('mmengine.runner.load_checkpoint', ['model', 'filename', 'map_location', 'strict'], MMENGINE, {
    aliases: ['mmengine.runner.checkpoint.load_checkpoint', 'mmcv.runner.load_checkpoint'],
    source: 'filename',
    published: '^(?:torchvision|open-mmlab|openmmlab|mmcls|modelzoo)://',
    safety: TORCH_2_6
  }),
  // A configuration is Python, and is run (`config/config.py`).
  {
    ...programRow(
      'mmengine.Config.fromfile',
      ['filename', 'use_predefined_variables', 'import_custom_modules'],
      MMENGINE,
      {
        aliases: ['mmengine.config.Config.fromfile', 'mmcv.Config.fromfile'],
        unconfined: true
      }
    ),
    endings: ['py']
  },
  // 1.6 (`bundle/scripts.py`): a bundle's settings name what is called, and hold expressions.
  {
    ...programRow(
      'monai.bundle.run',
      ['run_id', 'init_id', 'final_id', 'meta_file', 'config_file'],
      'https://monai.readthedocs.io/en/stable/bundle.html',
      { aliases: ['monai.bundle.scripts.run'], unconfined: true }
    ),
    source: 'config_file',
    optional: true
  },
  // 1.0 (`build_sam.py`).
  ...['build_sam', 'build_sam_vit_h', 'build_sam_vit_l', 'build_sam_vit_b'].map(name =>
    libraryRow(`segment_anything.${name}`, ['checkpoint'], SAM, {
      aliases: [`segment_anything.build_sam.${name}`],
      optional: true,
      safety: TORCH_2_6
    })
  ),
  // 4.1 (`abstract_model.py`).
  libraryRow('pytorch_tabnet.**.load_model', ['filepath'], 'https://dreamquark-ai.github.io/tabnet/', {
    safety: TORCH_2_6
  }),
  libraryRow('darts.**.load', ['path'], DARTS, { keywordOnly: ['trusted'], guard: DARTS_GUARD }),
  // Gone in 3.0.
  libraryRow(
    'networkx.read_gpickle',
    ['path'],
    'https://networkx.org/documentation/networkx-2.8.8/reference/readwrite/gpickle.html',
    { aliases: ['networkx.readwrite.gpickle.read_gpickle'] }
  )
];
