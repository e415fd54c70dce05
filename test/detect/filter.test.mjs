import assert from 'node:assert/strict';
import path from 'node:path';
import { createEngine } from 'loadlight/analyser';
import { findFiles } from 'loadlight/find-files';
import { lookAtFile } from 'loadlight/look-at-file';
import { Triggers } from '@loadlight/python/catalogue/triggers';
import { DIST } from '../cli/run-cli.mjs';
import { fetchPackages, PACKAGES, TOOLS } from './packages.mjs';

const LONG = process.env.LOADLIGHT_LONG === '1';
/** Small ones, of those that other tests fetch, notebooks among them; all of them in the long run. */
const SLICE = /^(?:gpytorch|nnsight)-/;

describe('the filter that leaves texts unread', function () {
  this.timeout(LONG ? 3_600_000 : 300_000);
  const packages = PACKAGES.filter(({ name }) => LONG || SLICE.test(name));
  before(() => fetchPackages(packages));

  it('loses nothing in real packages and notebooks: the same is found without it', async () => {
    const { files } = findFiles(
      packages.map(({ folder }) => folder),
      TOOLS,
      false
    );
    const [filtered, , read] = await scan(files);
    const { mayHold } = Triggers.prototype;
    let unfiltered, all;
    Triggers.prototype.mayHold = () => true;
    try {
      [unfiltered, all] = await scan(files);
    } finally {
      Triggers.prototype.mayHold = mayHold;
    }
    console.log(`      ${files.length} files, ${read} of them pass: ${all} findings with it and without it`);
    assert.ok(all > 20 && read < files.length, `${all} findings, ${read} of ${files.length} files`);
    assert.deepEqual(filtered, unfiltered);
  });
});

/** What is found in each file, how much that is, and how many files the filter let pass. */
async function scan(files) {
  const engine = await createEngine(DIST, [TOOLS]);
  const { mayHold } = Triggers.prototype;
  let passed = 0;
  Triggers.prototype.mayHold = function (texts) {
    const may = mayHold.call(this, texts);
    if (may) passed++;
    return may;
  };
  try {
    const found = [];
    for (const file of files) {
      const { result, skipped } = await lookAtFile(file, engine, TOOLS, {
        lines: false,
        edits: false,
        salt: 'the same'
      });
      assert.equal(skipped, undefined);
      found.push([path.relative(TOOLS, file.path), result?.findings]);
    }
    return [found, found.flatMap(([, findings]) => findings ?? []).length, passed];
  } finally {
    Triggers.prototype.mayHold = mayHold;
    engine.dispose();
  }
}
