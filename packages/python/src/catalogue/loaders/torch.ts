import type { LoaderRow } from '../row.js';

/** PyTorch's own loaders. */
export const TORCH_LOADERS: readonly LoaderRow[] = [
  {
    name: 'torch.load',
    aliases: ['torch.serialization.load'],
    parameters: ['f', 'map_location', 'pickle_module'],
    keywordOnly: ['weights_only', 'mmap'],
    source: 'f',
    family: 'torch',
    guard: { parameter: 'weights_only', safe: true, default: { package: 'torch', safeFrom: '2.6' } },
    documentation: 'https://docs.pytorch.org/docs/stable/generated/torch.load.html'
  }
];
