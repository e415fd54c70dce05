import type { CopyRow, FetchRow, WriteRow } from './row.js';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'request'] as const;

/** Readers of tables that take an address in the place of a path. */
const PANDAS = [
  'csv',
  'table',
  'json',
  'parquet',
  'feather',
  'excel',
  'xml',
  'html',
  'fwf',
  'stata',
  'orc',
  'sas',
  'spss'
];
const POLARS = ['csv', 'json', 'ndjson', 'parquet', 'excel', 'ipc', 'avro'];

const PANDAS_FIRST: Readonly<Record<string, string>> = {
  json: 'path_or_buf',
  parquet: 'path',
  feather: 'path',
  excel: 'io',
  xml: 'path_or_buffer',
  html: 'io',
  orc: 'path',
  spss: 'path'
};

/** Downloads, by the address they take and what they leave. */
export const FETCHES: readonly FetchRow[] = [
  // https://docs.python.org/3/library/urllib.request.html
  { ...url('urllib.request.urlretrieve', ['url', 'filename']), destination: 'filename' },
  { ...url('urllib.urlretrieve', ['url', 'filename']), destination: 'filename' },
  url('urllib.request.urlopen', ['url']),
  url('urllib.request.Request', ['url']),
  url('urllib2.urlopen', ['url']),
  { ...url('urllib.request.URLopener().retrieve', ['url', 'filename']), destination: 'filename' },
  // https://requests.readthedocs.io/en/latest/api/, https://www.python-httpx.org/api/
  ...['requests', 'requests.Session()', 'requests.session()', 'requests.sessions.Session()', 'httpx', 'httpx.Client()']
    .concat(['httpx.AsyncClient()', 'niquests', 'curl_cffi.requests', 'cloudscraper.create_scraper()'])
    .flatMap(client => VERBS.map(verb => clientCall(`${client}.${verb}`, verb))),
  ...['httpx', 'httpx.Client()', 'httpx.AsyncClient()'].map(client => clientCall(`${client}.stream`, 'request')),
  // https://docs.aiohttp.org/en/stable/client_reference.html
  ...VERBS.map(verb => ({ ...clientCall(`aiohttp.ClientSession().${verb}`, verb), verify: 'ssl' })),
  { ...clientCall('aiohttp.request', 'request'), verify: 'ssl' },
  // https://urllib3.readthedocs.io/en/stable/reference/
  clientCall('urllib3.request', 'request'),
  clientCall('urllib3.PoolManager().request', 'request'),
  // https://docs.pytorch.org/docs/stable/hub.html
  {
    ...url('torch.hub.download_url_to_file', ['url', 'dst', 'hash_prefix']),
    destination: 'dst',
    checksum: ['hash_prefix']
  },
  {
    ...url('torchvision.datasets.utils.download_url', ['url', 'root', 'filename', 'md5']),
    destination: 'root',
    folder: true,
    file: 'filename',
    checksum: ['md5']
  },
  {
    ...url('torchvision.datasets.utils.download_and_extract_archive', ['url', 'download_root', 'extract_root']),
    destination: 'download_root',
    folder: true,
    checksum: ['md5']
  },
  {
    ...url('torch.hub.load_state_dict_from_url', ['url', 'model_dir', 'map_location', 'progress', 'check_hash']),
    checksum: ['check_hash']
  },
  // https://pandas.pydata.org/docs/reference/io.html, https://docs.pola.rs/api/python/stable/reference/io.html
  ...PANDAS.map(name => ({
    ...url(`pandas.read_${name}`, [PANDAS_FIRST[name] ?? 'filepath_or_buffer']),
    opensPaths: true
  })),
  ...POLARS.map(name => ({ ...url(`polars.read_${name}`, ['source']), opensPaths: true })),
  ...['csv', 'ndjson', 'parquet', 'ipc'].map(name => ({ ...url(`polars.scan_${name}`, ['source']), opensPaths: true })),
  // https://numpy.org/doc/stable/reference/routines.io.html
  ...['numpy.loadtxt', 'numpy.genfromtxt'].map(name => ({ ...url(name, ['fname']), opensPaths: true })),
  // https://huggingface.co/docs/datasets/loading, https://huggingface.co/docs/datasets/package_reference/main_classes
  ...['load_dataset', 'load_dataset_builder'].map(name => ({
    ...url(`datasets.${name}`, ['path', 'name', 'data_dir', 'data_files']),
    address: { kind: 'url', parameter: 'data_files' } as const,
    opensPaths: true
  })),
  ...['csv', 'json', 'parquet', 'text'].map(name => ({
    ...url(`datasets.Dataset.from_${name}`, ['path_or_paths']),
    opensPaths: true
  })),
  // https://www.tensorflow.org/api_docs/python/tf/keras/utils/get_file
  ...['tensorflow.keras', 'tf_keras', 'keras'].flatMap(keras =>
    ['utils', 'utils.data_utils'].map(module => ({
      ...url(`${keras}.${module}.get_file`, ['fname', 'origin']),
      address: { kind: 'url', parameter: 'origin' } as const,
      checksum: ['md5_hash', 'file_hash']
    }))
  ),
  // https://www.fatiando.org/pooch/latest/api/
  { ...url('pooch.retrieve', ['url', 'known_hash', 'fname', 'path']), checksum: ['known_hash'] },
  // https://gitpython.readthedocs.io, https://www.pygit2.org
  { ...url('git.Repo.clone_from', ['url', 'to_path']), destination: 'to_path', folder: true },
  { ...url('pygit2.clone_repository', ['url', 'path']), destination: 'path', folder: true },
  // https://github.com/wkentaro/gdown
  { ...url('gdown.download', ['url', 'output']), destination: 'output' },
  {
    ...url('gdown.cached_download', ['url', 'path', 'md5']),
    destination: 'path',
    checksum: ['md5', 'hash']
  },
  { ...url('gdown.download_folder', ['url', 'id', 'output']), destination: 'output', folder: true },
  { ...url('wget.download', ['url', 'out']), destination: 'out' },
  // https://huggingface.co/docs/huggingface_hub/package_reference/file_download
  {
    name: 'huggingface_hub.hf_hub_download',
    parameters: ['repo_id', 'filename'],
    address: { kind: 'hub', repository: 'repo_id', revision: 'revision' },
    destination: 'local_dir',
    folder: true
  },
  {
    name: 'huggingface_hub.snapshot_download',
    parameters: ['repo_id'],
    address: { kind: 'hub', repository: 'repo_id', revision: 'revision' },
    destination: 'local_dir',
    folder: true
  },
  {
    name: 'huggingface_hub.Repository',
    parameters: ['local_dir', 'clone_from'],
    address: { kind: 'hub', repository: 'clone_from', revision: 'revision' },
    destination: 'local_dir',
    folder: true
  },
  // https://radimrehurek.com/gensim/downloader.html: the data, and a module that reads it, which is run.
  url('gensim.downloader.load', ['name'], 'https://github.com/RaRe-Technologies/gensim-data/releases/download/'),
  // https://github.com/Kaggle/kagglehub, https://github.com/Kaggle/kaggle-api
  { ...url('kagglehub.dataset_download', ['handle'], 'https://www.kaggle.com/datasets/') },
  { ...url('kagglehub.model_download', ['handle'], 'https://www.kaggle.com/models/') },
  { ...url('kagglehub.competition_download', ['handle'], 'https://www.kaggle.com/competitions/') },
  {
    ...url('kaggle.api.dataset_download_files', ['dataset', 'path'], 'https://www.kaggle.com/datasets/'),
    destination: 'path',
    folder: true
  },
  {
    ...url('kaggle.api.dataset_download_file', ['dataset', 'file_name', 'path'], 'https://www.kaggle.com/datasets/'),
    destination: 'path',
    folder: true
  },
  {
    ...url('kaggle.api.competition_download_files', ['competition', 'path'], 'https://www.kaggle.com/competitions/'),
    destination: 'path',
    folder: true
  },
  // https://docs.wandb.ai/guides/artifacts/download-and-use-an-artifact, https://mlflow.org/docs/latest/api_reference/python_api/mlflow.artifacts.html
  {
    name: 'wandb.**.download',
    parameters: ['root'],
    address: { kind: 'bucket', scheme: 'wandb' },
    destination: 'root',
    folder: true
  },
  {
    name: 'mlflow.artifacts.download_artifacts',
    parameters: ['artifact_uri', 'run_id', 'artifact_path', 'dst_path'],
    address: { kind: 'bucket', scheme: 'mlflow', key: 'artifact_uri' },
    destination: 'dst_path',
    folder: true
  },
  // https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/s3.html
  ...['boto3.**.download_file', 'boto3.**.download_fileobj'].map((name): FetchRow => ({
    name,
    parameters: ['Bucket', 'Key', name.endsWith('obj') ? 'Fileobj' : 'Filename'],
    address: { kind: 'bucket', scheme: 's3', bucket: 'Bucket', key: 'Key' },
    destination: name.endsWith('obj') ? 'Fileobj' : 'Filename'
  })),
  ...['Bucket().download_file', 'Bucket().download_fileobj'].map((name): FetchRow => ({
    name: `boto3.**.${name}`,
    parameters: ['Key', 'Filename'],
    address: { kind: 'bucket', scheme: 's3', key: 'Key' },
    destination: 'Filename'
  })),
  ...['Object().download_file', 'Object().download_fileobj'].map((name): FetchRow => ({
    name: `boto3.**.${name}`,
    parameters: ['Filename'],
    address: { kind: 'bucket', scheme: 's3' },
    destination: 'Filename'
  })),
  {
    name: 'boto3.**.get_object',
    parameters: [],
    address: { kind: 'bucket', scheme: 's3', bucket: 'Bucket', key: 'Key' }
  },
  // https://cloud.google.com/python/docs/reference/storage/latest
  {
    name: 'google.cloud.storage.**.download_to_filename',
    parameters: ['filename'],
    address: { kind: 'bucket', scheme: 'gs' },
    destination: 'filename'
  },
  {
    name: 'google.cloud.storage.**.download_to_file',
    parameters: ['file_obj'],
    address: { kind: 'bucket', scheme: 'gs' },
    destination: 'file_obj'
  },
  ...['download_as_bytes', 'download_as_string'].map((name): FetchRow => ({
    name: `google.cloud.storage.**.${name}`,
    parameters: [],
    address: { kind: 'bucket', scheme: 'gs' }
  })),
  // https://learn.microsoft.com/python/api/azure-storage-blob
  {
    name: 'azure.storage.blob.**.download_blob',
    parameters: ['blob'],
    address: { kind: 'bucket', scheme: 'abfs', key: 'blob' }
  },
  // https://filesystem-spec.readthedocs.io
  ...[
    'fsspec.open',
    'fsspec.open_local',
    'smart_open.open',
    's3fs.S3FileSystem().open',
    'gcsfs.GCSFileSystem().open'
  ].map(name => ({ ...url(name, ['urlpath']), opensPaths: true })),
  ...['s3fs.S3FileSystem()', 'gcsfs.GCSFileSystem()', 'fsspec.filesystem()'].flatMap(system =>
    ['get', 'get_file', 'download'].map(name => ({
      ...url(`${system}.${name}`, ['rpath', 'lpath']),
      address: { kind: 'url', parameter: 'rpath' } as const,
      destination: 'lpath'
    }))
  )
];

