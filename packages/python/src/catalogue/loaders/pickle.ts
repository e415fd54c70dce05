import type { LoaderRow } from '../row.js';

const DILL = 'https://dill.readthedocs.io/en/latest/dill.html';
const PICKLE = 'https://docs.python.org/3/library/pickle.html';

/** The same module under the names that it has had. */
const COPIES = ['_pickle', 'cPickle', 'pickle5', 'six.moves.cPickle', 'future.moves.pickle'];

/** Copies that other packages carry. */
const CLOUDPICKLES = [
  'cloudpickle.cloudpickle',
  'ray.cloudpickle',
  'pyspark.cloudpickle',
  'joblib.externals.cloudpickle'
];

/** What exists to unpickle. */
export const PICKLE_LOADERS: readonly LoaderRow[] = [
  pickleLoader('pickle.load', inModules('load', COPIES), 'file'),
  pickleLoader('pickle.loads', inModules('loads', COPIES), 'data'),
  {
    ...pickleLoader(
      'dill.Unpickler().load',
      ['cloudpickle.Unpickler().load', 'pickle._Unpickler().load'],
      'file',
      DILL
    ),
    parameters: []
  },
  {
    ...pickleLoader('pickle.Unpickler().load', ['_pickle.Unpickler().load', 'cPickle.Unpickler().load'], 'file'),
    parameters: []
  },
  pickleLoader('dill.load', [], 'file', DILL),
  pickleLoader('dill.loads', [], 'str', DILL),
  pickleLoader('cloudpickle.load', inModules('load', CLOUDPICKLES), 'file', 'https://github.com/cloudpipe/cloudpickle'),
  pickleLoader(
    'cloudpickle.loads',
    inModules('loads', CLOUDPICKLES),
    'data',
    'https://github.com/cloudpipe/cloudpickle'
  )
];

function inModules(name: string, modules: readonly string[]): string[] {
  return modules.map(module => `${module}.${name}`);
}

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
