import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine, withEdits } from './engine.mjs';
import { assertStopsThePayload, job, nameOf, PROVEN } from './prove.mjs';
import { runJobs } from './python.mjs';

const downloading = (imported, file, load) =>
  `import os\nfrom urllib.request import urlretrieve\n${imported}\n\nurlretrieve(f"http://127.0.0.1:{os.environ['LOADLIGHT_PORT']}/${file}", "got")\nprint(type(${load}).__name__)\n`;
const main = (file, call) => downloading('import io_utils', file, `io_utils.${call}`);

/** A module, the program that calls it, and what ends the load after the fix in the module. */
const PROGRAMS = {
  'torch.load in a wrapper': {
    module: `"""Reading."""\nimport torch\n\n\ndef read(path, device="cpu"):\n    state = torch.load(\n        path,\n        map_location=device,\n        weights_only=False,  # old files\n    )\n    return {name: value.float() for name, value in state.items()}\n`,
    program: main('model.pt', 'read("got")'),
    ends: 'UnpicklingError'
  },
  'numpy.load in a method': {
    module: `import numpy as np\n\n\nclass Reader:\n\tdef __init__(self, path):\n\t\tself.path = path\n\n\tdef read(self):\n\t\treturn np.load(self.path, allow_pickle=True)\n`,
    program: main('array.npy', 'Reader("got").read()'),
    ends: 'ValueError'
  },
  'pickle.load of an open file': {
    module: `import pickle\r\n\r\ndef read(path):\r\n    with open(path, "rb") as file:\r\n        return pickle.load(file)\r\n`,
    program: main('data.pkl', 'read("got")'),
    ends: 'UnpicklingError'
  },
  'a dictionary of arguments for torch.load': {
    module: `LOAD = dict(\n    map_location="cpu",\n    weights_only=False,  # old files\n)\n`,
    program: downloading('import torch\nfrom io_utils import LOAD', 'model.pt', 'torch.load("got", **LOAD)'),
    ends: 'UnpicklingError'
  }
};

/** The program with its module, as one that Python runs: the module is written beside it first. */
const runnable = (module, program) =>
  `import os, sys\nsys.dont_write_bytecode = True\nwith open("io_utils.py", "w", newline="") as file:\n    file.write(${JSON.stringify(module)})\nsys.path.insert(0, os.getcwd())\nsys.modules.pop("io_utils", None)\n${program}sys.path.pop(0)\n`;

describe('fixes in another file in CPython', function () {
  this.timeout(600_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'loadlight-other-'));
  const uri = pathToFileURL(path.join(folder, 'main.py')).href;
  const proofs = new Map();
  let engine;

  before(async () => {
    engine = await createEngine();
    for (const [name, { module, program, ends }] of Object.entries(PROGRAMS)) {
      writeFileSync(path.join(folder, 'io_utils.py'), module);
      // Another engine reads the folder anew.
      engine.dispose();
      engine = await createEngine();
      engine.setFolders([pathToFileURL(folder).href]);
      const found = await findings(program);
      const fix = found.flatMap(({ fixes }) => fixes).find(one => nameOf(one) === 'fix-elsewhere');
      assert.ok(
        fix,
        `${name}: no fix among ${JSON.stringify(found.map(one => [one.message.text, ...one.fixes.map(nameOf)]))}`
      );
      PROVEN.add(fix.title.id);
      const edits = engine.edits(uri, await engine.ready(uri, fix));
      const fixed = withEdits(module, edits);
      proofs.set(name, { name, ends, program: module, fixed, edits, main: program });
    }
    const jobs = [...proofs.values()].flatMap(({ name, program, fixed, main: call }) =>
      Object.entries({ before: program, after: fixed }).flatMap(([when, module]) =>
        ['good', 'payload'].map(kind => job(`${name} ${when} ${kind}`, kind, runnable(module, call)))
      )
    );
    const outcomes = await runJobs(jobs);
    for (const [name, proof] of proofs)
      for (const when of ['before', 'after'])
        proof[when] = { good: outcomes.get(`${name} ${when} good`), payload: outcomes.get(`${name} ${when} payload`) };
  });
  after(() => {
    engine.dispose();
    rmSync(folder, { recursive: true });
  });

  async function findings(text) {
    engine.close(uri);
    engine.put({ kind: 'file', uri, version: 1, text });
    for (;;) {
      const { findings: found, pending } = await engine.analyse(uri);
      if (!pending) return found;
      await pending;
    }
  }

  for (const name of Object.keys(PROGRAMS)) {
    it(`${name}: the payload runs before and is refused after`, () => {
      const proof = proofs.get(name);
      assert.ok(proof.edits.every(({ document }) => document.endsWith('/io_utils.py')));
      assertStopsThePayload(proof);
    });

    it(`${name}: then nothing is said of the call`, async () => {
      const { fixed, main: program } = proofs.get(name);
      engine.put({ kind: 'file', uri: pathToFileURL(path.join(folder, 'io_utils.py')).href, version: 1, text: fixed });
      assert.deepEqual(
        (await findings(program)).filter(({ rule }) => rule.startsWith('LL1')).map(({ message }) => message.text),
        []
      );
    });
  }
});
