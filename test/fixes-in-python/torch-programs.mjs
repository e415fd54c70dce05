/** Ways to lay out the arguments of a call behind `"model.pt"`. Each takes the arguments as texts `name=value`. */
export const LAYOUTS = {
  'one line': given => list(['"model.pt"', ...given]),
  'trailing comma': given => `(${['"model.pt"', ...given].join(', ')},)`,
  'spaces inside': given => `( ${['"model.pt"', ...given].join(' , ')} )`,
  'file by keyword': given => list(['f="model.pt"', ...given]),
  'given ones first': given => list([...given, 'f="model.pt"']),
  'map_location by position': given => list(['"model.pt"', '"cpu"', ...given]),
  'map_location by keyword': given =>
    list([...given.slice(0, 1), 'f="model.pt"', 'map_location="cpu"', ...given.slice(1)]),
  'one argument a line': given => `(\n    ${['"model.pt"', 'map_location="cpu"', ...given].join(',\n    ')},\n)`,
  'no trailing comma': given => `(\n    ${['"model.pt"', 'map_location="cpu"', ...given].join(',\n    ')}\n)`,
  'closed on the last line': given => `("model.pt",\n     ${['map_location="cpu"', ...given].join(',\n     ')})`,
  'comments, one argument a line': given =>
    `(  # opens\n    "model.pt",  # the file\n    ${[...given, 'map_location="cpu"'].map(a => `${a},  # (${a.slice(0, 3)}, "x"`).join('\n    ')}\n    # closes, with a comma\n)`,
  'comment behind the last, no comma': given =>
    `(\n    "model.pt",\n    ${[...given, 'map_location="cpu"'].join(',\n    ')}  # last, not least\n)`,
  'comment and no newline of its own': given =>
    `("model.pt",  # the file, by name\n    ${[...given, 'map_location="cpu"'].join(', ')})`,
  'commas in strings': given => list(['f="model.pt"', 'map_location={",": "#"}.get("#)", "cpu")', ...given]),
  'emoji before': given => list(['("😀", "model.pt")[1]', ...given]),
  backslash: given => `("model.pt", \\\n    ${[...given, 'map_location="cpu"'].join(', \\\n    ')})`,
  'literal dictionary': given => `("model.pt", **{${[...given, 'map_location="cpu"'].map(pair).join(', ')}})`,
  'literal dictionary alone': given => (given.length ? `("model.pt", **{${given.map(pair).join(', ')}})` : undefined),
  'literal dictionary, one pair a line': given =>
    `(\n    "model.pt",\n    **{\n        ${[...given, 'map_location="cpu"'].map(a => `${pair(a)},  # ${a.slice(0, 3)}`).join('\n        ')}\n    },\n)`,
  'dictionary and keyword': given => `("model.pt", **{"map_location": "cpu"}, ${[...given, 'mmap=None'].join(', ')})`
};

const SHOW = 'print(sorted(state), state["weight"].sum().item())\n';

