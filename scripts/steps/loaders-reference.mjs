import { HUBS } from '@loadlight/python/catalogue/hubs';
import { LOADERS } from '@loadlight/python/catalogue/loaders/loaders';
import { FETCHES } from '@loadlight/python/catalogue/transfers';
import { readFileSync } from 'node:fs';

/** The forty of those that load files which PyPI was asked for most often in November 2026, the first one first; `why` where one has no rows. */
export const MOST_USED = JSON.parse(readFileSync(new URL('most-used.json', import.meta.url), 'utf8'));

const HEAD = `# What Loadlight knows

The functions that load models, data and objects, by library: what each can run, which rule speaks of it, and where the library says
so. \`npm run docs\` writes this page from the catalogue. \`**\` stands for any module or class in between, \`()\` for an object of that class. Other names of
the same functions are known as well (\`torch.serialization.load\`), and so are aliases, wrappers, and classes of your own that derive from
these. How loudly a rule speaks depends on where the file comes from: see [the rules](rules/README.md).
`;

/** What people call a library, where that is not the name of its module. */
const TITLES = {
  flair: 'Flair',
  keras: 'Keras, and Keras in TensorFlow',
  lightning: 'Lightning',
  mlflow: 'MLflow',
  networkx: 'NetworkX',
  numpy: 'NumPy, and NumPy in JAX',
  onnxruntime: 'ONNX Runtime',
  openvino: 'OpenVINO',
  paddle: 'PaddlePaddle',
  pickle: 'Python: pickle',
  marshal: 'Python: marshal',
  shelve: 'Python: shelve',
  tables: 'PyTables',
  tensorflow: 'TensorFlow',
  tensorflow_hub: 'TensorFlow Hub',
  torch: 'PyTorch',
  torch_geometric: 'PyTorch Geometric',
  transformers: 'Transformers',
  vllm: 'vLLM',
  yaml: 'PyYAML'
};

const RULES = {
  torch: 'LL101',
  pickle: 'LL102',
  joblib: 'LL103',
  numpy: 'LL104',
  yaml: 'LL105',
  keras: 'LL106',
  checkpoint: 'LL107',
  program: 'LL108'
};

/** The page of all that the catalogue has rows for, as they are now. */
export function loadersReference() {
  const rows = new Map();
  const add = (name, row) => rows.set(name, [...(rows.get(name) ?? []), row]);
  for (const row of LOADERS) add(row.name, { says: loaderWords(row), rules: loaderRules(row), at: row.documentation });
  for (const row of HUBS) add(row.pattern, { says: hubWords(row), rules: hubRules(row), at: row.documentation });
  const libraries = new Map();
  for (const [name, of] of rows) {
    const root = name.split('.', 1)[0];
    libraries.set(root, [...(libraries.get(root) ?? []), [name, of]]);
  }
  const titled = [...libraries].map(([root, of]) => [TITLES[root] ?? root, of]);
  titled.sort(([a], [b]) => a.localeCompare(b, 'en', { sensitivity: 'base' }));
  const fetching = [...new Set(FETCHES.map(({ name }) => name.split('.', 1)[0]))].sort((a, b) =>
    a.localeCompare(b, 'en')
  );
  return [
    HEAD,
    `${rows.size} functions of ${titled.length} libraries.\n`,
    ...titled.map(([title, of]) => `## ${title}\n\n${table(of)}`),
    '## Downloads\n',
    `What is loaded is followed back to its address through ${fetching.map(name => `\`${name}\``).join(', ')}, and through shell lines (\`wget\`, \`curl\`, \`hf\`, \`git\`, \`aws\`,`,
    '`gsutil` and others). See [LL205](rules/LL205.md), [LL206](rules/LL206.md), [LL207](rules/LL207.md) and [LL208](rules/LL208.md).\n',
    '## The forty most used\n',
    'Of the libraries that load files, those that PyPI was asked for most often in November 2026:\n',
    coverage([...rows.keys()])
  ].join('\n');
}

/** So many functions of each of the most used libraries are known. */
function coverage(names) {
  const lines = MOST_USED.map(({ library, modules, why }) => {
    const count = names.filter(name => modules.includes(name.split('.', 1)[0])).length;
    return [library, count === 0 ? '' : String(count), why ?? ''];
  });
  return rowsOf([['library', 'functions known', ''], ['---', '---', '---'], ...lines]);
}

/** What the hover says in its first line, for calls of all kinds. */
function loaderWords({ family, guard, safety, sometimes, crafted, refusedBy }) {
  if (safety === 'safe') return 'nothing: only data is read';
  if (crafted) return 'nothing by design, but it is not made for crafted files';
  const code =
    family === 'program'
      ? 'the program that the file is'
      : family === 'yaml'
        ? 'any function that the file names'
        : 'any code in the file';
  const what = sometimes ? `${code}, where it holds objects` : code;
  const parts = [what];
  if (guard) parts.push(guardWords(guard));
  else if (typeof safety === 'object') parts.push(`before ${since(safety)}`);
  if (refusedBy) parts.push(`not with \`${refusedBy.variable}\` set so`);
  return parts.join(', ');
}

function guardWords({ parameter, safe, default: byDefault }) {
  const named = typeof safe === 'object' && safe !== null;
  const value = typeof safe === 'boolean' ? (safe ? 'True' : 'False') : JSON.stringify(safe);
  const other = safe === true ? 'False' : 'True';
  if (named)
    return `depending on \`${parameter}\`${typeof byDefault === 'object' ? ` and, without it, before ${since(byDefault)}` : ''}`;
  if (byDefault === 'safe') return `with \`${parameter}=${other}\` only`;
  if (byDefault === 'unsafe') return `unless \`${parameter}=${value}\``;
  return `with \`${parameter}=${other}\`, or before ${since(byDefault)}`;
}

function since({ package: name, safeFrom, and }) {
  return `${name} ${safeFrom}${and ? ` or ${since(and)}` : ''}`;
}

function loaderRules({ family, safety }) {
  return safety === 'safe' ? [] : [RULES[family]];
}

function hubWords({ form, remoteCode, pinnedBy }) {
  if (form === 'torch-hub') return '`hubconf.py` of the repository; pinned by a commit behind its name';
  const pin =
    pinnedBy === 'nothing'
      ? 'cannot be pinned'
      : pinnedBy === 'name'
        ? 'pinned by a commit in its name'
        : pinnedBy === 'dictionary'
          ? 'pinned by `revision` in `model_kwargs`'
          : 'pinned by `revision`';
  if (remoteCode === 'by-default') return `Python files of the repository, unless \`trust_remote_code=False\`; ${pin}`;
  return remoteCode
    ? `Python files of the repository, with \`trust_remote_code=True\`; ${pin}`
    : `no code of the repository; ${pin}`;
}

function hubRules({ form, remoteCode, pinnedBy }) {
  if (form === 'torch-hub') return ['LL203'];
  return [...(remoteCode ? ['LL201'] : []), ...(pinnedBy === 'nothing' ? [] : ['LL202'])];
}

function table(rows) {
  const lines = rows.map(([name, of]) => {
    const says = of.map(one => one.says).join('; ');
    const rules = [...new Set(of.flatMap(one => one.rules))].map(rule => `[${rule}](rules/${rule}.md)`).join(', ');
    return [`[\`${name}\`](${of[0].at})`, says, rules];
  });
  const all = [['function', 'can run', 'rules'], ['---', '---', '---'], ...lines];
  return rowsOf(all);
}

function rowsOf(rows) {
  return rows.map(cells => `| ${cells.join(' | ')} |\n`).join('');
}
