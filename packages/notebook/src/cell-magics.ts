/** Cell magics whose body is Python, from IPython, ipytest, memory_profiler, line_profiler and the like. */
const PYTHON_BODIES: ReadonlySet<string> = new Set([
  ...['time', 'timeit', 'capture', 'prun', 'debug', 'python', 'python3', 'pypy', 'ipytest', 'tb'],
  ...['memit', 'mprun', 'lprun', 'heat', 'snakeviz', 'pyinstrument', 'scalene', 'profile', 'microbenchmark'],
  ...['run_pytest', 'run_pytest[clean]', 'run_tests', 'cache', 'px', 'autopx', 'spark', 'local', 'pretty'],
  ...['add_to', 'export', 'wandb', 'notify', 'skip', 'skip_if', 'manim', 'mypy', 'with_timeout', 'unittest_main']
]);

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['sh', 'bash'],
  ['!', 'bash'],
  ['system', 'bash'],
  ['sx', 'bash'],
  ['shell', 'bash'],
  ['js', 'javascript'],
  ['cmd', 'batch'],
  ['bigquery', 'sql'],
  ['cu', 'cuda'],
  ['writefile', 'text'],
  ['file', 'text'],
  ['writetemplate', 'text']
]);

/**
 * The language under a cell magic: `python` where the body is this notebook's Python, else the language's name, or the
 * magic's own name where it is not known.
 */
export function cellMagicLanguage(name: string, argument: string): string {
  if (PYTHON_BODIES.has(name)) return 'python';
  if (name === 'script') return scriptLanguage(argument);
  const lower = name.toLowerCase();
  return LANGUAGES.get(lower) ?? lower;
}

/** `%%script --bg /usr/bin/python3 -` runs the body with that program. */
function scriptLanguage(argument: string): string {
  const program = argument.split(/\s+/).find(word => word !== '' && !word.startsWith('-')) ?? '';
  const name = (/[^/\\]+$/.exec(program)?.[0] ?? 'script').toLowerCase();
  if (/^(python|pypy)[\d.]*$/.test(name)) return 'python';
  return LANGUAGES.get(name) ?? name;
}
