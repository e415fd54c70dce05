import { deepEqual } from 'node:assert/strict';
import { inEnglish } from '@loadlight/facts/message';
import { TextLines } from '@loadlight/facts/text-lines';
import type { Engine } from './engine.js';
import { DEFAULT_SETTINGS } from './settings.js';
import { engineForTests } from './testing/engine-for-tests.js';

const URI = 'file:///nowhere/hovered.py';

/** A call, as written, in a program; with these versions; what the hover says of it. */
type Case = readonly [
  title: string,
  text: string,
  call: string,
  versions: Record<string, string>,
  said: readonly string[]
];

const CASES: readonly Case[] = [
  [
    'a torch load by the default',
    'import torch\ntorch.load("a.pt")\n',
    'torch.load',
    { torch: '2.13' },
    [
      'information torch.load(…)',
      'Can run: nothing, unless an environment variable turns the default off',
      'From: a.pt',
      'torch: 2.13 (settings), so weights_only=True is the default'
    ]
  ],
  [
    'a download whose address has a password, without it',
    'import torch, urllib.request\nurllib.request.urlretrieve("http://ml:made-up-1@acme.io/a.pt", "a.pt")\ntorch.load("a.pt", weights_only=False)\n',
    'torch.load',
    {},
    [
      'error torch.load(…, weights_only=False)',
      'Can run: any code in the file',
      'From: a.pt, downloaded from http://ml:ma…@acme.io/a.pt'
    ]
  ],
  [
    'a torch load in a program that turns the default off',
    'import os, torch\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\ntorch.load("a.pt")\n',
    'torch.load',
    {},
    [
      'warning torch.load(…)',
      'Can run: any code in the file, because TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD is set',
      'From: a.pt'
    ]
  ],
  [
    'a variable that turns the default of torch off',
    'import os\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\n',
    'TORCH_FORCE',
    {},
    [
      'warning TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD="1"',
      'Can run: any code in every file that torch.load reads by default, in libraries too'
    ]
  ],
  [
    'a torch load in a program that keeps loads to tensors',
    'import os, torch\nos.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"\ntorch.load("a.pt")\n',
    'torch.load',
    {},
    ['information torch.load(…)', 'Can run: nothing, because TORCH_FORCE_WEIGHTS_ONLY_LOAD is set', 'From: a.pt']
  ],
  [
    'a variable that makes every torch load safe',
    'import os\nos.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"\n',
    'TORCH_FORCE',
    {},
    [
      'fine TORCH_FORCE_WEIGHTS_ONLY_LOAD="1"',
      'Can run: nothing: every torch.load of this process reads tensors and plain data only'
    ]
  ],
  [
    'classes that files may name',
    'import argparse, torch\ntorch.serialization.add_safe_globals([argparse.Namespace])\n',
    'add_safe_globals',
    {},
    [
      'fine torch.serialization.add_safe_globals(…)',
      'Can run: with weights_only=True also what is let in, where a file asks for it',
      'Lets in: argparse.Namespace'
    ]
  ],
  [
    'safe mode that is turned off for all models',
    'import keras\nkeras.config.enable_unsafe_deserialization()\n',
    'enable_unsafe',
    {},
    [
      'warning keras.config.enable_unsafe_deserialization()',
      'Can run: code in layers of every Keras model that this process loads'
    ]
  ],
  [
    'a loader that is replaced',
    'import functools, torch\ntorch.load = functools.partial(torch.load, weights_only=False)\n',
    'torch.load =',
    {},
    [
      'warning torch.load',
      'Can run: any code in every file that it reads from here on, in libraries too',
      'With: weights_only=False'
    ]
  ],
  [
    'a pickle',
    'import pickle\npickle.load(open("a.pkl", "rb"))\n',
    'pickle.load',
    {},
    ['warning pickle.load(…)', 'Can run: any code in the file', 'From: a.pkl']
  ],
  [
    'an array by the default',
    'import numpy as np\nnp.load("a.npy")\n',
    'np.load',
    {},
    ['fine np.load(…)', 'Can run: nothing: only data is read', 'From: a.npy']
  ],
  [
    'an array of objects',
    'import numpy as np\nnp.load("a.npy", allow_pickle=True)\n',
    'np.load',
    {},
    ['warning np.load(…, allow_pickle=True)', 'Can run: any code in the file', 'From: a.npy']
  ],
  [
    'arguments that are not known',
    'import numpy as np\nnp.load("a.npy", **options)\n',
    'np.load',
    {},
    ['fine np.load(…)', 'Can run: nothing, unless allow_pickle is among the unpacked arguments', 'From: a.npy']
  ],
  [
    'YAML with a safe class',
    'import yaml\nyaml.load(open("a.yaml"), Loader=yaml.CSafeLoader)\n',
    'yaml.load',
    { PyYAML: '6.0.3' },
    [
      'fine yaml.load(…, Loader=yaml.CSafeLoader)',
      'Can run: nothing: only data is read',
      'From: a.yaml',
      'PyYAML: 6.0.3 (settings)'
    ]
  ],
  [
    'YAML that names functions',
    'import yaml\nyaml.unsafe_load(open("a.yaml"))\n',
    'yaml.unsafe_load',
    {},
    ['warning yaml.unsafe_load(…)', 'Can run: any function that the file names', 'From: a.yaml']
  ],
  [
    'YAML with FullLoader and no version',
    'import yaml\nyaml.full_load(open("a.yaml"))\n',
    'yaml.full_load',
    {},
    [
      'information yaml.full_load(…)',
      'Can run: any code in the file before PyYAML 5.4; nothing from then on',
      'From: a.yaml'
    ]
  ],
  [
    'a Keras model',
    'import keras\nkeras.models.load_model("a.keras")\n',
    'keras.models.load_model',
    { keras: '3.15' },
    [
      'fine keras.models.load_model(…)',
      'Can run: nothing: layers that hold code are refused',
      'From: a.keras',
      'keras: 3.15 (settings), so the default is safe'
    ]
  ],
  [
    'a download that nothing checks',
    'import urllib.request\nurllib.request.urlretrieve("https://models.example.org/a.pt", "a.pt")\n',
    'urllib.request.urlretrieve',
    {},
    [
      'fine urllib.request.urlretrieve(…)',
      'From: https://models.example.org/a.pt',
      'To: a.pt',
      'Checked: by nothing: whatever comes is taken'
    ]
  ],
  [
    'a download that is not encrypted',
    'import requests\nrequests.get("http://models.example.org/a.pt")\n',
    'requests.get',
    {},
    [
      'requests.get(…)',
      'From: http://models.example.org/a.pt',
      'Checked: by nothing: whatever comes is taken',
      'On the way: not encrypted: anybody there can change it'
    ]
  ],
  [
    'a model of a hub, pinned',
    'from huggingface_hub import hf_hub_download\nhf_hub_download("example-org/net", "a.safetensors", revision="0123456789abcdef0123456789abcdef01234567")\n',
    'hf_hub_download',
    {},
    [
      'fine hf_hub_download(…, revision="0123456789abcdef0123456789abcdef01234567")',
      'Can run: no code of the repository',
      'From: hub repository example-org/net',
      'Revision: pinned to a commit'
    ]
  ]
];

describe('what the hover says', () => {
  let engine: Engine;
  before(async () => {
    engine = await engineForTests();
  });
  after(() => engine.dispose());

  for (const [title, text, call, versions, said] of CASES)
    it(`of ${title}`, async () => {
      engine.setSettings({ ...DEFAULT_SETTINGS, versions });
      engine.put({ kind: 'file', uri: URI, version: 1, text });
      await (
        await engine.analyse(URI)
      ).pending;
      await engine.analyse(URI);
      const position = new TextLines(text).position(text.lastIndexOf(call));
      const found = engine.explain(URI, { kind: 'file' }, position);
      engine.close(URI);
      const rows = (found?.rows ?? []).map(({ label, text: row }) => `${inEnglish(label)}: ${inEnglish(row)}`);
      const [first = '', ...others] = said;
      const head = `${found?.mark ?? ''} ${found ? inEnglish(found.headline) : ''}`;
      // Downloads are judged by rules of their own.
      deepEqual([first.includes(' ') ? head : head.replace(/^\w+ /, ''), ...rows], [first, ...others]);
    });
});
