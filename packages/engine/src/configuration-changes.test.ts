import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Edit } from '@loadlight/facts/fix';
import type { Finding } from '@loadlight/facts/finding';
import type { Engine } from './engine.js';
import { DEFAULT_SETTINGS } from './settings.js';
import { engineForTests } from './testing/engine-for-tests.js';

const LOAD = 'import torch\ntorch.load("a.pt", weights_only=False)\n';

describe('ignoring by the configuration', () => {
  let folder: string;
  let root: string;
  let engine: Engine;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'loadlight-changes-'));
    root = pathToFileURL(folder).href;
    mkdirSync(join(folder, 'with'));
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'with/pyproject.toml'), '[tool.loadlight]\nignore = ["LL2"]\n');
    writeFileSync(join(folder, 'broken/loadlight.toml'), 'ignore = [\n');
    engine = await engineForTests({ editsAnyFile: true });
    engine.setFolders([root]);
  });
  afterEach(() => {
    engine.dispose();
    rmSync(folder, { recursive: true });
  });

  const find = async (uri: string): Promise<Finding[]> => {
    engine.put({ kind: 'file', uri, version: 1, text: LOAD });
    let analysis = await engine.analyse(uri);
    while (analysis.pending) {
      await analysis.pending;
      analysis = await engine.analyse(uri);
    }
    return [...analysis.findings];
  };
  const titles = async (uri: string): Promise<string[]> =>
    (await find(uri)).flatMap(({ fixes }) => fixes.map(({ title }) => title.text)).filter(t => !t.startsWith('Ignore'));
  const editOf = async (uri: string, title: string): Promise<Edit | undefined> => {
    const fix = (await find(uri)).flatMap(({ fixes }) => fixes).find(each => each.title.text === title);
    assert.ok(fix, title);
    return engine.edits(uri, fix)[0];
  };

  it('makes a file in the workspace folder, which then counts', async () => {
    const uri = `${root}/src/a%20b.py`;
    const edit = await editOf(uri, 'Exclude this file');
    assert.deepEqual([edit?.document, edit?.creates], [`${root}/loadlight.toml`, true]);
    writeFileSync(join(folder, 'loadlight.toml'), edit?.newText ?? '');
    engine.setFolders([root]);
    assert.deepEqual(await find(uri), []);
    assert.equal((await find(`${root}/src/b.py`)).length, 1);
  });

  it('changes the nearest file, as it stands in the editor', async () => {
    const uri = `${root}/with/a.py`;
    const project = `${root}/with/pyproject.toml`;
    const edit = await editOf(uri, 'Turn LL101 off');
    assert.deepEqual([edit?.document, edit?.creates, edit?.newText], [project, undefined, ', "LL101"']);
    assert.deepEqual(edit?.range.start, { line: 1, character: 15 });
    engine.put({ kind: 'configuration', uri: project, version: 2, text: '[tool.loadlight]\n\nignore = ["LL2"]\n' });
    assert.deepEqual((await editOf(uri, 'Turn LL101 off'))?.range.start, { line: 2, character: 15 });
  });

  it('is the last to be offered', async () => {
    const [finding] = await find(`${root}/a.py`);
    assert.deepEqual(
      finding?.fixes.slice(-4).map(({ title }) => title.text),
      ['Ignore LL101 here', 'Ignore LL101 in this file', 'Turn LL101 off', 'Exclude this file']
    );
  });

  it('is not offered where it cannot be done', async () => {
    const offered = (await titles(`${root}/a.py`)).length;
    assert.equal((await titles(`${root}/broken/a.py`)).length, offered - 2, 'the file is broken');
    assert.equal((await titles('file:///nowhere/of/ours/a.py')).length, offered - 2, 'outside the workspace');
    engine.setSettings({ ...DEFAULT_SETTINGS, trusted: false });
    assert.equal((await titles(`${root}/a.py`)).length, offered - 2, 'the configuration does not count');
    const other = await engineForTests();
    engine.dispose();
    engine = other;
    engine.setFolders([root]);
    assert.equal((await titles(`${root}/a.py`)).length, offered - 2, 'nobody can make files');
  });
});