/** Files without a name of their own, told apart by where they are made. */
export const TEMPORARY_FILES: readonly string[] = [
  'tempfile.NamedTemporaryFile',
  'tempfile.TemporaryFile',
  'tempfile.SpooledTemporaryFile'
];

/** Writers of what a loader reads back: a file saved by the same program is the user's own. */
export const WRITES: readonly WriteRow[] = [
  { name: 'torch.save', parameters: ['obj', 'f'], destination: 'f' },
  { name: 'torch.jit.save', parameters: ['m', 'f'], destination: 'f' },
  { name: 'torch.export.save', parameters: ['ep', 'f'], destination: 'f' },
  { name: 'pickle.dump', parameters: ['obj', 'file'], destination: 'file' },
  { name: 'dill.dump', parameters: ['obj', 'file'], destination: 'file' },
  { name: 'cloudpickle.dump', parameters: ['obj', 'file'], destination: 'file' },
  { name: 'joblib.dump', parameters: ['value', 'filename'], destination: 'filename' },
  { name: 'sklearn.externals.joblib.dump', parameters: ['value', 'filename'], destination: 'filename' },
  { name: 'skops.io.dump', parameters: ['obj', 'file'], destination: 'file' },
  { name: 'numpy.save', parameters: ['file', 'arr'], destination: 'file' },
  { name: 'numpy.savez', parameters: ['file'], destination: 'file' },
  { name: 'numpy.savez_compressed', parameters: ['file'], destination: 'file' },
  { name: 'safetensors.torch.save_file', parameters: ['tensors', 'filename'], destination: 'filename' },
  { name: 'safetensors.torch.save_model', parameters: ['model', 'filename'], destination: 'filename' },
  { name: 'tensorflow.saved_model.save', parameters: ['obj', 'export_dir'], destination: 'export_dir' },
  ...[...['open', 'io.open', 'codecs.open', 'aiofiles.open', 'io.BytesIO'], ...TEMPORARY_FILES].flatMap(file =>
    ['write', 'writelines'].map(name => ({
      name: `${file}().${name}`,
      parameters: ['data'],
      destination: '',
      data: 'data',
      onReceiver: true
    }))
  )
];

