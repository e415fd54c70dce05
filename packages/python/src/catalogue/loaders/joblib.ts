import type { LoaderRow } from '../row.js';

/** joblib, which pickles what is no array. */
export const JOBLIB_LOADERS: readonly LoaderRow[] = [
  {
    name: 'joblib.load',
    aliases: ['joblib.numpy_pickle.load', 'sklearn.externals.joblib.load'],
    parameters: ['filename', 'mmap_mode', 'ensure_native_byte_order'],
    keywordOnly: [],
    source: 'filename',
    family: 'joblib',
    documentation: 'https://joblib.readthedocs.io/en/stable/generated/joblib.load.html'
  }
];
