import assert from 'node:assert/strict';
import type { Engine } from './engine.js';
import { engineForTests } from './testing/engine-for-tests.js';
import { MemoryFiles } from './testing/memory-files.js';

const ROOT = 'file:///project';
const MAIN = `${ROOT}/main.py`;
const CALL = `from huggingface_hub import hf_hub_download
from tools import read
read(hf_hub_download("example-org/bert-tiny", "model.bin"))
`;
const UNSAFE = 'import torch\n\ndef read(path):\n    return torch.load(path, weights_only=False)\n';
const SAFE = UNSAFE.replace('False', 'True');

describe('modules of the workspace', () => {
  let engine: Engine;
  let files: MemoryFiles;
  beforeEach(async () => {
    files = new MemoryFiles();
    engine = await engineForTests({ files });
    engine.setFolders([ROOT]);
  });
  afterEach(() => engine.dispose());

  async function findings(uri = MAIN): Promise<string[]> {
    let analysis = await engine.analyse(uri);
    while (analysis.pending) {
      await analysis.pending;
      analysis = await engine.analyse(uri);
    }
    return analysis.findings.map(f => `${f.rule} ${f.message.id} ${f.place.range.start.line}`);
  }
  const open = (text: string, uri = MAIN): readonly string[] => engine.put({ kind: 'file', uri, version: 1, text });
  const found = ['LL202 LL202.none 2', 'LL101 LL101.through 2'];
  const sorted = async (): Promise<string[]> => (await findings()).sort().reverse();

  it('are read when a document imports them, and shown as evidence', async () => {
    files.set(`${ROOT}/tools.py`, UNSAFE);
    open(CALL);
    assert.deepEqual(await sorted(), found);
    const { findings: all } = await engine.analyse(MAIN);
    const [through] = all.filter(f => f.rule === 'LL101');
    assert.deepEqual(
      through?.evidence.map(({ place, message }) => [place.document, place.range.start.line, message.id]),
      [[`${ROOT}/tools.py`, 3, 'evidence-loads']]
    );
    assert.ok(through);
    const titles = through.fixes.map(({ title }) => title.text).filter(title => title.includes('weights_only'));
    assert.ok(titles.length > 0);
    for (const title of titles) assert.match(title, /^In tools\.py: /);
  });

  it('are said anew of each call, whatever came of others like it in other documents', async () => {
    files.set(
      `${ROOT}/tools.py`,
      UNSAFE + '\n\ndef start(path, loads):\n    if loads:\n        return read(path)\n    return None\n'
    );
    const call = (loads: string): string =>
      CALL.replace('read', 'start').replace(/read\((.*)\)\n/, `start($1, ${loads})\n`);
    for (const [i, loads] of ['False', 'False', 'True', 'False', 'True'].entries()) {
      const uri = `${ROOT}/main${i}.py`;
      open(call(loads), uri);
      const through = (await findings(uri)).filter(one => one.includes('through'));
      assert.deepEqual(through, loads === 'True' ? ['LL101 LL101.through 2'] : [], `${uri}, ${loads}`);
    }
  });

  it('are said anew where another document saw less of them', async () => {
    files.set(`${ROOT}/deep.py`, UNSAFE);
    const functions = ['first', 'second'].map(name => `def ${name}(path):\n    return read(path)\n`).join('\n');
    files.set(`${ROOT}/tools.py`, `from deep import read\n${functions}\n${UNSAFE.replace('read', 'own')}`);
    files.set(`${ROOT}/b.py`, 'import torch\nfrom tools import first, second\n');
    files.set(`${ROOT}/a.py`, 'import torch\nfrom b import first, second\n');
    open('import torch\nfrom a import first, second\nfirst("a.pt")\nsecond("a.pt")\n', `${ROOT}/far.py`);
    assert.deepEqual(await findings(`${ROOT}/far.py`), []);
    open(CALL.replaceAll('read', 'second'));
    assert.deepEqual(await sorted(), found);
  });

  it('show the way to what they download, when they are called and when they are imported', async () => {
    files.set(
      `${ROOT}/models.py`,
      'from transformers import AutoModel\n\ndef load(name):\n    return AutoModel.from_pretrained(name)\n'
    );
    files.set(
      `${ROOT}/weights.py`,
      'from urllib.request import urlretrieve\n\nurlretrieve("https://models.example.org/m.pt", "m.pt")\n'
    );
    open(
      'import torch\nimport weights\nfrom models import load\nload("example-org/bert-tiny")\ntorch.load("m.pt", weights_only=False)\n'
    );
    assert.deepEqual(await findings(), ['LL202 LL202.through-none 3', 'LL101 LL101.turned-off 4']);
    const { findings: all } = await engine.analyse(MAIN);
    const shown = all.map(({ evidence }) =>
      evidence.map(
        ({ place, message }) => `${place.document.slice(ROOT.length + 1)} ${place.range.start.line} ${message.id}`
      )
    );
    assert.deepEqual(shown, [
      ['models.py 3 evidence-loads'],
      ['weights.py 2 evidence-downloaded', 'main.py 1 evidence-imports']
    ]);
    open('import torch\nimport weights\n', `${ROOT}/other.py`);
    assert.deepEqual(await findings(`${ROOT}/other.py`), [], 'each is said once');
  });

  it('are read again when they change on the disk', async () => {
    open(CALL);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2'], 'there is none yet');
    files.set(`${ROOT}/tools.py`, UNSAFE);
    assert.deepEqual(await sorted(), found);
    files.set(`${ROOT}/tools.py`, SAFE);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2']);
    files.set(`${ROOT}/tools.py`, undefined);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2']);
  });

  it('have the text that they are open with, and say who imports them', async () => {
    files.set(`${ROOT}/tools.py`, SAFE);
    open(CALL);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2']);
    assert.deepEqual(open(UNSAFE, `${ROOT}/tools.py`), [MAIN]);
    assert.deepEqual(await sorted(), found);
    assert.deepEqual(open(UNSAFE, `${ROOT}/tools.py`), [], 'the same text again');
    assert.deepEqual(engine.close(`${ROOT}/tools.py`), [MAIN]);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2']);
  });

  it('are looked for in the workspace folder of the importing document only', async () => {
    engine.setFolders([ROOT, 'file:///other']);
    files.set('file:///other/tools.py', UNSAFE);
    open(CALL);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2']);
  });

  it('are not read where they are too large', async () => {
    files.set(`${ROOT}/tools.py`, `${UNSAFE}${'# long\n'.repeat(750_000)}`);
    open(CALL);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2']);
    assert.deepEqual(
      files.reads.filter(uri => uri.endsWith('tools.py')),
      []
    );
  });

  it('are followed three imports deep, however long the chain is', async () => {
    for (let i = 0; i < 250; i++) files.set(`${ROOT}/m${i}.py`, `from m${i + 1} import read\n`);
    files.set(`${ROOT}/m2.py`, UNSAFE);
    open(CALL.replace('tools', 'm0'));
    assert.deepEqual(await sorted(), found);
    files.set(`${ROOT}/m2.py`, 'from m3 import read\n');
    files.set(`${ROOT}/m3.py`, UNSAFE);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2']);
    assert.ok(!files.reads.includes(`${ROOT}/m4.py`));
  });

  it('are at most 200 for a document', async () => {
    for (let i = 0; i < 250; i++) files.set(`${ROOT}/m${i}.py`, UNSAFE);
    const imports = Array.from({ length: 250 }, (_, i) => `import m${i}\n`).join('');
    const path = 'hf_hub_download("example-org/bert-tiny", "model.bin")';
    open(`${imports}from huggingface_hub import hf_hub_download\nm9.read(${path})\nm249.read(${path})\n`);
    assert.deepEqual(
      (await findings()).filter(text => text.startsWith('LL101')),
      ['LL101 LL101.through 251']
    );
  });

  it('are read no more than that for a document, and each once', async () => {
    for (let i = 0; i < 2000; i++) files.set(`${ROOT}/m${i}.py`, `import m${(i * 7 + 1) % 2000}\n${UNSAFE}`);
    const main = Array.from({ length: 300 }, (_, i) => `import m${i}\n`).join('') + 'import torch\n';
    open(main);
    await findings();
    assert.equal(files.reads.length, 200);
    open(main, `${ROOT}/other.py`);
    await findings(`${ROOT}/other.py`);
    assert.equal(files.reads.length, 200);
  });

  it('are read for no further document where those that are open reach too much text, until one closes', async () => {
    const long = `${UNSAFE}# ${'long '.repeat(180_000)}\n`;
    for (let i = 0; i < 30; i++) files.set(`${ROOT}/m${i}.py`, long);
    const isRead = (i: number): boolean => files.reads.includes(`${ROOT}/m${i}.py`);
    const uri = (from: number): string => `${ROOT}/main${from}.py`;
    const openImporting = (from: number): readonly string[] => {
      const imports = Array.from({ length: 10 }, (_, i) => `import m${from + i}\n`).join('');
      return open(`${imports}${CALL.replace('tools', `m${from}`)}`, uri(from));
    };
    const reported = async (from: number): Promise<boolean> =>
      (await findings(uri(from))).includes('LL101 LL101.through 12');
    for (const from of [0, 10, 20]) {
      openImporting(from);
      assert.equal(await reported(from), from < 20);
    }
    assert.ok(isRead(19) && !isRead(20));
    files.set(`${ROOT}/m0.py`, `${long}# another\n`);
    assert.ok(await reported(0), 'what it reached before is read again');
    engine.close(uri(10));
    assert.ok(await reported(20));
  });

  it('are read for one document after the other where more is kept, as in a scan', async () => {
    const scanning = await engineForTests({ files, modules: { count: 1000, weight: 64_000_000 } });
    scanning.setFolders([ROOT]);
    const filling = `# ${'x'.repeat(990_000)}\n`;
    try {
      for (let i = 0; i < 20; i++) {
        files.set(`${ROOT}/tools${i}.py`, UNSAFE + filling);
        scanning.put({ kind: 'file', uri: MAIN, version: i, text: CALL.replace('tools', `tools${i}`) });
        await scanning.gather(MAIN);
        const { findings: told } = await scanning.analyse(MAIN);
        assert.ok(
          told.some(({ message }) => message.id === 'LL101.through'),
          `module ${i}`
        );
        scanning.close(MAIN);
      }
    } finally {
      scanning.dispose();
    }
  });

  it('are kept up to a bound, and those that an open document reaches beyond it', async () => {
    for (let i = 0; i < 2000; i++) files.set(`${ROOT}/m${i}.py`, UNSAFE);
    for (let i = 0; i < 2000; i += 100) {
      const uri = `${ROOT}/user${i}.py`;
      open(Array.from({ length: 100 }, (_, j) => `import m${i + j}\n`).join('') + 'import torch\n', uri);
      await findings(uri);
    }
    assert.equal(engine.moduleWork.modules, 2000, 'all of them are in use');
    for (let i = 0; i < 2000; i += 100) engine.close(`${ROOT}/user${i}.py`);
    assert.equal(engine.moduleWork.modules, 1000);
  });

  it('leave other open documents alone when one more of them is read', async () => {
    files.set(`${ROOT}/tools.py`, UNSAFE);
    files.set(`${ROOT}/late/more.py`, SAFE);
    files.set(`${ROOT}/other.py`, '');
    open(CALL);
    await findings();
    open('from late.more import read\n', `${ROOT}/other.py`);
    await findings(`${ROOT}/other.py`);
    const { gathered } = engine.moduleWork;
    await findings();
    assert.equal(engine.moduleWork.gathered, gathered);
  });

  it('stay when a document is closed that is the same as on the disk', async () => {
    files.set(`${ROOT}/tools.py`, UNSAFE);
    open(CALL);
    await findings();
    open(UNSAFE, `${ROOT}/tools.py`);
    assert.deepEqual(engine.close(`${ROOT}/tools.py`), []);
    await findings();
    assert.deepEqual(files.reads, [`${ROOT}/tools.py`]);
  });

  it('are found by another module where they are open and not on the disk yet', async () => {
    files.set(`${ROOT}/tools.py`, 'from deeper import read\n');
    open(CALL);
    assert.deepEqual(await sorted(), ['LL202 LL202.none 2']);
    open(UNSAFE, `${ROOT}/deeper.py`);
    assert.deepEqual(await sorted(), found);
  });

  it('may import themselves and each other', async () => {
    files.set(`${ROOT}/tools.py`, `import tools\nfrom tools import read as again\nimport main\n${UNSAFE}`);
    open(`import main\n${CALL}`);
    assert.deepEqual((await findings()).length, 2);
  });

  it('give the same findings when an edit is undone', async () => {
    const texts = [
      UNSAFE,
      SAFE,
      'from deep import read\n',
      'from deep import *\n',
      'import torch\nread = torch.load\n',
      ''
    ];
    files.set(`${ROOT}/deep.py`, UNSAFE);
    files.set(`${ROOT}/tools.py`, UNSAFE);
    open(CALL);
    const before = await findings();
    // Every edit after every other.
    for (const text of texts.flatMap(one => texts.flatMap(other => [one, other]))) {
      files.set(`${ROOT}/tools.py`, text);
      const incremental = await findings();
      engine.close(`${ROOT}/fresh.py`);
      open(CALL, `${ROOT}/fresh.py`);
      assert.deepEqual(incremental, await findings(`${ROOT}/fresh.py`), text);
    }
    files.set(`${ROOT}/tools.py`, UNSAFE);
    assert.deepEqual(await findings(), before);
  });
});