/** Methods that write a file, whatever the object is: `model.save("m.keras")`, `frame.to_pickle("f.pkl")`. */
export const WRITING_METHODS: readonly WriteRow[] = [
  { name: 'save_pretrained', parameters: ['save_directory'], destination: 'save_directory' },
  { name: 'to_pickle', parameters: ['path'], destination: 'path' },
  { name: 'save', parameters: ['filepath'], destination: 'filepath' },
  { name: 'save_model', parameters: ['path'], destination: 'path' },
  { name: 'save_weights', parameters: ['filepath'], destination: 'filepath' },
  { name: 'save_checkpoint', parameters: ['filepath'], destination: 'filepath' },
  { name: 'dump', parameters: ['path'], destination: 'path' },
  { name: 'write_bytes', parameters: ['data'], destination: '', data: 'data', onReceiver: true }
];

/** What makes one file of another. */
export const COPIES: readonly CopyRow[] = [
  ...['copy', 'copy2', 'copyfile', 'copytree', 'move'].map(name => copy(`shutil.${name}`, 'src', 'dst')),
  copy('shutil.copyfileobj', 'fsrc', 'fdst'),
  ...['rename', 'replace', 'renames', 'link', 'symlink'].map(name => copy(`os.${name}`, 'src', 'dst')),
  { ...copy('shutil.unpack_archive', 'filename', 'extract_dir'), unpacks: true, filters: true },
  ...[
    'tarfile.open',
    'tarfile.TarFile',
    'tarfile.TarFile.open',
    'zipfile.ZipFile',
    'py7zr.SevenZipFile',
    'rarfile.RarFile'
  ].flatMap(name => [
    { name: `${name}().extractall`, parameters: ['path'], to: 'path', unpacks: true, filters: isTar(name) },
    { name: `${name}().extract`, parameters: ['member', 'path'], to: 'path', unpacks: true, filters: isTar(name) }
  ])
];

