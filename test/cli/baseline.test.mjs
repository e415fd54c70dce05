import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadlight, notebook, temporaryFolder } from './run-cli.mjs';

const UNSAFE = 'import torch\nstate = torch.load("ckpt.pt", weights_only=False)\n';
const FILE = 'baseline.json';

const scan = (folder, ...args) => loadlight(folder, ['scan', '--baseline', FILE, ...args]);
const update = (folder, ...args) => scan(folder, '--update-baseline', ...args);

describe('loadlight scan --baseline', function () {
  this.timeout(30_000);

  it('leaves out what was there, wherever it has moved, and reports what is new', () => {
    const folder = temporaryFolder({
      'train.py': UNSAFE,
      'a.ipynb': notebook(['import torch', 'torch.load("a.pt", weights_only=False)'])
    });
    assert.deepEqual(update(folder), { status: 0, stdout: 'baseline.json lists 2 findings.\n', stderr: '' });
    assert.deepEqual(scan(folder), {
      status: 0,
      stdout: 'Nothing new in 2 files, 2 in the baseline.\n',
      stderr: ''
    });
    writeFileSync(join(folder, 'train.py'), `# moved\n\n${UNSAFE}torch.load("new.pt", weights_only=False)\n`);
    const { status, stdout } = scan(folder);
    assert.equal(status, 1);
    assert.match(stdout, /^train\.py:5:\d+\n/);
    assert.doesNotMatch(stdout, /train\.py:4/);
    assert.match(stdout, /2 files, 1 warning, 2 in the baseline\./);
  });

  it('knows how often a line was there', () => {
    const folder = temporaryFolder({ 'train.py': UNSAFE });
    update(folder);
    writeFileSync(join(folder, 'train.py'), UNSAFE + UNSAFE.split('\n')[1]);
    const { status, stdout } = scan(folder);
    assert.equal(status, 1);
    assert.match(stdout, /^train\.py:3:/);
  });

  it('says which are gone, and takes them out when told to; other files keep theirs', () => {
    const folder = temporaryFolder({ 'a.py': UNSAFE, 'b.py': UNSAFE, 'c.py': UNSAFE });
    update(folder);
    writeFileSync(join(folder, 'a.py'), 'x = 1\n');
    rmSync(join(folder, 'c.py'));
    assert.match(scan(folder, 'a.py').stdout, /1 in the baseline is gone: --update-baseline takes it out\./);
    assert.equal(update(folder, 'a.py').stdout, 'baseline.json lists 1 finding.\n');
    assert.match(readFileSync(join(folder, FILE), 'utf8'), /"file":"b\.py"/);
  });

  it('is the same bytes for the same findings, whatever folder the command is started in', () => {
    const folder = temporaryFolder({ 'src/a.py': UNSAFE });
    update(folder);
    const before = readFileSync(join(folder, FILE), 'utf8');
    const inside = join(folder, 'src');
    assert.equal(loadlight(inside, ['scan', '--baseline', '../baseline.json', '--update-baseline']).status, 0);
    assert.equal(readFileSync(join(folder, FILE), 'utf8'), before);
    assert.equal(loadlight(inside, ['scan', '--baseline', '../baseline.json']).status, 0);
  });

  it('marks them in JSON and SARIF, which hold every finding', () => {
    const folder = temporaryFolder({ 'train.py': UNSAFE });
    update(folder);
    writeFileSync(join(folder, 'train.py'), `${UNSAFE}torch.load("new.pt", weights_only=False)\n`);
    const json = JSON.parse(scan(folder, '--format', 'json').stdout);
    assert.deepEqual(
      json.findings.map(({ baselineState }) => baselineState),
      ['unchanged', 'new']
    );
    const sarif = JSON.parse(scan(folder, '--format', 'sarif').stdout);
    assert.deepEqual(
      sarif.runs[0].results.map(({ baselineState }) => baselineState),
      ['unchanged', 'new']
    );
  });

  it('holds nothing of a secret, and another one on the same line is new', () => {
    const [token, other] = [invented(), invented()];
    const folder = temporaryFolder({ 'a.py': `token = "${token}"\n` });
    update(folder);
    assert.equal(scan(folder).status, 0);
    assert.doesNotMatch(readFileSync(join(folder, FILE), 'utf8'), new RegExp(token.slice(0, 8)));
    writeFileSync(join(folder, 'a.py'), `token = "${other}"\n`);
    assert.equal(scan(folder).status, 1);
  });

  it('forgets what settings held once it is taken out of them', () => {
    const folder = temporaryFolder({ 'a.py': 'x = 1\n', '.env': `HF_TOKEN=${invented()}\n` });
    update(folder);
    assert.match(readFileSync(join(folder, FILE), 'utf8'), /"\.env"/);
    writeFileSync(join(folder, '.env'), 'DEBUG=1\n');
    assert.match(scan(folder).stdout, /1 in the baseline is gone/);
    update(folder);
    assert.doesNotMatch(readFileSync(join(folder, FILE), 'utf8'), /"\.env"/);
  });

  it('lists a repeat whose first one is known', () => {
    const pin = 'AutoModel.from_pretrained("example-org/model")\n';
    const folder = temporaryFolder({ 'a.py': `from transformers import AutoModel\n${pin}` });
    update(folder);
    writeFileSync(join(folder, 'a.py'), `from transformers import AutoModel\n${pin}x = ${pin}`);
    const { stdout } = scan(folder, '--notes');
    assert.match(stdout, /^a\.py:3:/);
  });

  it('is refused where it is not there, is broken, or has no name', () => {
    const folder = temporaryFolder({ 'a.py': UNSAFE, 'broken.json': '{"version": 1', 'other.json': '{"version": 9}' });
    const refused = args => {
      const { status, stdout, stderr } = loadlight(folder, ['scan', ...args]);
      assert.deepEqual([status, stdout], [2, '']);
      return stderr;
    };
    assert.match(
      refused(['--baseline', 'no.json']),
      /no\.json cannot be used: it is not there; --update-baseline makes it/
    );
    assert.match(refused(['--baseline', 'broken.json']), /broken\.json cannot be used: .*JSON/);
    assert.match(refused(['--baseline', 'other.json']), /it is no baseline of this version/);
    assert.match(refused(['--update-baseline']), /--update-baseline goes with --baseline FILE/);
    assert.match(
      refused(['--baseline', 'no/such/folder.json', '--update-baseline']),
      /cannot be written: it is not there/
    );
    assert.equal(existsSync(join(folder, 'no.json')), false);
  });
});

function invented() {
  const letters = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
  return `hf_${[...randomBytes(34)].map(byte => letters[byte % letters.length]).join('')}`;
}
