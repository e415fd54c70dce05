import assert from 'node:assert/strict';
import type { Finding } from '@loadlight/facts/finding';
import type { Engine } from './engine.js';
import { DEFAULT_SETTINGS } from './settings.js';
import { engineForTests } from './testing/engine-for-tests.js';

const URI = 'file:///project/a.ipynb';

describe('findings after an edit elsewhere', () => {
  let engine: Engine;
  let version = 0;
  before(async () => {
    engine = await engineForTests();
  });
  beforeEach(() => engine.setSettings(DEFAULT_SETTINGS));
  after(() => engine.dispose());

  const findings = async (...cells: string[]): Promise<readonly Finding[]> => {
    version++;
    const all = cells.map((text, i) => ({ id: `c${i}`, version, text }));
    engine.put({ kind: 'notebook', uri: URI, version, language: 'python', cells: all });
    return (await engine.analyse(URI)).findings;
  };

  it('are the same objects', async () => {
    const [load] = await findings('import torch\ntorch.load(path)', 'x = 1');
    assert.equal((await findings('import torch\ntorch.load(path)', 'x = 12'))[0], load);
  });

  it('say something else where a version is another now', async () => {
    const cells = ['import torch\ntorch.load(path, weights_only=True)', 'x = 1'];
    engine.setSettings({ ...DEFAULT_SETTINGS, versions: { torch: '2.12' } });
    assert.deepEqual(await findings(...cells), []);
    engine.setSettings({ ...DEFAULT_SETTINGS, versions: { torch: '2.4' } });
    assert.deepEqual(
      (await findings(...cells)).map(({ rule, severity }) => [rule, severity]),
      [['LL101', 'warning']]
    );
  });

  it('repeat another first one once that is gone', async () => {
    const load = 'from transformers import AutoModel\nAutoModel.from_pretrained("example-org/model")';
    const [, second] = await findings(load, load);
    assert.equal(second?.repeats?.part.kind === 'source' && second.repeats.part.cell, 'c0');
    const [only] = await findings('', load);
    assert.equal(only?.repeats, undefined);
  });

  it('are ignored by a comment that comes', async () => {
    const load = 'torch.load(path)';
    const [before] = await findings('import torch', load);
    assert.equal(before?.suppressed, undefined);
    const [after] = await findings('import torch', `# loadlight: ignore[LL101] -- mine\n${load}`);
    assert.equal(after?.suppressed?.reason, 'mine');
  });
});