/** Calls on an archive or file whose result has the origin of what they were given first (or by these names). */
export const CONTAINERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['open', ['file']],
  ['io.open', ['file']],
  ['aiofiles.open', ['file']],
  ['pathlib.Path', []],
  ['tarfile.open', ['name', 'fileobj']],
  ['tarfile.TarFile', ['name', 'fileobj']],
  ['tarfile.TarFile.open', ['name', 'fileobj']],
  ['zipfile.ZipFile', ['file']],
  ['py7zr.SevenZipFile', ['file']],
  ['rarfile.RarFile', ['file']],
  ['gzip.open', ['filename']],
  ['gzip.GzipFile', ['filename', 'fileobj']],
  ['gzip.decompress', ['data']],
  ['bz2.open', ['filename']],
  ['bz2.BZ2File', ['filename']],
  ['lzma.open', ['filename']],
  ['zlib.decompress', ['data']],
  ['base64.b64decode', ['s']],
  ['bz2.decompress', ['data']],
  ['lzma.decompress', ['data']],
  ['io.BytesIO', ['initial_bytes']],
  ...TEMPORARY_FILES.map((name): [string, string[]] => [name, []]),
  ['io.BufferedReader', ['raw']],
  ['codecs.open', ['filename']],
  ['mmap.mmap', ['fileno']],
  ['os.path.abspath', ['path']],
  ['os.path.realpath', ['filename']],
  ['tqdm.tqdm', ['iterable']],
  ['tqdm.auto.tqdm', ['iterable']],
  ['tqdm.notebook.tqdm', ['iterable']],
  ['next', []],
  ['iter', []],
  ['enumerate', []]
]);

function url(name: string, parameters: readonly string[], prefix?: string): FetchRow {
  const [parameter = 'url'] = parameters;
  return { name, parameters, address: { kind: 'url', parameter, ...(prefix !== undefined && { prefix }) } };
}

function clientCall(name: string, verb: string): FetchRow {
  const parameters = verb === 'request' ? ['method', 'url'] : ['url'];
  return { name, parameters, address: { kind: 'url', parameter: 'url' }, verify: 'verify' };
}

function copy(name: string, from: string, to: string): CopyRow {
  return { name, parameters: [from, to], from, to };
}

function isTar(name: string): boolean {
  return name.startsWith('tarfile.');
}
