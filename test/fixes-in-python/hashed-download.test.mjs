import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { assertSameOnGoodFile, assertSmallChange, job, prove } from './prove.mjs';
import { runJobs } from './python.mjs';

// torch is the real one; only the answer of the network is made here: one file in the folder `good`, another in `payload`.
const SERVED = `import email.message
import io
import os
import shutil

import torch

class Answer(io.BytesIO):
    def info(self):
        return email.message.Message()

words = ["the", "file"] if os.getcwd().endswith("good") else ["another", "file"]
served = io.BytesIO()
torch.save({"words": words}, served, _use_new_zipfile_serialization=False)
torch.hub.urlopen = lambda request: Answer(served.getvalue())
folder = "weights"
shutil.rmtree(folder, ignore_errors=True)
`;

/** Programs that load weights by an address with the hash of the file in its name. */
const PROGRAMS = {
  keyword: name => [
    `${SERVED}print(torch.hub.load_state_dict_from_url("${name}", model_dir=folder, progress=False, weights_only=True))\n`
  ],
  positional: name => [
    `${SERVED}print(torch.hub.load_state_dict_from_url("${name}", folder, None, False, weights_only=True))\n`
  ],
  'from-import, said to be off': name => [
    `${SERVED}from torch.hub import load_state_dict_from_url as fetch\nstate = fetch(\n    "${name}",  # ours\n    folder,\n    check_hash=False,\n    progress=False,\n    weights_only=True,\n)\nprint(state)\n`
  ],
  'notebook: options in another cell': name => [
    SERVED,
    'options = {"progress": False, "weights_only": True, "model_dir": folder}',
    `torch.hub.load_state_dict_from_url("${name}", **options)["words"]\nprint(torch.hub.load_state_dict_from_url("${name}", **options))`
  ]
};

/** Where nothing is compared and anything may be in the file, one fix passes both. */
const WITH_WEIGHTS_ONLY = {
  'weights_only too': name => [
    `${SERVED}print(torch.hub.load_state_dict_from_url("${name}", model_dir=folder, progress=False))\n`
  ],
  'weights_only too, which is off': name => [
    `${SERVED}state = torch.hub.load_state_dict_from_url(\n    "${name}",\n    folder,\n    weights_only=False,  # old\n    progress=False\n)\nprint(state)\n`
  ]
};

const ALL = [
  ...Object.entries(PROGRAMS).map(([name, cells]) => ({ name, cells, fix: 'fix-check-hash' })),
  ...Object.entries(WITH_WEIGHTS_ONLY).map(([name, cells]) => ({ name, cells, fix: 'fix-pass-and-check' }))
];

describe('passing check_hash in CPython', function () {
  this.timeout(600_000);
  let proofs;

  before(async () => {
    const hash = `${SERVED}import hashlib\nprint(hashlib.sha256(served.getvalue()).hexdigest()[:8])\n`;
    const outcomes = await runJobs([job('hash', 'good', hash)]);
    const address = `https://models.example.org/net-${outcomes.get('hash').out}.pth`;
    const engine = await createEngine();
    proofs = await prove(
      engine,
      ALL.map(({ name, cells, fix }) => {
        const program = cells(address);
        return { name, program: program.length > 1 ? program : program[0], fix, versions: {} };
      })
    );
    engine.dispose();
  });

  for (const { name } of ALL) {
    it(`${name}: the same file is loaded, and another one is refused`, () => {
      const proof = proofs.find(one => one.name === name);
      assertSameOnGoodFile(proof);
      assertSmallChange(proof);
      const { before, after } = proof;
      assert.match(before.payload.out, /another/);
      assert.match(after.payload.error?.text ?? '', /invalid hash value/);
    });
  }
});
