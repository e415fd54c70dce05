import type { LoaderRow } from '../row.js';

const DILL_SESSION = 'https://dill.readthedocs.io/en/latest/dill.html#module-dill.session';
const MARSHAL = 'https://docs.python.org/3/library/marshal.html';

/** Sessions, shelves and tables of objects: files of other kinds that hold pickles, or are built as freely as these. */
export const STORED_OBJECT_LOADERS: readonly LoaderRow[] = [
  storedObjects('dill.load_session', ['dill.session.load_session'], ['filename', 'main'], DILL_SESSION),
  storedObjects('dill.load_module', ['dill.session.load_module'], ['filename', 'module'], DILL_SESSION),
  storedObjects('dill.load_module_asdict', ['dill.session.load_module_asdict'], ['filename', 'update'], DILL_SESSION),
  {
    ...storedObjects(
      'shelve.open',
      ['shelve.DbfilenameShelf'],
      ['filename', 'flag', 'protocol', 'writeback'],
      'https://docs.python.org/3/library/shelve.html'
    ),
    // A new, empty shelf is always made.
    guard: { parameter: 'flag', safe: 'n', default: 'unsafe' }
  },
  { ...storedObjects('marshal.load', [], ['file'], MARSHAL), crafted: true },
  { ...storedObjects('marshal.loads', [], ['bytes'], MARSHAL), crafted: true, takesBytes: true },
  {
    ...storedObjects(
      'jsonpickle.decode',
      ['jsonpickle.loads', 'jsonpickle.unpickler.decode'],
      ['string', 'backend', 'context', 'keys', 'reset', 'safe', 'classes'],
      'https://jsonpickle.readthedocs.io/en/latest/api.html'
    ),
    takesBytes: true
  },
  storedObjects(
    'pandas.read_pickle',
    ['pandas.io.pickle.read_pickle', 'pandas.io.api.read_pickle', 'modin.pandas.read_pickle'],
    ['filepath_or_buffer', 'compression', 'storage_options'],
    'https://pandas.pydata.org/docs/reference/api/pandas.read_pickle.html'
  ),
  {
    ...storedObjects(
      'pandas.read_hdf',
      ['pandas.io.pytables.read_hdf', 'modin.pandas.read_hdf'],
      ['path_or_buf', 'key', 'mode'],
      'https://pandas.pydata.org/docs/reference/api/pandas.read_hdf.html'
    ),
    sometimes: true
  },
  // 2026.8 (`io/hdf.py`): pandas reads them.
  {
    ...storedObjects(
      'dask.dataframe.read_hdf',
      ['dask.dataframe.io.read_hdf', 'dask.dataframe.io.hdf.read_hdf'],
      ['pattern', 'key', 'start', 'stop'],
      'https://docs.dask.org/en/stable/generated/dask.dataframe.read_hdf.html'
    ),
    sometimes: true
  },
  storedObjects(
    'pyspark.**.pickleFile',
    [],
    ['name', 'minPartitions'],
    'https://spark.apache.org/docs/latest/api/python/reference/api/pyspark.SparkContext.pickleFile.html'
  ),
  {
    // Opening reads attributes, and PyTables unpickles those that hold objects.
    ...storedObjects(
      'pandas.HDFStore',
      ['pandas.io.pytables.HDFStore', 'pandas.io.api.HDFStore'],
      ['path', 'mode'],
      'https://pandas.pydata.org/docs/user_guide/io.html#hdf5-pytables'
    ),
    // A new, empty file is always made.
    guard: { parameter: 'mode', safe: 'w', default: 'unsafe' },
    sometimes: true
  },
  {
    // 3.11 (`attributeset.py`): attributes that hold pickles are unpickled when they are read, some of them when a file is opened.
    ...storedObjects(
      'tables.open_file',
      ['tables.file.open_file'],
      ['filename', 'mode', 'title', 'root_uep', 'filters'],
      'https://www.pytables.org/usersguide/libref/top_level.html#tables.open_file'
    ),
    guard: { parameter: 'mode', safe: 'w', default: 'unsafe' },
    sometimes: true
  },
  // Functions of the user's own stand in a plan as pickles.
  ...['LazyFrame', 'Expr'].map((name): LoaderRow => ({
    ...storedObjects(
      `polars.${name}.deserialize`,
      [],
      ['source'],
      'https://docs.pola.rs/api/python/stable/reference/lazyframe/api/polars.LazyFrame.deserialize.html'
    ),
    sometimes: true
  }))
];

function storedObjects(
  name: string,
  aliases: readonly string[],
  parameters: readonly [string, ...string[]],
  documentation: string
): LoaderRow {
  return { name, aliases, parameters, keywordOnly: [], source: parameters[0], family: 'pickle', documentation };
}