/** Whole programs around one call; `call` is what stands behind the callee, brackets included. */
export const TORCH_PROGRAMS = {
  module: call => `import pickle\nimport torch\n\nstate = torch.load${call}\n${SHOW}`,
  alias: call => `import pickle, torch as t  # both\nstate = t.load${call}\n${SHOW}`,
  'from-import': call => `from torch import load, nn\nimport pickle\nstate = load${call}\n${SHOW}`,
  'from-import with alias': call =>
    `from torch import (\n    load as read_it,\n)\nimport pickle\nstate = read_it${call}\n${SHOW}`,
  submodule: call => `import torch.serialization\nimport pickle\nstate = torch.serialization.load${call}\n${SHOW}`,
  'from the submodule': call => `from torch.serialization import load\nimport pickle\nstate = load${call}\n${SHOW}`,
  'star import': call => `from torch import *\nimport pickle\nstate = load${call}\n${SHOW}`,
  'name for the function': call => `import pickle\nimport torch\nread = torch.load\nstate = read${call}\n${SHOW}`,
  getattr: call => `import pickle\nimport torch\nstate = getattr(torch, "load")${call}\n${SHOW}`,
  import_module: call =>
    `import importlib, pickle\ntorch = importlib.import_module("torch")\nstate = torch.load${call}\n${SHOW}`,
  'dictionary variable': call =>
    `import pickle\nimport torch\nextra = {"map_location": "cpu"}\nstate = torch.load${call.slice(0, -1)}, **extra)\n${SHOW}`,
  nested: call =>
    `import pickle\nimport torch\nstate = dict(sorted(dict(torch.load${call}).items(), key=lambda p: p[0]))\n${SHOW}`,
  'as an argument among others': call =>
    `import pickle\nimport torch\nmodel = torch.nn.Linear(4, 1)\nstate = max([torch.load${call}, {}], key=len)  # best\n${SHOW}`,
  'method on the result': call => `import pickle\nimport torch\nstate = torch.load${call}.copy()\n${SHOW}`,
  'in an f-string': call =>
    `import pickle\nimport torch\nprint(f'''{sorted(torch.load${call})} and {torch.load${call}["weight"].sum().item():.1f}''')\n`,
  subscript: call => `import pickle\nimport torch\nprint(torch.load${call}["weight"].tolist())\n`,
  if: call =>
    `import pickle\nimport torch\nif torch.cuda.is_available():\n    state = None\nelse:\n    state = torch.load${call}\n${SHOW}`,
  'one-line if': call => `import pickle\nimport torch\nif True: state = torch.load${call}  # here\n${SHOW}`,
  conditional: call => `import pickle\nimport torch\nstate = torch.load${call} if torch else {}\n${SHOW}`,
  function: call =>
    `import pickle\nimport torch\n\n\ndef read():\n    """Reads."""\n    return torch.load${call}\n\n\nstate = read()\n${SHOW}`,
  'import in the function': call =>
    `def read():\n    import pickle\n    import torch as th\n    return th.load${call}\n\nstate = read()\n${SHOW}`,
  method: call =>
    `import pickle\nimport torch\n\nclass Reader:\n    @classmethod\n    def read(cls):\n        cls.state = torch.load${call}\n        return cls.state\n\nstate = Reader.read()\n${SHOW}`,
  lambda: call => `import pickle\nimport torch\nread = lambda: torch.load${call}\nstate = read()\n${SHOW}`,
  comprehension: call => `import pickle\nimport torch\nstate = [torch.load${call} for _ in range(2)][-1]\n${SHOW}`,
  walrus: call => `import pickle\nimport torch\nif (state := torch.load${call}):\n    pass\n${SHOW}`,
  with: call => `import pickle\nimport torch\nwith torch.no_grad():\n    state = torch.load${call}\n${SHOW}`,
  try: call =>
    `import pickle\ntry:\n    import torch\nexcept ImportError:\n    torch = None\nstate = torch.load${call}\n${SHOW}`,
  async: call =>
    `import asyncio, pickle\nimport torch\n\nasync def read():\n    return torch.load${call}\n\nstate = asyncio.run(read())\n${SHOW}`,
  'default value': call =>
    `import pickle\nimport torch\n\ndef read(state=torch.load${call}):\n    return state\n\nstate = read()\n${SHOW}`,
  'two statements a line': call => `import pickle; import torch; state = torch.load${call}; ${SHOW}`,
  twice: call => `import pickle\nimport torch\nstate = torch.load${call}\nstate.update(torch.load${call})\n${SHOW}`,
  'load in a load': call =>
    `import pickle\nimport torch\nstate = (lambda a, b: a)(torch.load${call}, torch.load${call})\n${SHOW}`,
  'tabs and windows line ends': call =>
    `import pickle\nimport torch\nif True:\n\tstate = torch.load${call}\n${SHOW}`.replaceAll('\n', '\r\n'),
  'docstring and no newline at the end': call =>
    `"""torch.load('x')."""\nimport pickle\nimport torch\nstate = torch.load${call}\n${SHOW}`.trimEnd(),
  'notebook: import in another cell': call => ['import pickle\nimport torch', `state = torch.load${call}`, SHOW],
  'notebook: magics': call => [
    '%matplotlib -l\nimport pickle\nimport torch as t\n!echo hello',
    `%%time\nstate = t.load${call}`,
    `%time state = t.load${call}\n${SHOW}`
  ],
  'notebook: shell lines in a block': call => [
    'import pickle, torch',
    `if torch:\n    !echo "in a block ("\n    state = torch.load${call}\n    %env LOADLIGHT_X=1`,
    `names = !echo a\n${SHOW}`
  ],
  'notebook: other languages': call => [
    '%%bash\necho "torch.load(x)"',
    'import pickle, torch',
    `state = torch.load${call}\n${SHOW}`
  ],
  'notebook: help and a semicolon': call => ['import pickle, torch', `state = torch.load${call};\nlen?\n`, SHOW]
};

function list(given) {
  return `(${given.join(', ')})`;
}

/** `a=b` as a pair of a dictionary. */
function pair(argument) {
  const at = argument.indexOf('=');
  return `"${argument.slice(0, at)}": ${argument.slice(at + 1)}`;
}

/** The pickle module as the third positional argument. */
export const POSITIONAL_MODULE = Object.entries({
  'alone on a line': 'state = torch.load("model.pt", None, pickle)',
  'with a keyword behind it': 'state = torch.load("model.pt", None, pickle, mmap=None)',
  'with weights_only behind it': 'state = torch.load("model.pt", None, pickle, weights_only=False)',
  'one argument a line': 'state = torch.load(\n    "model.pt",  # the file\n    None,\n    pickle,  # the module\n)',
  'the last of several lines': 'state = torch.load(\n    "model.pt",\n    None,\n    pickle\n)'
}).map(([name, body]) => ({ name, program: `import pickle\nimport torch\n\n${body}\n${SHOW}` }));
