import assert from 'node:assert/strict';
import { loadlight, notebook, temporaryFolder } from './run-cli.mjs';

const WRAPPER = 'import torch\n\ndef read(path):\n    return torch.load(path, weights_only=True)\n';
const URL = 'https://models.example.org/model.pt';

/** Findings as `file:line rule message`, the line 1-based within its cell or file; information left out. */
function findings(folder) {
  const { status, stdout, stderr } = loadlight(folder, ['scan', '--format', 'json']);
  assert.equal(stderr, '');
  const { findings, skipped } = JSON.parse(stdout);
  const told = findings.filter(({ severity }) => severity !== 'information');
  return { status, skipped, told: told.map(f => `${f.file}:${f.range.start.line + 1} ${f.rule} ${f.severity}`) };
}

describe('loadlight scan, across files', function () {
  this.timeout(30_000);

  it('says a load in a module where a download is handed to it, and shows the way', () => {
    const folder = temporaryFolder({
      'tools/io_utils.py': WRAPPER.replace('True', 'False'),
      'train.ipynb': notebook(['from tools.io_utils import read', `state = read("${URL}")`])
    });
    assert.deepEqual(findings(folder), {
      status: 1,
      skipped: [],
      told: ['tools/io_utils.py:4 LL101 error', 'train.ipynb:1 LL101 error']
    });
    const { stdout } = loadlight(folder, ['scan', 'train.ipynb', '--format', 'json']);
    const [{ evidence }] = JSON.parse(stdout).findings;
    assert.ok(evidence.some(({ file, range }) => file === 'tools/io_utils.py' && range.start.line === 3));
  });

  it('says sources once, where they are named, and shows where they are loaded', () => {
    const folder = temporaryFolder({
      'tools/models.py':
        'from transformers import AutoModel\n\ndef load(name):\n    return AutoModel.from_pretrained(name, trust_remote_code=True)\n' +
        '\ndef tiny():\n    return AutoModel.from_pretrained("example-org/tiny", trust_remote_code=True)\n',
      'tools/weights.py': `from urllib.request import urlretrieve\nurlretrieve("${URL}", "model.pt")\n`,
      'train.ipynb': notebook([
        'import torch\nfrom tools import weights\nfrom tools.models import load, tiny',
        'load("example-org/bert")\ntiny()',
        'torch.load("model.pt", weights_only=False)'
      ])
    });
    assert.deepEqual(findings(folder), {
      status: 1,
      skipped: [],
      told: [
        'tools/models.py:4 LL201 warning',
        'tools/models.py:7 LL201 error',
        'train.ipynb:1 LL201 error',
        'train.ipynb:1 LL101 error'
      ]
    });
    const { stdout } = loadlight(folder, ['scan', 'train.ipynb', '--format', 'json']);
    const shown = JSON.parse(stdout)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ evidence }) => evidence.map(({ file, range }) => `${file}:${range.start.line + 1}`));
    assert.deepEqual(shown, [
      ['train.ipynb:3', 'tools/models.py:4'],
      ['train.ipynb:1', 'tools/weights.py:2', 'train.ipynb:2']
    ]);
  });

  it('ends where modules import each other in a circle', () => {
    const folder = temporaryFolder({
      'a.py': 'import b\nimport torch\n\ndef read(path):\n    return torch.load(path, weights_only=False)\n',
      'b.py': `import a\n\ndef get():\n    return a.read("${URL}")\n`
    });
    const { told } = findings(folder);
    assert.ok(told.includes('b.py:4 LL101 error'), told.join('; '));
  });

  it('says nothing of a module that is missing', () => {
    const folder = temporaryFolder({ 'a.py': `from gone import read\nread("${URL}")\n` });
    assert.deepEqual(findings(folder), { status: 0, skipped: [], told: [] });
  });

  it('reads a module with a mistake in it as far as it goes', () => {
    const folder = temporaryFolder({
      'io_utils.py': `${WRAPPER.replace('True', 'False')}\ndef broken(:\n    return (\n`,
      'a.py': `from io_utils import read\nread("${URL}")\n`
    });
    const { status, told } = findings(folder);
    assert.equal(status, 1);
    assert.ok(told.includes('a.py:2 LL101 error'), told.join('; '));
  });
});
