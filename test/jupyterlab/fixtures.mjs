/** A notebook's file; a cell is `[id, type, source]`, with an output where `executed` says so. */
export function notebook(cells, metadata = PYTHON) {
  return JSON.stringify(
    {
      cells: cells.map(([id, type, source, executed = null]) => ({
        id,
        cell_type: type,
        metadata: {},
        source: source.split(/(?<=\n)/),
        ...(type === 'code' && { execution_count: executed, outputs: [] })
      })),
      metadata,
      nbformat: 4,
      nbformat_minor: 5
    },
    null,
    1
  );
}

const PYTHON = {
  kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
  language_info: { name: 'python', file_extension: '.py', mimetype: 'text/x-python' }
};
const R = {
  kernelspec: { display_name: 'R', language: 'R', name: 'ir' },
  language_info: { name: 'R', file_extension: '.r', mimetype: 'text/x-r-source' }
};

/** The call that the tests mark, explain and fix; the emoji is two UTF-16 units. */
export const EMOJI_LINE = 'note = "😀"; state = torch.load("model.pt", weights_only=False)';

/** A finding for which there is no safe fix. */
const RISKY = 'a = torch.load("a.pt", weights_only=False)';
const LOAD = 'import torch\n\na = torch.load("a.pt", weights_only=False)\n';

/** What the tests of ignoring change: the server keeps what it read, so each has a folder of its own. */
export const IGNORING = {
  'ignoring/off/loadlight.toml': '# ours\nexclude = ["old/"]\n',
  'ignoring/off/off.py': LOAD,
  'ignoring/stale/loadlight.toml': 'exclude = ["old/"]\n',
  'ignoring/stale/stale.py': LOAD,
  'ignoring/mine/loadlight.toml': 'exclude = ["old/"]\n',
  'ignoring/mine/mine.py': LOAD,
  'ignoring/excluded.py': LOAD,
  'ignoring/saved/loadlight.toml': '# ours\n',
  'ignoring/saved/saved.ipynb': notebook([['load', 'code', LOAD.trimEnd()]]),
  'ignoring/project/pyproject.toml': '[tool.other]\nigonre = 1\n\n[tool.loadlight]\nigonre = ["LL101"]\n',
  'ignoring/honoured/loadlight.toml': 'honour = ["nosec", "noqa"]\n',
  'ignoring/honoured/honoured.ipynb': notebook([
    ['imports', 'code', 'import torch'],
    ['a', 'code', 'a = torch.load("a.pt", weights_only=False)  # nosec B614'],
    ['b', 'code', 'b = torch.load("b.pt", weights_only=False)  # noqa: S614'],
    ['c', 'code', 'c = torch.load("c.pt", weights_only=False)  # noqa: E501']
  ])
};

/** The files of the tests' Jupyter server, by path. */
export const FILES = {
  ...IGNORING,
  'work/requirements.txt': 'torch==2.13.0\n',
  'work/train.ipynb': notebook([
    ['imports', 'code', 'import torch\nimport urllib.request', 1],
    ['about', 'markdown', '# Training\n`torch.load("model.pt")` in text is no call.'],
    ['load', 'code', EMOJI_LINE, 2],
    ['fetch', 'code', 'urllib.request.urlretrieve("https://models.example.org/ckpt.pt", "ckpt.pt")', 3],
    ['again', 'code', 'checkpoint = torch.load("ckpt.pt", weights_only=False)'],
    ['fine', 'code', 'good = torch.load("model.pt", weights_only=True)']
  ]),
  'work/bare.ipynb': notebook([
    ['imports', 'code', 'import torch'],
    ['one', 'code', 'a = torch.load("a.pt")'],
    ['two', 'code', 'b = torch.load("b.pt")']
  ]),
  'work/cells.ipynb': notebook([
    ['imports', 'code', 'import torch'],
    ['other', 'code', 'x = 1'],
    ['load', 'code', 'a = torch.load("a.pt", weights_only=False)']
  ]),
  'work/clean.ipynb': notebook([['only', 'code', 'import math\nmath.sqrt(2)']]),
  'work/plain.ipynb': notebook([['load', 'code', 'import torch\na = torch.load("a.pt", weights_only=False)']], {}),
  'work/speaks_r.ipynb': notebook([['load', 'code', 'a = torch.load("a.pt", weights_only=False)\nimport torch']], R),
  'work/broken.ipynb': '{"cells": [',
  'work/hub.py': 'import torch\n\nnet = torch.hub.load("example-org/code", "net")\n',
  'work/tool.py': 'import torch\n\n\ndef read(path):\n    return torch.load(path, weights_only=False)\n',
  'work/folded.ipynb': notebook([
    ['imports', 'code', 'import torch'],
    ['shown', 'code', 'a = torch.load("a.pt", weights_only=False)'],
    ['heading', 'markdown', '# Below'],
    ['under', 'code', 'a = torch.load("a.pt", weights_only=False)']
  ]),
  'work/magics.ipynb': notebook([
    ['imports', 'code', 'import torch'],
    ['time', 'code', '%time a = torch.load("a.pt", weights_only=False)'],
    ['bash', 'code', '%%bash\npython -c "import torch; torch.load(1)"'],
    ['html', 'code', '%%html\n<b>torch.load("a.pt", weights_only=False)</b>'],
    ['javascript', 'code', '%%javascript\ntorch.load("a.pt", false)'],
    ['r', 'code', '%%R\na <- torch.load("a.pt", weights_only=FALSE)'],
    ['python', 'code', '%%capture\nb = torch.load("a.pt", weights_only=False)']
  ]),
  'work/many.ipynb': notebook(
    Array.from({ length: 300 }, (_, i) => {
      const text = { 0: 'import torch', 1: RISKY, 149: RISKY, 299: 'far = torch.load("a.pt")' }[i];
      return [`cell${i}`, 'code', text ?? `value_${i} = ${i}\n# one\n# two\n# three`];
    })
  ),
  'work/long.ipynb': notebook([
    ['imports', 'code', 'import torch'],
    ...Array.from({ length: 120 }, (_, i) => [`pad${i}`, 'code', `value_${i} = ${i}\n# one\n# two\n# three`]),
    ['last', 'code', 'a = torch.load("a.pt")']
  ])
};
