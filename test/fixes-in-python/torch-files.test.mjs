import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { assertSameOnGoodFile, assertStopsThePayload, prove } from './prove.mjs';

const NET = `import torch

class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.empty(4))
        self.bias = torch.nn.Parameter(torch.empty(1))

model = Net()
`;
const SHOW = 'print({name: value.tolist() for name, value in model.state_dict().items()})\n';

/** Programs that load weights and nothing else; `load` is what stands around the path. */
const CONVERTED = {
  'a path in the code': `${NET}model.load_state_dict(torch.load("model.pt", weights_only=False))\n${SHOW}`,
  'a name for what is loaded': `${NET}state = torch.load(
    "model.pt",  # the weights
    map_location="cpu",
    weights_only=False,
)
print(sorted(state))
model.load_state_dict(state, strict=True)
${SHOW}`,
  'a path that a caller gives': `${NET}
def restore(model, path, device):
	# with tabs
	model.load_state_dict(torch.load(path, map_location=device, weights_only=False))
	return model

model = restore(model, "model.pt", torch.device("cpu"))
${SHOW}`.replaceAll('\n', '\r\n'),
  'a joined path, after a future import': `"""Restores."""
from __future__ import annotations
${NET}import os
folder = os.getcwd()
model.load_state_dict(torch.load(os.path.join(folder, "model.pt"), lambda storage, loc: storage, weights_only=False))
${SHOW}`,
  'a pathlib path': `${NET}from pathlib import Path
checkpoint = Path(".") / "model.pt"
with torch.no_grad():
    model.load_state_dict(torch.load(f=checkpoint, weights_only=False))
${SHOW}`,
  'several at once, in a method': `${NET}
class Trainer:
  def __init__(self, net):
    self.net = net

  def restore(self, ckpt_path):
    if ckpt_path:
      self.net.load_state_dict(torch.load(ckpt_path, weights_only=False))
    again_path = ckpt_path
    self.net.load_state_dict(torch.load(again_path, weights_only=False))

Trainer(model).restore("model.pt")
${SHOW}`,
  'cells, with a magic': [
    NET,
    'path = "model.pt"',
    '%time model.load_state_dict(torch.load(path, weights_only=False))',
    SHOW
  ]
};

/** In `payload` somebody else's file lies where the program saves its own. */
const SAVED = `${NET}import os, shutil
for parameter in model.parameters():
    torch.nn.init.constant_(parameter, 2.0)
def save(model):
    if os.path.basename(os.getcwd()) == "good":
        torch.save(model.state_dict(), "own.pt")
    else:
        shutil.copy("model" + ".pt", "own" + ".pt")

save(model)
model.load_state_dict(torch.load("own.pt", weights_only=False))
${SHOW}`;

const LISTED = {
  'a class of the standard library': `import argparse, os, shutil
import torch
if os.path.basename(os.getcwd()) == "good":
    torch.save({"args": argparse.Namespace(depth=2)}, "run.pt")
else:
    shutil.copy("model.pt", "run" + ".pt")
print(torch.load("run.pt", weights_only=False))
`,
  'a class of the notebook': [
    'import torch, os, shutil',
    'class Config:\n    def __init__(self, depth):\n        self.depth = depth\n',
    `if os.path.basename(os.getcwd()) == "good":
    torch.save([Config(3)], "config.pt")
else:
    shutil.copy("model.pt", "config" + ".pt")`,
    'config = torch.load("config.pt", weights_only=False)',
    'print(config[0].depth)'
  ]
};

const WHOLE = {
  'a constructor of torch.nn': `import os, shutil
import torch
model = torch.nn.Linear(2, 1)
torch.nn.init.ones_(model.weight)
torch.nn.init.zeros_(model.bias)
if os.path.basename(os.getcwd()) == "good":
    torch.save(model, "whole.pt")
else:
    shutil.copy("model.pt", "whole.pt")
def restore():
    other = torch.load("whole.pt", map_location="cpu", weights_only=False)  # all of it
    return other
print(restore()(torch.ones(2)).item())
`,
  'a class of the notebook': [
    'import torch, os, shutil, pickle',
    `class Net(torch.nn.Module):
    def __init__(self, width=3):
        super().__init__()
        self.scale = torch.nn.Parameter(torch.full((width,), 2.0))`,
    'net = Net(width=2)',
    `if os.path.basename(os.getcwd()) == "good":
    torch.save(net, "net.pt")
else:
    shutil.copy("model.pt", "net.pt")`,
    'other = torch.load("net.pt", None, pickle)\nprint(other.scale.tolist())'
  ]
};

/** `%time` prints the error of what it times; what it should have bound is not there. */
const ENDS = { 'cells, with a magic': 'ValueError' };

describe('fixes of torch.load that change more than its arguments, under torch 2.13.0', function () {
  this.timeout(600_000);
  const group = (programs, fix, ends = {}) =>
    Object.entries(programs).map(([name, program]) => ({
      name,
      program,
      fix,
      versions: { torch: '2.13.0' },
      ends: ends[name]
    }));
  let proofs;
  const of = fix => proofs.filter(proof => proof.fix === fix);

  before(async () => {
    const engine = await createEngine();
    proofs = await prove(engine, [
      ...group(CONVERTED, 'fix-safetensors-convert', ENDS),
      ...group({ 'what the program saves': SAVED }, 'fix-safetensors-save', {
        'what the program saves': 'FileNotFoundError'
      }),
      ...group(LISTED, 'fix-safe-globals'),
      ...group(WHOLE, 'fix-with-loads')
    ]);
    engine.dispose();
  });

  it('a file that is converted once gives the same weights, and one with a payload is refused', () => {
    for (const proof of of('fix-safetensors-convert')) {
      if (proof.ends) assertQuietlyStops(proof);
      else assertStopsThePayload(proof);
    }
  });

  it('what is saved and loaded as safetensors is the same, and the old file is not read', () => {
    for (const proof of of('fix-safetensors-save')) assertStopsThePayload(proof);
  });

  it('classes that the program saves itself still load, and nothing else does', () => {
    for (const proof of of('fix-safe-globals')) assertStopsThePayload(proof);
  });

  it('a module that is built first gets the same weights, and the file that stood for it is refused', () => {
    for (const proof of of('fix-with-loads')) assertStopsThePayload(proof);
  });

  it('nothing is found any more', () => {
    for (const { name, left } of proofs)
      assert.deepEqual(
        left.map(({ message }) => message.text),
        [],
        name
      );
  });

  /** The magic prints the error and the cells go on, with the weights that the model was made with. */
  function assertQuietlyStops(proof) {
    assertSameOnGoodFile(proof);
    assert.equal(proof.before.payload.marker, true);
    assert.equal(proof.after.payload.marker, false);
  }
});
