import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Configurations } from './configurations.js';
import type { Engine } from './engine.js';
import { DEFAULT_SETTINGS } from './settings.js';
import { engineForTests } from './testing/engine-for-tests.js';
import { MemoryFiles } from './testing/memory-files.js';

const LOAD = 'import torch\ntorch.load("a.pt", weights_only=False)';

describe('a configuration file', () => {
  let folder: string;
  let engine: Engine;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'loadlight-configuration-'));
    mkdirSync(join(folder, 'tests/deep'), { recursive: true });
    mkdirSync(join(folder, 'own'));
    writeFileSync(
      join(folder, 'loadlight.toml'),
      'exclude = ["archive"]\nhonour = ["nosec"]\n[versions]\ntorch = "2.13"\n[per-path]\n"tests/**" = ["LL1"]\n'
    );
    writeFileSync(join(folder, 'own/pyproject.toml'), '[tool.loadlight]\nignore = ["LL1"]\n');
    engine = await engineForTests();
    engine.setFolders([pathToFileURL(folder).href]);
  });
  after(() => {
    engine.dispose();
    rmSync(folder, { recursive: true });
  });

  const found = async (path: string, text: string): Promise<string[]> => {
    const uri = `${pathToFileURL(folder).href}/${path}`;
    engine.put({ kind: 'file', uri, version: 1, text });
    let analysis = await engine.analyse(uri);
    while (analysis.pending) {
      await analysis.pending;
      analysis = await engine.analyse(uri);
    }
    return analysis.findings.map(f => `${f.message.id}${f.suppressed ? ' suppressed' : ''}`);
  };

  it('counts for the files below it', async () => {
    assert.deepEqual(await found('a.py', LOAD), ['LL101.turned-off']);
    assert.deepEqual(await found('tests/deep/a.py', LOAD), []);
    assert.deepEqual(await found('archive/a.py', LOAD), []);
  });

  it('says versions', async () => {
    assert.deepEqual(await found('a.py', 'import torch\ntorch.load("a.pt")'), ['LL101.new-default']);
  });

  it('honours the comments of other tools where it says so, and calls none of them unused', async () => {
    assert.deepEqual(await found('a.py', `${LOAD}  # nosec B614`), ['LL101.turned-off suppressed']);
    assert.deepEqual(await found('a.py', `${LOAD}  # nosec`), ['LL101.turned-off suppressed']);
    assert.deepEqual(await found('a.py', `${LOAD}  # nosec B301`), ['LL101.turned-off']);
    assert.deepEqual(await found('a.py', `${LOAD}  # noqa: S614`), ['LL101.turned-off']);
  });

  it('calls no comment unused for a rule that is off', async () => {
    assert.deepEqual(await found('tests/a.py', `${LOAD}  # loadlight: ignore[LL101] -- ours`), []);
  });

  it('gives way to a nearer one', async () => {
    assert.deepEqual(await found('own/a.py', LOAD), []);
  });

  it('cannot turn anything off in a folder that is not trusted', async () => {
    engine.setSettings({ ...DEFAULT_SETTINGS, trusted: false });
    assert.deepEqual(await found('tests/a.py', LOAD), ['LL101.turned-off']);
    engine.setSettings(DEFAULT_SETTINGS);
  });

  it('is read again where it changes while it is read', async () => {
    const letThrough: (() => void)[] = [];
    class SlowFiles extends MemoryFiles {
      override async read(uri: string, offset: number, length: number): Promise<Uint8Array> {
        const bytes = await super.read(uri, offset, length);
        await new Promise<void>(resolve => letThrough.push(resolve));
        return bytes;
      }
    }
    const file = 'file:///project/loadlight.toml';
    const files = new SlowFiles();
    files.set(file, '# first\n');
    const configurations = new Configurations(files);
    configurations.setRoots(['file:///project']);
    const look = (): ReturnType<Configurations['lookUp']> => configurations.lookUp('file:///project/a.py');
    const first = look().pending;
    while (letThrough.length === 0) await new Promise(setImmediate);
    files.set(file, '# second\n');
    for (const pass of letThrough.splice(0)) pass();
    await first;
    const second = look().pending;
    assert.ok(second);
    while (letThrough.length === 0) await new Promise(setImmediate);
    for (const pass of letThrough.splice(0)) pass();
    await second;
    assert.equal(look().found.text, '# second\n');
  });
});
