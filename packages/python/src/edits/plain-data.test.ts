import assert from 'node:assert/strict';
import type { PythonGrammar } from '../grammar.js';
import { grammarForTests } from '../testing/grammar-for-tests.js';
import { refusesRecipe } from '../testing/refuses-recipe.js';

const OPEN = 'open("a.pkl", "rb")';

/** What each recipe leaves alone, as the fixed code would fail on the program's own file, and what it may load. */
const PROGRAMS = {
  'loads-tensors': {
    refused: {
      'a module that is used': 'import torch\nx = torch.load("a.pt", weights_only=False)\nx.eval()\n',
      'a module that is used at once': 'import torch\nfor p in torch.load("a.pt").parameters(): print(p)\n',
      'a module that is called': 'import torch\nx = torch.load("a.pt")\nprint(x(1))\n',
      'a module that a function gives back':
        'import torch\ndef restore(path):\n    model = torch.load(path)\n    return model\n',
      'what a function for modules gives back': 'import torch\ndef load_model(path):\n    return torch.load(path)\n',
      'a checkpoint with an object of a class':
        'import torch\nstate = torch.load("a.pt")\nDictionary(state["dictionary"])\n',
      'what callers choose':
        'import torch\ndef read(path, safe=False):\n    state = torch.load(path, weights_only=safe)\n',
      'a default that callers may change':
        'import torch\ndef read(*args, **kwargs):\n    if "weights_only" not in kwargs:\n        kwargs["weights_only"] = False\n    state = torch.load(*args, **kwargs)\n',
      'a checkpoint that is saved again':
        'import torch\nckpt = torch.load("a.pt")\ndel ckpt["epoch"]\ntorch.save(ckpt, "b.pt")\n',
      'what is saved in a newer protocol':
        'import torch\ntorch.save({"a": 1}, "a.pt", pickle_protocol=4)\nckpt = torch.load("a.pt")\n',
      'what older versions of torch are called with':
        'import torch\ndef read(path):\n    try:\n        state = None\n    except (AttributeError, TypeError):\n        state = torch.load(path)\n    print(state)\n',
      'any object': 'import torch\ndef receive(buffer):\n    obj = torch.load(buffer)\n    return obj\n'
    },
    offered: {
      'a state dict': 'import torch\nstate = torch.load("a.pt")\nmodel.load_state_dict(state)\nmodel.eval()\n',
      'a state dict that is called model':
        'import torch\ndef restore(net, path):\n    model = torch.load(path)\n    net.load_state_dict(model)\n    return model\n',
      'a checkpoint': 'import torch\nckpt = torch.load("a.pt")\nprint(ckpt["epoch"], ckpt.keys())\n',
      'what a function hands on': 'import torch\ndef read(path):\n    return torch.load(path, weights_only=False)\n',
      'a tensor': 'import torch\nx = torch.load("a.pt")\nprint(x.to("cuda").shape)\n'
    }
  },
  'refuse-pickle': {
    refused: {
      'an object in an array': 'import numpy as np\nx = np.load("a.npy", allow_pickle=True)\nprint(x.item())\n',
      'a dictionary in an array': 'import numpy as np\nx = np.load(path, allow_pickle=True)\nprint(x.items())\n',
      'an object in one of several arrays':
        'import numpy as np\nx = np.load("a.npz", allow_pickle=True)["arr_0"].item()\n',
      'what goes into a list': 'import numpy as np\nfound.append(np.load("a.npy", allow_pickle=True))\n'
    },
    offered: {
      'an array': 'import numpy as np\nx = np.load("a.npy", allow_pickle=True)\nprint(x.mean())\n',
      'an array for numpy': 'import numpy as np\nx = np.sum(np.load("a.npy", allow_pickle=True))\n',
      'several arrays': 'import numpy as np\nx = np.load("a.npz", allow_pickle=True)\nprint(list(x.items()))\n'
    }
  },
  'allow-list-unpickler': {
    refused: {
      features: `import pickle\nX = pickle.load(${OPEN})\n`,
      'data frames': `import pickle\nimport pandas as pd\na = pickle.load(${OPEN})\nb = pd.concat([a, c])\n`,
      'an object by its class': `import pickle\na = pickle.load(${OPEN})\nassert isinstance(a, Run)\n`,
      'whatever a function is given': `import pickle\ndef load_pkl(path):\n    with open(path, "rb") as f:\n        out = pickle.load(f)\n    return out\n`,
      'arrays of Python 2': `import pickle\nimport numpy\na = pickle.load(${OPEN}, encoding="latin1")\n`,
      'parameters of estimators': `import pickle\npickle.dump(model.get_params(), out)\na = pickle.load(${OPEN})\n`,
      'what is yielded': `import pickle\ndef batches(f):\n    yield from pickle.load(f)\n`,
      'what the program pickles itself': `import pickle\nclass Run:\n    def save(self, f):\n        pickle.dump(self, f)\n\n    def read(self, f):\n        found = pickle.load(f)\n`,
      'an unpickler of its own':
        'import pickle\nclass Lazy(pickle.Unpickler):\n    def __init__(self, file, reader):\n        super().__init__(file)\n\ndef read(f, r, made=Lazy):\n    return made(f, r).load()\n\nx = pickle.Unpickler if y else Lazy\na = x(f, r).load()\n'
    },
    offered: {
      'a dictionary': `import pickle\na = pickle.load(${OPEN})\nassert isinstance(a, dict)\nprint(a.items())\n`,
      'what a function gives back': `import pickle\ndef read(path):\n    return pickle.load(open(path, "rb"))\n`,
      'what is seen to be plain': `import pickle\npickle.dump({"a": 1}, out)\na = pickle.load(${OPEN})\n`
    }
  }
};

describe('fixes that would fail on what the program loads', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  for (const [recipe, { refused, offered }] of Object.entries(PROGRAMS)) {
    it(`are refused: ${recipe}`, () => {
      for (const [name, text] of Object.entries(refused)) assert.ok(refusesRecipe(grammar, recipe, text), name);
    });

    it(`are offered where nothing shows that: ${recipe}`, () => {
      for (const [name, text] of Object.entries(offered)) assert.ok(!refusesRecipe(grammar, recipe, text), name);
    });
  }
});
