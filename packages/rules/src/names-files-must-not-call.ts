/** PyTorch refuses these modules in files whatever the list says (`_weights_only_unpickler.py`). */
const REFUSED: ReadonlySet<string> = new Set(['os', 'sys', 'posix', 'nt']);

/** Modules of which every function lets a file do what it wants. */
const MODULES: ReadonlySet<string> = new Set([
  ...['subprocess', 'importlib', 'runpy', 'ctypes', 'pty', 'code', 'codeop', 'shutil', 'socket', 'multiprocessing'],
  ...['pickle', 'dill', 'cloudpickle', 'joblib', 'marshal', 'shelve', 'webbrowser', 'pip', 'commands', 'bdb', 'pdb']
]);

/** Functions that run code, or lead to one that does. */
const NAMES: ReadonlySet<string> = new Set([
  ...['eval', 'exec', 'compile', 'open', 'getattr', 'setattr', '__import__', 'input'],
  ...['operator.attrgetter', 'operator.methodcaller', 'functools.reduce', 'types.FunctionType', 'types.CodeType'],
  ...[
    'timeit.timeit',
    'timeit.repeat',
    'torch.load',
    'torch.hub.load',
    'torch.jit.load',
    'numpy.load',
    'pandas.read_pickle'
  ],
  ...['urllib.request.urlopen', 'urllib.request.urlretrieve', 'asyncio.create_subprocess_shell']
]);

/** What happens where a file may call that: `harms`, it can run anything; `refused`, PyTorch does not let it. Else undefined. */
export function harmOf(name: string): 'harms' | 'refused' | undefined {
  const plain = name.replace(/^builtins\./, '');
  const module = plain.split('.', 1)[0] ?? plain;
  if (plain.includes('.') && REFUSED.has(module)) return 'refused';
  return NAMES.has(plain) || (plain.includes('.') && MODULES.has(module)) ? 'harms' : undefined;
}
