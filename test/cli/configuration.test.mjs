import assert from 'node:assert/strict';
import { loadlight, temporaryFolder } from './run-cli.mjs';

const LOAD = 'import torch\ntorch.load("a.pt", weights_only=False)\n';

describe('loadlight with a loadlight.toml', () => {
  const folder = temporaryFolder({
    'good/loadlight.toml': 'exclude = ["archive"]\n[per-path]\n"tests/**" = ["LL1"]\n[versions]\ntorch = "2.13"\n',
    'good/archive/a.py': LOAD,
    'good/tests/a.py': LOAD,
    'good/src/a.py': 'import torch\ntorch.load("a.pt")\n',
    'broken/loadlight.toml': 'ignore = ["LL1"]\nselekt = []\n',
    'broken/a.py': LOAD
  });

  it('looks where and for what it says', () => {
    const { status, stdout } = loadlight(`${folder}/good`, ['scan', '--format', 'json']);
    const { files, findings } = JSON.parse(stdout);
    assert.equal(status, 0);
    assert.equal(files, 2);
    assert.deepEqual(
      findings.map(f => `${f.file} ${f.rule} ${f.severity}`),
      ['src/a.py LL101 information']
    );
  });

  it('looks at a file that is named, excluded or not', () => {
    const { status, stdout } = loadlight(`${folder}/good`, ['scan', 'archive/a.py']);
    assert.equal(status, 1);
    assert.match(stdout, /archive\/a\.py:2:20\n {2}warning LL101/);
  });

  it('leaves it out all the same with --force-exclude, and says so', () => {
    assert.deepEqual(loadlight(`${folder}/good`, ['scan', '--force-exclude', 'archive/a.py']), {
      status: 0,
      stdout: 'Nothing to scan: the configuration leaves it out.\n',
      stderr: ''
    });
    const { status, stdout } = loadlight(`${folder}/good`, ['scan', '--force-exclude', 'archive/a.py', 'src/a.py']);
    assert.equal(status, 0);
    assert.match(stdout, /^1 file, 1 note/);
  });

  it('fixes what is safe by the version that it says', () => {
    const { status, stdout } = loadlight(`${folder}/good`, ['fix', '--diff']);
    assert.equal(status, 0);
    assert.match(stdout, /^\+torch\.load\("a\.pt", weights_only=True\)$/m);
  });

  it('ends with 2 where the configuration is broken, and says where', () => {
    const { status, stderr } = loadlight(`${folder}/broken`, ['scan']);
    assert.equal(status, 2);
    assert.equal(
      stderr,
      'loadlight: loadlight.toml:2:1: No setting is called selekt. Settings are: select, ignore, exclude, per-path, versions, honour.\n'
    );
  });
});
