import type { FetchRow, WriteRow } from './row.js';

/** Downloads, by the address they take and the file they leave. */
export const FETCHES: readonly FetchRow[] = [
  { name: 'urllib.request.urlretrieve', parameters: ['url', 'filename'], url: 'url', destination: 'filename' },
  { name: 'torch.hub.download_url_to_file', parameters: ['url', 'dst'], url: 'url', destination: 'dst' },
  { name: 'gdown.download', parameters: ['url', 'output'], url: 'url', destination: 'output' },
  { name: 'wget.download', parameters: ['url', 'out'], url: 'url', destination: 'out' },
  { name: 'urllib.request.urlopen', parameters: ['url'], url: 'url' },
  { name: 'requests.get', parameters: ['url'], url: 'url' },
  { name: 'httpx.get', parameters: ['url'], url: 'url' }
];

/** Writers of what a loader reads back: a file saved by the same program is the user's own. */
export const WRITES: readonly WriteRow[] = [
  { name: 'torch.save', parameters: ['obj', 'f'], destination: 'f' },
  { name: 'pickle.dump', parameters: ['obj', 'file'], destination: 'file' },
  { name: 'dill.dump', parameters: ['obj', 'file'], destination: 'file' },
  { name: 'cloudpickle.dump', parameters: ['obj', 'file'], destination: 'file' },
  { name: '**.save_pretrained', parameters: ['save_directory'], destination: 'save_directory' }
];
