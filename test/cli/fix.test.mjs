import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadlight, notebook, temporaryFolder } from './run-cli.mjs';

const REQUIREMENTS = { 'requirements.txt': 'torch==2.6.0\n' };
const BARE = 'import torch\r\nmodel = torch.load("ckpt.pt")  # é\r\n';

describe('loadlight fix', function () {
  this.timeout(30_000);

  it('applies safe fixes and keeps every other byte: CRLF, byte order mark, mode', () => {
    const folder = temporaryFolder({ ...REQUIREMENTS, 'a.py': `\ufeff${BARE}` });
    chmodSync(join(folder, 'a.py'), 0o755);
    const { status, stdout } = loadlight(folder, ['fix']);
    assert.equal(status, 0);
    assert.match(stdout, /^a\.py {2}1 fixed\n1 file changed, 1 finding fixed\.\n$/);
    const expected = `\ufeff${BARE.replace('"ckpt.pt")', '"ckpt.pt", weights_only=True)')}`;
    assert.equal(readFileSync(join(folder, 'a.py'), 'utf8'), expected);
    assert.equal(statSync(join(folder, 'a.py')).mode & 0o777, 0o755);
    assert.deepEqual(readdirSync(folder).sort(), ['a.py', 'requirements.txt']);
    assert.match(loadlight(folder, ['fix']).stdout, /^1 file, nothing to fix safely\.\n$/);
  });

  it('changes only the line of a notebook that it must', () => {
    const text = notebook(['import torch', 'a = "é"\nm = torch.load("m.pt")\n!ls']).replaceAll('\n', '\r\n');
    const folder = temporaryFolder({ ...REQUIREMENTS, 'a.ipynb': text });
    assert.equal(loadlight(folder, ['fix', 'a.ipynb']).status, 0);
    const expected = text.replace('torch.load(\\"m.pt\\")', 'torch.load(\\"m.pt\\", weights_only=True)');
    assert.notEqual(expected, text);
    assert.equal(readFileSync(join(folder, 'a.ipynb'), 'utf8'), expected);
  });

  it('leaves what needs a review, unless asked', () => {
    const folder = temporaryFolder({ 'a.py': 'import torch\nm = torch.load("m.pt", weights_only=False)\n' });
    assert.match(loadlight(folder, ['fix']).stdout, /nothing to fix safely\. 1 finding left/);
    assert.match(readFileSync(join(folder, 'a.py'), 'utf8'), /weights_only=False/);
    assert.match(loadlight(folder, ['fix', '--review']).stdout, /1 finding fixed\.\n$/);
    assert.equal(
      readFileSync(join(folder, 'a.py'), 'utf8'),
      'import torch\nm = torch.load("m.pt", weights_only=True)\n'
    );
  });

  it('never suppresses, and leaves suppressed findings alone', () => {
    const text =
      'import torch\nm = torch.load("m.pt")  # loadlight: ignore[LL101] -- ours\ntorch.load(x, weights_only=False)\n';
    const folder = temporaryFolder({ ...REQUIREMENTS, 'a.py': text });
    loadlight(folder, ['fix', '--review']);
    assert.equal(readFileSync(join(folder, 'a.py'), 'utf8'), text.replace('weights_only=False', 'weights_only=True'));
  });

  it('mends a wrapper in another file where it stands, written or shown', () => {
    const files = {
      'lib/io_utils.py': '\ufeffimport torch\r\n\r\ndef read(path):\r\n    return torch.load(path)\r\n',
      'b.py':
        'from urllib.request import urlretrieve\nfrom lib.io_utils import read\n\nurlretrieve("https://models.example.org/m.pt", "m.pt")\nread("m.pt")\n'
    };
    const folder = temporaryFolder({ ...files, 'c.py': files['b.py'] });
    const read = name => readFileSync(join(folder, name), 'utf8');
    const shown = loadlight(folder, ['fix', '--review', '--diff', 'b.py', 'c.py', 'lib']);
    assert.match(shown.stdout, /^--- a\/lib\/io_utils\.py\n\+\+\+ b\/lib\/io_utils\.py\n/);
    assert.equal(shown.stdout.match(/^\+ .*$/gm).join('\n'), '+    return torch.load(path, weights_only=True)');
    assert.match(shown.stderr, /^1 file would change, 1 finding would be fixed\.\n$/);
    assert.equal(read('lib/io_utils.py'), files['lib/io_utils.py']);
    const { status, stdout } = loadlight(folder, ['fix', '--review', 'b.py', 'c.py']);
    assert.equal(status, 0);
    assert.equal(stdout, 'lib/io_utils.py  1 fixed\n1 file changed, 1 finding fixed.\n');
    assert.equal(
      read('lib/io_utils.py'),
      files['lib/io_utils.py'].replace('load(path)', 'load(path, weights_only=True)')
    );
    assert.equal(read('b.py'), files['b.py']);
  });

  it('compares the checksum of a file that lies there above its load, with a review alone', () => {
    const model = 'weights';
    const text = [
      'import pickle',
      'from urllib.request import urlretrieve',
      '',
      'urlretrieve("https://models.example.org/m.pkl", "m.pkl")',
      'with open("m.pkl", "rb") as file:',
      '    model = pickle.load(file)',
      'print(model.predict([1]))\n'
    ].join('\n');
    const folder = temporaryFolder({ 'a.py': text, 'm.pkl': model });
    assert.equal(loadlight(folder, ['scan']).status, 1);
    assert.match(loadlight(folder, ['fix']).stdout, /nothing to fix safely/);
    assert.match(
      loadlight(folder, ['fix', '--review']).stdout,
      /^a\.py {2}1 fixed\n1 file changed, 1 finding fixed\.\n$/
    );
    const fixed = readFileSync(join(folder, 'a.py'), 'utf8');
    const sha256 = createHash('sha256').update(model).digest('hex');
    assert.ok(
      fixed.includes(`sha256(Path("m.pkl").read_bytes()).hexdigest()\n        != "${sha256}"\n    ):\n`),
      fixed
    );
    assert.equal(loadlight(folder, ['scan']).status, 0);
  });

  it('shows a unified diff and writes nothing', () => {
    const folder = temporaryFolder({ ...REQUIREMENTS, 'sub/a.py': 'import torch\nm = torch.load("m.pt")\n' });
    const { status, stdout, stderr } = loadlight(folder, ['fix', '--diff']);
    assert.equal(status, 0);
    assert.equal(
      stdout,
      '--- a/sub/a.py\n+++ b/sub/a.py\n@@ -1,2 +1,2 @@\n import torch\n-m = torch.load("m.pt")\n+m = torch.load("m.pt", weights_only=True)\n'
    );
    assert.match(stderr, /^1 file would change/);
    assert.match(readFileSync(join(folder, 'sub/a.py'), 'utf8'), /"m\.pt"\)/);
  });

  it('says what it cannot read, and fixes the rest', () => {
    const folder = temporaryFolder({ ...REQUIREMENTS, 'a.py': BARE, 'broken.ipynb': '{' });
    const { status, stderr } = loadlight(folder, ['fix', 'broken.ipynb', 'a.py']);
    assert.equal(status, 2);
    assert.match(stderr, /broken\.ipynb is left as it is/);
    assert.match(readFileSync(join(folder, 'a.py'), 'utf8'), /weights_only=True/);
    assert.equal(loadlight(temporaryFolder({}), ['fix']).status, 3);
  });

  it('does not write a file in another encoding', () => {
    const latin = Buffer.from('# coding: latin-1\nimport torch\nm = torch.load("m.pt")  # é\n', 'latin1');
    const folder = temporaryFolder({ ...REQUIREMENTS, 'a.py': latin });
    const { status, stderr } = loadlight(folder, ['fix']);
    assert.equal(status, 2);
    assert.match(stderr, /not UTF-8/);
    assert.deepEqual(readFileSync(join(folder, 'a.py')), latin);
  });
});
