import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { notebookOf } from './notebook.mjs';

const UNSAFE = 'state = torch.load("model.pt", weights_only=False)';

/** What the tests of ignoring find, each time. */
export const IGNORING = {
  'ignoring/loadlight.toml': 'honour = ["nosec", "noqa"]\n',
  'ignoring/here.py': `import torch\n\n${UNSAFE}\n`,
  'ignoring/hub.py': 'import torch\n\nnet = torch.hub.load("example-org/code", "net")\n',
  'ignoring/honoured.py': `import torch\n\n${UNSAFE}  # nosec B614\n${UNSAFE}  # noqa: S614\n${UNSAFE}  # noqa: E501\n`,
  'ignoring/bash.ipynb': notebookOf(['import torch', '%%bash\necho'])
};

/** A credential that is made up for this run, in a cell of text and in what another one shows. */
export const TOKEN = inventSecrets(Date.now()).huggingface();
export const CREDENTIALS = { 'credentials.ipynb': notebookThatShows(TOKEN) };

function notebookThatShows(token) {
  const file = JSON.parse(notebookOf([{ markdown: `The key is ${token}` }, `print("${token}")`]));
  file.cells[1].outputs = [{ output_type: 'stream', name: 'stdout', text: [`logged in with ${token}\n`] }];
  return JSON.stringify(file);
}

/** Only who reads the script itself knows that it is more than a plot's. */
export const SCRIPT = '<script>globalThis.kept = document.cookie</script>';

/** A notebook that is not ready to be shared, written in a way of its own: what is not found in it has to stay as it is. */
export const SHARED = { 'share-me.ipynb': notebookToShare(TOKEN) };

function notebookToShare(token) {
  const file = JSON.parse(notebookOf([`token = "${token}"`, 'print(where)', `import torch\n${UNSAFE}`]));
  file.cells[1].outputs = [
    {
      output_type: 'stream',
      name: 'stdout',
      text: [`logged in with ${token}\n`, 'read /home/mmuster/data/train.csv\n', 'Größe 😀\n']
    }
  ];
  const html = ['<p>a plot</p>\n', SCRIPT];
  file.cells[2].outputs = [{ output_type: 'display_data', data: { 'text/html': html }, metadata: {} }];
  file.cells.forEach((cell, index) => (cell.execution_count = index + 1));
  return `${JSON.stringify({ x_order: 'kept', ...file }, null, 3).replaceAll('ö', '\\u00f6')}\n\n`;
}

/** The workspace that the tests open: texts by path. */
export const WORKSPACE = {
  ...IGNORING,
  ...SHARED,
  'excluded.py': `import torch\n\n${UNSAFE}\n`,
  'read.py': 'import torch\n\n\ndef read(path):\n    return torch.load(path, weights_only=False)\n',
  'token.py': 'import os\n\n',
  'other.py': `import torch\n\n${UNSAFE}\n`,
  'percent.py': `# %%\n%matplotlib inline\nimport torch\n\n# %%\n${UNSAFE}\n`,
  'jupytext.py': `# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
# ---

# %% [markdown]
# torch.load("text.pt", weights_only=False) is dangerous.

# %%
# !pip install torch
import torch

# %%
${UNSAFE}
`,
  'databricks.py': `# Databricks notebook source
# MAGIC %md
# MAGIC torch.load("text.pt", weights_only=False) is dangerous.

# COMMAND ----------

# MAGIC %pip install torch

# COMMAND ----------

import torch

# COMMAND ----------

${UNSAFE}
`,
  'pinned/requirements.txt': 'torch==2.4.0\n',
  'pinned/one.py': 'import torch\n\nstate = torch.load("model.pt")\n',
  'recent/requirements.txt': 'torch==2.11.0\n',
  'recent/fix-all.py': 'import torch\n\na = torch.load("a.pt")\nb = torch.load("b.pt", map_location="cpu")\n',
  'recent/fix-all.ipynb': notebookOf(['import torch', 'a = torch.load("a.pt")', 'b = torch.load("b.pt")']),
  'recent/on-save.ipynb': notebookOf(['import torch', 'a = torch.load("a.pt")', 'b = torch.load("b.pt")']),
  'recent/text-first.ipynb': notebookOf([{ markdown: '# Text first' }, 'import torch', 'a = torch.load("a.pt")']),
  'recent/on-save.py': 'import torch\n\na = torch.load("a.pt")\n',
  'scanned/scanned.py': `import torch\n\n${UNSAFE}\n`,
  'scanned/scanned.ipynb': notebookOf([{ markdown: '# Scanned' }, 'import torch', UNSAFE]),
  'scanned/.ipynb_checkpoints/copy.ipynb': notebookOf(['import torch', UNSAFE]),
  'emoji.ipynb': notebookOf([
    { markdown: '# A notebook' },
    'import torch',
    'name = "😀é"; state = torch.load("model.pt", weights_only=False)'
  ]),
  'cells.ipynb': notebookOf(['import torch', 'print("between")', UNSAFE]),
  'r.ipynb': notebookOf(['library(torch)\nstate <- torch.load("model.pt", weights_only=False)'], {
    kernel: 'ir',
    language: 'r'
  })
};
