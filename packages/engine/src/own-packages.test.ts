import { deepEqual } from 'node:assert/strict';
import { inEnglish } from '@loadlight/facts/message';
import type { Engine } from './engine.js';
import { engineForTests } from './testing/engine-for-tests.js';
import { MemoryFiles } from './testing/memory-files.js';

const URI = 'file:///nowhere/a.ipynb';

describe('a document that installs what it runs with', () => {
  let engine: Engine;
  const disk = new MemoryFiles();
  before(async () => {
    engine = await engineForTests({ files: disk });
    engine.setFolders(['file:///nowhere']);
  });
  after(() => engine.dispose());

  /** What the hover says of torch at the load in the last cell. */
  async function torchIn(...cells: string[]): Promise<string | undefined> {
    const all = [...cells, 'import torch\ntorch.load("a.pt")'];
    engine.put({
      kind: 'notebook',
      uri: URI,
      version: 1,
      language: 'python',
      cells: all.map((text, i) => ({ id: `c${i}`, version: 1, text }))
    });
    while ((await engine.analyse(URI)).pending) await (await engine.analyse(URI)).pending;
    const at = engine.explain(URI, { kind: 'source', cell: `c${cells.length}` }, { line: 1, character: 8 });
    const row = at?.rows.find(({ label }) => label === 'torch');
    return row && inEnglish(row.text).replace(/, so.*/, '');
  }

  const said: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['%pip', ['%pip install torch==2.4.0'], '2.4.0 (pip install in this notebook)'],
    ['!pip', ['import os\n!pip install -q torch==2.4.0'], '2.4.0 (pip install in this notebook)'],
    ['a bare pip', ['pip install torch==2.4.0'], '2.4.0 (pip install in this notebook)'],
    ['%%bash', ['%%bash\nset -e\npip install torch==2.4.0\n'], '2.4.0 (pip install in this notebook)'],
    ['x = !pip', ['out = !pip install torch==2.4.0'], '2.4.0 (pip install in this notebook)'],
    ['%conda', ['%conda install pytorch==2.4.0'], '2.4.0 (pip install in this notebook)'],
    [
      'the later of two cells',
      ['%pip install torch==2.4', '!pip install torch==2.6'],
      '2.6 (pip install in this notebook)'
    ],
    ['a header', ['# /// script\n# dependencies = ["torch==2.4"]\n# ///'], "2.4 (the notebook's header)"],
    [
      'subprocess',
      ['import subprocess, sys\nsubprocess.check_call([sys.executable, "-m", "pip", "install", "-q", "torch==2.4.0"])'],
      '2.4.0 (pip install in this notebook)'
    ],
    ['os.system', ['import os\nos.system("pip install torch==2.4.0")'], '2.4.0 (pip install in this notebook)'],
    [
      'get_ipython().system',
      ['get_ipython().system("pip install torch==2.4.0")'],
      '2.4.0 (pip install in this notebook)'
    ],
    [
      'a line magic that is called',
      ['get_ipython().run_line_magic("pip", "install torch==2.4.0")'],
      '2.4.0 (pip install in this notebook)'
    ],
    [
      'a function that installs',
      [
        'import subprocess, sys\ndef install(what):\n    subprocess.run([sys.executable, "-m", "pip", "install", what])',
        'install("torch==2.4.0")'
      ],
      '2.4.0 (pip install in this notebook)'
    ],
    [
      'a magic after a call',
      ['import os\nos.system("pip install torch==2.4")', '%pip install torch==2.6'],
      '2.6 (pip install in this notebook)'
    ],
    [
      'a call after a magic',
      ['%pip install torch==2.6\nimport os\nos.system("pip install torch==2.4")'],
      '2.4 (pip install in this notebook)'
    ],
    ['a version that is not known', ['import os\nos.system(f"pip install torch=={wanted}")'], undefined],
    ['a text that is not run', ['import os\ncommand = "pip install torch==2.4"; os.path.join(command)'], undefined],
    ['nothing', ['print("pip install torch==2.4")'], undefined]
  ];
  for (const [what, cells, expected] of said)
    it(`says so with ${what}`, async () => deepEqual(await torchIn(...cells), expected));

  const files: readonly (readonly [string, string, string])[] = [
    ['# %% cells', '# %%\n%pip install torch==2.4.0\n# %%\n', '2.4.0 (pip install in this notebook)'],
    [
      'a Databricks export',
      '# Databricks notebook source\n# MAGIC %pip install torch==2.4.0\n\n# COMMAND ----------\n\n',
      '2.4.0 (pip install in this notebook)'
    ],
    [
      'a script that calls pip',
      'import os\nos.system("pip install torch==2.4.0")\n',
      '2.4.0 (pip install in this script)'
    ],
    ['a script', '# /// script\n# dependencies = ["torch==2.4"]\n# ///\n', "2.4 (the script's header)"]
  ];
  for (const [what, head, expected] of files)
    it(`says so in ${what}`, async () => {
      const uri = 'file:///nowhere/a.py';
      const text = `${head}import torch\ntorch.load("a.pt")\n`;
      engine.put({ kind: 'file', uri, version: 1, text });
      await (
        await engine.analyse(uri)
      ).pending;
      await engine.analyse(uri);
      const line = text.split('\n').length - 2;
      const at = engine.explain(uri, { kind: 'file' }, { line, character: 8 });
      const row = at?.rows.find(({ label }) => label === 'torch');
      deepEqual(row && inEnglish(row.text).replace(/, so.*/, ''), expected);
    });

  it('says so of a requirement file that it installs from', async () => {
    disk.set('file:///nowhere/reqs/gpu.txt', 'torch==2.4.0\n');
    deepEqual(await torchIn('%pip install -q -r reqs/gpu.txt'), '2.4.0 (gpu.txt)');
    deepEqual(await torchIn('!pip install -r reqs/gpu.txt torch==2.6'), '2.6 (pip install in this notebook)');
    deepEqual(await torchIn('import os', 'os.system("pip install -r reqs/gpu.txt")'), '2.4.0 (gpu.txt)');
    deepEqual(await torchIn('%pip install -r reqs/missing.txt'), undefined);
  });

  it('says so no more when the cell is gone', async () => {
    deepEqual(await torchIn('%pip install torch==2.4.0'), '2.4.0 (pip install in this notebook)');
    deepEqual(await torchIn('1'), undefined);
  });
});
