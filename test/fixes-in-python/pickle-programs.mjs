const SHOW = 'print(sorted(data), data["counts"], data["place"])\n';
const OPEN = 'with open("data.pkl", "rb") as file:\n';

/** Programs that unpickle a file; the fix rewrites the call. */
export const PICKLE_PROGRAMS = {
  load: `import pickle\n\n${OPEN}    data = pickle.load(file)  # the data\n${SHOW}`,
  loads: `import pickle\n\n${OPEN}    data = pickle.loads(file.read())\n${SHOW}`,
  'loads of a multi-line argument': `import pickle\n\n${OPEN}    data = pickle.loads(  # reads\n        file.read()  # all of it\n        + b"",\n    )\n${SHOW}`,
  'loads with a name for io': `import io as stream\nimport pickle\n\n${OPEN}    data = pickle.loads(stream.BytesIO(file.read()).getvalue())\n${SHOW}`,
  Unpickler: `import pickle\n\n${OPEN}    data = pickle.Unpickler(file).load()\n${SHOW}`,
  'Unpickler on two lines': `import pickle\n\n${OPEN}    reader = pickle.Unpickler(\n        file,  # open\n    )\n    data = reader.load()\n${SHOW}`,
  'Unpickler from-imported': `from pickle import Unpickler as Reader\n\ndata = Reader(open("data.pkl", "rb"), encoding="bytes").load()\n${SHOW}`,
  alias: `import pickle as pkl\n\ndata = pkl.load(open("data.pkl", "rb"))\n${SHOW}`,
  'from-import': `from pickle import dump, load\n\ndata = load(open("data.pkl", "rb"))\n${SHOW}`,
  'from-import with alias': `from pickle import (\n    loads as unpickle_it,  # loads\n)\n\ndata = unpickle_it(open("data.pkl", "rb").read())\n${SHOW}`,
  _pickle: `import _pickle\n\ndata = _pickle.load(open("data.pkl", "rb"))\n${SHOW}`,
  'name for the function': `import pickle\nunpickle_it = pickle.load\ndata = unpickle_it(open("data.pkl", "rb"))\n${SHOW}`,
  'file by keyword': `import pickle\ndata = pickle.load(file=open("data.pkl", "rb"))\n${SHOW}`,
  encoding: `import pickle\ndata = pickle.load(open("old.pkl", "rb"), encoding="latin1", fix_imports=True)\n${SHOW}`,
  'encoding first': `import pickle\ndata = pickle.load(encoding="bytes", file=open("data.pkl", "rb"))\n${SHOW}`,
  'loads with encoding': `import pickle\ndata = pickle.loads(open("old.pkl", "rb").read(), encoding="latin1")\n${SHOW}`,
  'one argument a line': `import pickle\ndata = pickle.load(\n    open("old.pkl", "rb"),  # the file\n    encoding="bytes",  # old\n)\n${SHOW}`,
  'method on the result': `import pickle\ndata = pickle.load(open("data.pkl", "rb")).copy()\n${SHOW}`,
  'as an argument': `import pickle\nprint(sorted(pickle.load(open("data.pkl", "rb"))))\n`,
  'in an f-string': `import pickle\nfile = open("data.pkl", "rb")\nprint(f"{sorted(pickle.load(file))}")\n`,
  function: `import pickle\n\n\ndef read(path):\n    """Reads."""\n    # pickle.load(x)\n    with open(path, "rb") as file:\n        return pickle.load(file)\n\n\ndata = read("data.pkl")\n${SHOW}`,
  'import in the function': `def read(path):\n    import pickle\n    return pickle.load(open(path, "rb"))\n\ndata = read("data.pkl")\n${SHOW}`,
  'from-import in the function': `"""Doc."""\n# about\n\ndef read(path):\n    from pickle import loads\n    return loads(open(path, "rb").read())\n\ndata = read("data.pkl")\n${SHOW}`,
  'import after the function': `def read(path):\n    return pickle.load(open(path, "rb"))\n\nimport pickle\ndata = read("data.pkl")\n${SHOW}`,
  'decorated function': `import functools\nimport pickle\n\n@functools.lru_cache\ndef read(path):\n    return pickle.load(open(path, "rb"))\n\ndata = read("data.pkl")\n${SHOW}`,
  'decorated method': `import pickle\n\nclass Reader:  # reads\n    @staticmethod\n    def read(path):\n        return pickle.load(open(path, "rb"))\n\ndata = Reader.read("data.pkl")\n${SHOW}`,
  'async function': `import asyncio\nimport pickle\n\nasync def read():\n    return pickle.loads(await asyncio.to_thread(open("data.pkl", "rb").read))\n\ndata = asyncio.run(read())\n${SHOW}`,
  lambda: `import pickle\nread = lambda path: pickle.load(open(path, "rb"))\ndata = read("data.pkl")\n${SHOW}`,
  if: `import pickle\nif True:\n    data = pickle.load(open("data.pkl", "rb"))\nelse:\n    data = {}\n${SHOW}`,
  'else of an if': `import pickle\nif False:\n    data = {}\nelse:\n    data = pickle.load(open("data.pkl", "rb"))\n${SHOW}`,
  'import in a try': `try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\ndata = pickle.load(open("data.pkl", "rb"))\n${SHOW}`,
  'import on the same line': `import pickle; data = pickle.load(open("data.pkl", "rb"))\n${SHOW}`,
  'future import and docstring': `#!/usr/bin/env python\n"""Doc."""\nfrom __future__ import annotations\n\nfrom pickle import load\n\ndata = load(open("data.pkl", "rb"))\n${SHOW}`,
  'only a future import': `from __future__ import annotations\n\ndef read():\n    from pickle import load\n    return load(open("data.pkl", "rb"))\n\ndata = read()\n${SHOW}`,
  twice: `import pickle\n\nfirst = pickle.load(open("data.pkl", "rb"))\ndata = pickle.loads(open("data.pkl", "rb").read())\nprint(first == data)\n${SHOW}`,
  'twice in a line': `import pickle\ndata = [pickle.load(open("data.pkl", "rb")), pickle.load(open("data.pkl", "rb"))][1]\n${SHOW}`,
  'twice, first in a function': `import pickle\n\ndef read():\n    return pickle.load(open("data.pkl", "rb"))\n\ndata = pickle.loads(open("data.pkl", "rb").read())\nprint(read() == data)\n${SHOW}`,
  'windows line ends': `import pickle\nif True:\n\tdata = pickle.load(open("data.pkl", "rb"))\n${SHOW}`.replaceAll(
    '\n',
    '\r\n'
  ),
  'notebook: import in another cell': ['import pickle', `${OPEN}    data = pickle.load(file)`, SHOW],
  'notebook: twice, in two cells': [
    'import pickle as pkl',
    '# first\nfirst = pkl.load(open("data.pkl", "rb"))',
    '!echo b\ndata = pkl.loads(open("data.pkl", "rb").read())',
    SHOW
  ],
  'notebook: from-import and magics': [
    '%matplotlib -l\nfrom pickle import loads',
    `%%time\ndata = loads(open("data.pkl", "rb").read())`,
    SHOW
  ]
};
