import type { LoaderRow } from '../row.js';

const PICKLE = 'https://docs.python.org/3/library/pickle.html';

/** What exists to unpickle. */
export const PICKLE_LOADERS: readonly LoaderRow[] = [
  pickleLoader('pickle.load', ['_pickle.load', 'cPickle.load', 'pickle5.load', 'six.moves.cPickle.load'], 'file'),
  pickleLoader('pickle.loads', ['_pickle.loads', 'cPickle.loads', 'pickle5.loads', 'six.moves.cPickle.loads'], 'data'),
  {
    ...pickleLoader('pickle.Unpickler().load', ['_pickle.Unpickler().load', 'cPickle.Unpickler().load'], 'file'),
    parameters: []
  },
  pickleLoader('dill.load', [], 'file', 'https://dill.readthedocs.io/en/latest/dill.html'),
  pickleLoader('dill.loads', [], 'str', 'https://dill.readthedocs.io/en/latest/dill.html'),
  pickleLoader(
    'cloudpickle.load',
    ['cloudpickle.cloudpickle.load'],
    'file',
    'https://github.com/cloudpipe/cloudpickle'
  ),
  pickleLoader(
    'cloudpickle.loads',
    ['cloudpickle.cloudpickle.loads'],
    'data',
    'https://github.com/cloudpipe/cloudpickle'
  )
];

function pickleLoader(name: string, aliases: readonly string[], source: string, documentation = PICKLE): LoaderRow {
  return {
    name,
    aliases,
    parameters: [source],
    keywordOnly: ['fix_imports', 'encoding', 'errors', 'buffers'],
    source,
    family: 'pickle',
    ...(name.endsWith('.loads') && { takesBytes: true }),
    documentation
  };
}
