import type { LoaderRow } from '../row.js';

/** NumPy, which pickles arrays of objects. */
export const NUMPY_LOADERS: readonly LoaderRow[] = [
  {
    name: 'numpy.load',
    // JAX hands all of its arguments on (`jax/_src/numpy/lax_numpy.py`).
    aliases: ['numpy.lib.npyio.load', 'jax.numpy.load'],
    parameters: ['file', 'mmap_mode', 'allow_pickle', 'fix_imports', 'encoding'],
    keywordOnly: ['max_header_size'],
    source: 'file',
    family: 'numpy',
    // The default has been False since 1.16.3 (CVE-2019-6446).
    guard: { parameter: 'allow_pickle', safe: false, default: 'safe' },
    documentation: 'https://numpy.org/doc/stable/reference/generated/numpy.load.html'
  }
];
