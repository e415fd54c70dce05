import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createEngine, withEdits } from '../fixes-in-python/engine.mjs';
import { askPython } from '../fixes-in-python/python.mjs';
import { pythonFiles, scanFile, sitePackages } from './scan.mjs';

const LONG = process.env.LOADLIGHT_LONG === '1';
/** Of torch's files one in so many is read, and of the others too; all of them in the long run. */
const STEP = LONG ? 1 : 30;
const ALWAYS = ['torch/hub.py', 'torch/serialization.py', 'torch/storage.py', 'torch/export/pt2_archive/_package.py'];

/** What the text at a finding's place looks like, by rule. */
const SHAPES = {
  LL001: /^#/,
  LL101: /load|weights_only|pickle_module|\*\*/,
  LL102: /load|open|decode|read|HDFStore/,
  LL103: /load/,
  LL104: /allow_pickle|load/,
  LL105: /load|Load/,
  LL106: /load|safe_mode/,
  LL107: /./,
  LL108: /./,
  LL109: /./,
  LL110: /save/,
  LL201: /trust_remote_code/,
  LL202: /./,
  LL203: /./,
  LL204: /use_safetensors|weights_only/,
  LL205: /./,
  LL206: /./,
  LL207: /./,
  LL208: /extract|unpack/,
  LL301: /./,
  LL302: /./,
  LL303: /./
};

describe('installed Python packages', function () {
  this.timeout(600_000);
  const folder = sitePackages();
  const scans = [];

  before(async () => {
    const engine = await createEngine();
    const files = pythonFiles(folder).filter((_, i) => i % STEP === 0);
    for (const file of new Set([...ALWAYS.map(name => path.join(folder, name)), ...files])) {
      scans.push({ file, ...(await scanFile(engine, file)) });
    }
    engine.dispose();
  });

  const found = () => scans.flatMap(scan => scan.found);

  it('are read to the end, every file', () => {
    assert.ok(scans.length > 300, `${scans.length} files`);
    for (const { file, notes } of scans) assert.deepEqual(notes, [], file);
  });

  it('have findings whose places hold what they speak of', () => {
    for (const { file, finding, slice, evidence } of found()) {
      assert.match(slice ?? '', SHAPES[finding.rule], `${file}: ${finding.rule} ${JSON.stringify(finding.place)}`);
      for (const one of evidence) assert.ok(one.slice, `${file}: ${one.message.text}`);
    }
  });

  it('have the loads of torch.hub found, where weights_only is off by default', () => {
    const inHub = found().filter(({ file }) => file.endsWith(path.join('torch', 'hub.py')));
    assert.deepEqual(
      inHub.map(({ finding, slice }) => [finding.rule, finding.message.id, slice]),
      [
        ['LL101', 'LL101.turned-off', 'weights_only=weights_only'],
        ['LL101', 'LL101.turned-off', 'weights_only=weights_only']
      ]
    );
  });

  it('have weights_only=False found where torch itself writes it', () => {
    const off = found().filter(({ finding }) => finding.message.id.startsWith('LL101.turned-off'));
    const inArchive = off.filter(({ file }) => file.endsWith('_package.py'));
    assert.deepEqual([inArchive.length, new Set(inArchive.map(one => one.slice)).size], [2, 1]);
  });

  it('still compile after every single fix', async () => {
    const texts = found().flatMap(({ file, edits }) => {
      const text = readFileSync(file, 'utf8');
      return edits
        .filter(one => one.edits.length > 0)
        .map(one => ({ name: `${file} after ${one.id}`, text: withEdits(text, one.edits) }));
    });
    assert.ok(texts.length > 10);
    assert.deepEqual(await askPython('../real-code/compile.py', [], texts), []);
  });
});
